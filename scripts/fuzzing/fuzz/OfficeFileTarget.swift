import BillingOffice
import OfficeFixtures

/// A file in which an office says something of itself.
struct OfficeFileTarget: FuzzTarget {
  private let office: TestOffice
  private let name: String

  init(_ name: String) throws {
    office = try TestOffice()
    self.name = name
  }

  func take(_ bytes: [UInt8]) {
    office.put(bytes, name)
    if name == "office.yaml" { _ = try? office.office.settings() } else { _ = try? office.office.printers() }
  }
}
