import Bookkeeping
import Foundation

/// Reads a table as the program does, and says how many rows it has: what scripts/bench measures beside Python's csv module.
@main
enum ReadTable {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let handle = FileHandle(forReadingAtPath: arguments[2]) else {
      return print("read-table prices|orders FILE")
    }
    if arguments[1] == "prices" {
      let reading = PriceBook.read(try source(handle))
      return print(reading.value.entries.count, "prices,", reading.faults.count, "faults")
    }
    let file = OrderFile.open(try source(handle))
    let rows = (file.value?.parts ?? []).reduce(0) { rows, part in
      rows + (file.value?.list(of: part).value.orders.reduce(0) { $0 + $1.rows.count } ?? 0)
    }
    print(rows, "rows,", file.faults.count, "faults")
  }

  private static func source(_ handle: FileHandle) throws -> ByteSource {
    let descriptor = handle.fileDescriptor
    return ByteSource(count: Int(try handle.seekToEnd())) { range in
      [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
        count = max(0, pread(descriptor, buffer.baseAddress, range.count, off_t(range.lowerBound)))
      }
    }
  }
}
