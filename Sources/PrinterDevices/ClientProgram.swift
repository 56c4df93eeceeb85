import Foundation

/// Runs one of CUPS's client programs and waits for it, but not for ever.
struct ClientProgram {
  /// What a program said.
  struct Answer {
    var status: Int32
    var output: String
    var errors: String
  }

  /// - Parameters:
  ///   - name: the program, such as `lp`, as it is found by PATH.
  ///   - arguments: what it is told.
  ///   - patience: how long to wait, in seconds.
  /// - Returns: what it said; nil where there is no such program.
  /// - Throws: ``PrinterFault/noAnswer`` when it does not come to an end.
  static func run(_ name: String, _ arguments: [String], patience: Double = 10) throws(PrinterFault) -> Answer? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // Its words are read here, so they must be English.
    process.arguments = ["LC_ALL=C", name] + arguments
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError, process.standardInput) = (output, errors, FileHandle.nullDevice)
    do { try process.run() } catch { return nil }
    // A program that is started on a thread that takes no signals takes none either, but for this one.
    let watch = DispatchWorkItem { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: watch)
    // What these programs say is less than a pipe holds, so that they can be read one after the other.
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    watch.cancel()
    if process.terminationReason == .uncaughtSignal { throw .noAnswer }
    // What env says where there is no such program.
    if process.terminationStatus == 127 { return nil }
    return Answer(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }
}
