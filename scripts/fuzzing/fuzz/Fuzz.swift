import BillingOffice
import CLibFuzzer
import Foundation

/// Gives one part of the program inputs that nobody thought of, changed again and again after which ways through the code they take.
/// It ends at the first that traps, leaks out of its memory or takes too long, and keeps it.
///
///     fuzz PART [OPTIONS OF LIBFUZZER] FOLDER…
@main struct Fuzz {
  /// What takes the inputs. LibFuzzer calls from one thread.
  nonisolated(unsafe) private static var target: (any FuzzTarget)?

  private static let targets: [String: @Sendable () throws -> any FuzzTarget] = [
    "tables": { TableTarget() }, "settings": { try OfficeFileTarget("office.yaml") },
    "printers": { try OfficeFileTarget("printers.yaml") }, "template": { try TemplateTarget() },
    "names": { try NameTarget() }, "ledger": { try LedgerTarget() }, "pictures": { try PictureTarget() },
    "line": { try LineTarget() },
  ]

  static func main() throws {
    guard CommandLine.arguments.count > 1, let make = targets[CommandLine.arguments[1]] else {
      FileHandle.standardError.write(Data("One of \(targets.keys.sorted().joined(separator: ", ")) is needed.\n".utf8))
      exit(64)
    }
    target = try make()
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
    arguments?[0] = CommandLine.unsafeArgv[0]
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        Fuzz.target?.take([UInt8](UnsafeBufferPointer(start: data, count: size)))
        return 0
      })
  }
}

/// A part of the program that takes bytes of strangers.
protocol FuzzTarget {
  /// Takes an input. Whatever is wrong with it is told and forgotten; only what the program must never do ends here.
  func take(_ bytes: [UInt8])
}
