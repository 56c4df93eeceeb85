import BillingOffice
import Foundation
import Hummingbird

extension DeskRoutes {
  func addPages(to router: Router<DeskContext>) {
    router.get("/") { request, context in
      await answering(request, context) {
        let printers = try printers()
        return page("desk", context, ["printers": printers, "has_printers": !printers.isEmpty])
      }
    }
    router.get("/plain") { request, context in
      await answering(request, context) {
        let printers = try printers()
        let catalogue = try await counter.with { (office) throws(Diagnostics) in try office.catalogue() }
        let items = catalogue.items.map { item in
          ["item": item.item, "label": item.label, "price": item.price, "unit": item.unit]
        }
        return page(
          "plain", context,
          [
            "id": Self.newName(), "items": items, "rows": Array(repeating: [String: String](), count: Self.plainRows),
            "printers": printers, "has_printers": !printers.isEmpty,
          ])
      }
    }
    router.get("/catalogue.json") { request, context in
      await answering(request, context) {
        let catalogue = try await counter.with { (office) throws(Diagnostics) in try office.catalogue() }
        return json(CatalogueState(catalogue, version: pages.version))
      }
    }
    for (name, asset) in pages.assets {
      router.get("/\(name)") { _, _ in
        Response(
          status: .ok, headers: [.contentType: asset.type, .cacheControl: "max-age=31536000, immutable"],
          body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
      }
    }
  }

  /// How many things the plain form has room for.
  private static let plainRows = 6

  /// A name for a gift that no device has given one.
  static func newName() -> String { UUID().uuidString.replacing("-", with: "").lowercased() }
}
