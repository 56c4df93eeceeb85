import ArgumentParser
import BillingOffice
import Foundation

/// `billing-office doctor`
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Looks which libraries, fonts and tools are here, and says how to get the rest.",
    discussion: """
      Example:
        billing-office doctor
      """)

  func run() throws {
    try Terminal.reporting {
      let report = HealthReport(try Surroundings.installation()) { Surroundings.tool($0) }
      for finding in report.findings {
        let mark = finding.version == nil ? (finding.kind == .tool ? "–" : "✗") : "✓"
        let name = finding.name.padding(toLength: 22, withPad: " ", startingAt: 0)
        Terminal.out("\(mark) \(name)\(finding.version ?? "not here: \(finding.package), \(finding.purpose)")")
      }
      let packages = report.missingPackages
      if !packages.isEmpty {
        Terminal.note("Install what is not here: sudo apt-get install \(packages.joined(separator: " "))")
      }
      guard report.isSound else {
        let missing = report.findings.filter { $0.kind != .tool && $0.version == nil }
        throw Diagnostics(
          report.faults + missing.map { Diagnostic(CommandFact.notHere(kind: $0.kind.rawValue, name: $0.name)) })
      }
    }
  }
}
