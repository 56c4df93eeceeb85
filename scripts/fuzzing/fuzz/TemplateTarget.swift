@testable import BillingOffice
import OfficeFixtures

/// A template of somebody else: looked over, laid out on its sample, and judged.
struct TemplateTarget: FuzzTarget {
  private let office: TestOffice

  init() throws { office = try TestOffice(["Templates/theirs/template.yaml": ""]) }

  func take(_ bytes: [UInt8]) {
    office.put(bytes, "Templates/theirs/template.yaml")
    guard let issued = TestOffice.issued else { return }
    _ = try? OfficeTemplates(office.office).check("theirs", paper: "80mm", issued: issued)
  }
}
