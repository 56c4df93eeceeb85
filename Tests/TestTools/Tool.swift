import Foundation

/// A program that reads what we wrote with other eyes than ours.
package enum Tool: String, Sendable {
  case pdftotext, pdftoppm, pdfinfo, pdffonts, qpdf, zbarimg
  case tidy, chromium, gzip
  case soffice, ssconvert
  /// Comes with Swift, which links with it.
  case clang
  case rsvgConvert = "rsvg-convert"

  /// A program that is not installed; its description is the line that installs it.
  package struct Missing: Error, CustomStringConvertible {
    package let description: String
  }

  private var package: String {
    switch self {
    case .pdftotext, .pdftoppm, .pdfinfo, .pdffonts: "poppler-utils"
    case .qpdf: "qpdf"
    case .rsvgConvert: "librsvg2-bin"
    case .tidy: "tidy"
    case .gzip: "gzip"
    case .soffice: "libreoffice-calc-nogui"
    case .ssconvert: "gnumeric"
    case .chromium: "chromium"
    case .zbarimg: "zbar-tools"
    case .clang: "clang"
    }
  }

  /// Where the program is; a missing one fails the test and says how to get it.
  package var path: String {
    get throws {
      let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
      let found = folders.map { "\($0)/\(rawValue)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
      guard let found else { throw Missing(description: "\(rawValue) is missing: sudo apt-get install \(package)") }
      return found
    }
  }

  /// Runs the program.
  package func run(_ arguments: [String]) throws -> Run { try Run(try path, arguments) }

  /// What the program wrote, as text.
  package func text(_ arguments: String...) throws -> String { try run(arguments).output }
}

/// A program that has run to its end.
package struct Run: Sendable {
  package let status: Int32
  package let data: Data
  package let errors: String

  package var output: String { String(decoding: data, as: UTF8.self) }

  /// Runs a program.
  package init(
    _ path: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    // The second pipe is read on a thread of its own: a program that fills one while we wait at the other would hang.
    let box = ErrorBox()
    let reader = Thread { box.finish(errors.fileHandleForReading.readDataToEndOfFile()) }
    try process.run()
    reader.start()
    data = output.fileHandleForReading.readDataToEndOfFile()
    self.errors = String(decoding: box.wait(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}

private final class ErrorBox: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var data = Data()

  func finish(_ data: Data) {
    self.data = data
    done.signal()
  }

  func wait() -> Data {
    done.wait()
    return data
  }
}
