import Foundation

/// The claim of one desk of this machine to a printer, so that two never speak to it at once. It ends with the process that has
/// it, whatever ends that, and leaves no file behind: it is a name in Linux's abstract namespace of sockets (unix(7)).
final class LineClaim {
  private let file: Int32

  /// Claims a printer; nil where another desk has it.
  init?(_ target: PrinterTarget) {
    let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var place = sockaddr_un()
    place.sun_family = sa_family_t(AF_UNIX)
    // A name begins with a zero and may have 107 bytes more; the end of an address tells printers apart.
    let name = [0] + Array("billing-office ".utf8) + Array(target.description.utf8.suffix(90))
    withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: name) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
    let isBound = withUnsafePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(file, $0, length) == 0 }
    }
    // Where a system has no such names, nobody can be kept away, and nobody is.
    if !isBound, errno == EADDRINUSE {
      close(file)
      return nil
    }
    self.file = file
  }

  deinit { if file >= 0 { close(file) } }
}
