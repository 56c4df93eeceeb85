import BillingOffice
import OfficeFixtures
import Papers

/// A whole office, from its files to the dots of a receipt. An input holds files, parted by a byte of 1, in the order of `files`; one
/// that is empty is the starter's own.
struct LineTarget: FuzzTarget {
  private static let files = [
    "order.csv", "prices.csv", "office.yaml", "Templates/receipt/template.yaml", "strings/en.yaml", "names.csv",
  ]

  private let office: TestOffice
  private let own: [[UInt8]?]

  init() throws {
    office = try TestOffice()
    own = Self.files.map { [office] in office.bytes($0) }
  }

  func take(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 1, maxSplits: Self.files.count - 1, omittingEmptySubsequences: false)
    for (index, name) in Self.files.enumerated() {
      let part = index < parts.count ? Array(parts[index]) : []
      if let text = part.isEmpty ? own[index] : part { office.put(text, name) } else { office.remove(name) }
    }
    guard
      let request = try? office.request(
        "order.csv", ReceiptKind(), look: PaperLook(paper: "58mm"), output: OutputWish(format: .escpos(dots: nil)))
    else { return }
    guard let (documents, _) = try? office.office.makeInMemory(request) else { return }
    precondition(documents.allSatisfy { !$0.bytes.isEmpty }, "a paper without anything on it")
  }
}
