import Foundation

/// What a device's path leads to, as far as the system says.
///
/// Whatever is written to a disk, a keyboard or the machine's memory is not printed but ruins something. So bytes go to devices of
/// which it is known that printers are at the end of them, and to no others.
enum DeviceKind {
  /// Why nothing is sent there.
  ///
  /// - Parameters:
  ///   - mode: what it is, as `stat` says.
  ///   - device: which one, of a device.
  /// - Returns: nil for what may be a printer.
  static func stranger(_ mode: mode_t, _ device: dev_t) -> PrinterFault.Stranger? {
    switch mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFBLK: return .disk
    // Whoever makes a pipe reads what comes out of it.
    case S_IFIFO: return nil
    case S_IFCHR:
      // As the C library takes a device's number apart (makedev(3)).
      let number = UInt64(device)
      let (major, minor) = (number >> 8 & 0xFFF | number >> 32 & ~0xFFF, number & 0xFF | number >> 12 & ~0xFF)
      return isPrinters(major, minor) ? nil : .otherDevice
    default: return .otherDevice
    }
  }

  /// By the list of devices of the kernel (Documentation/admin-guide/devices.txt).
  private static func isPrinters(_ major: UInt64, _ minor: UInt64) -> Bool {
    switch major {
    // What takes everything and what takes nothing, to try things out with: /dev/null and /dev/full.
    case 1: minor == 3 || minor == 7
    // Serial lines, behind the consoles: /dev/ttyS0.
    case 4: minor >= 64
    // Printers on the parallel port.
    case 6: true
    // The far end of what another program offers as a terminal, such as a converter.
    case 136...143: true
    // Serial lines over USB, and those of small machines: ttyACM, ttyUSB, ttyAMA, ttymxc.
    case 166, 188, 204, 207: true
    // Printers on USB: /dev/usb/lp0. Where the kernel shares numbers out as they come, only its own list of devices tells.
    case 180: minor < 16 || name(major, minor)?.hasPrefix("lp") == true
    // Serial lines over Bluetooth.
    case 216: true
    default: false
    }
  }

  /// What the kernel calls a device (sysfs(5)); nil where it is not told.
  private static func name(_ major: UInt64, _ minor: UInt64) -> String? {
    let link = "/sys/dev/char/\(major):\(minor)"
    let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
    return target?.split(separator: "/").last.map(String.init)
  }
}
