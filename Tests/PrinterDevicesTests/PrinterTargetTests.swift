import Testing

@testable import PrinterDevices

@Suite struct PrinterTargetTests {
  @Test(
    arguments: [
      ("tcp://192.168.1.50", .network(host: "192.168.1.50", port: 9100), "tcp://192.168.1.50:9100"),
      ("tcp://till.local:9101", .network(host: "till.local", port: 9101), "tcp://till.local:9101"),
      ("tcp://[::1]", .network(host: "::1", port: 9100), "tcp://[::1]:9100"),
      ("tcp://[fe80::1%eth0]:65535", .network(host: "fe80::1%eth0", port: 65535), "tcp://[fe80::1%eth0]:65535"),
      ("/dev/usb/lp0", .device(path: "/dev/usb/lp0"), "/dev/usb/lp0"),
    ] as [(String, PrinterTarget, String)])
  func addressesAreReadAndTypedAgain(text: String, target: PrinterTarget, typed: String) {
    #expect(PrinterTarget(text) == target)
    #expect(target.description == typed && PrinterTarget(typed) == target)
  }

  @Test(arguments: [
    "", "/", "counter", "usb/lp0", "./lp0", "http://host", "TCP://host", "tcp://", "tcp://:9100", "tcp://[]:9100",
    "tcp://[::1", "tcp://[::1]9100", "tcp://host:", "tcp://host:0", "tcp://host:99999", "tcp://host:-1",
    "tcp://host:91x", "tcp://host/", "tcp://::1", "tcp://host]",
  ])
  func whatIsNoAddressIsRefused(text: String) {
    #expect(PrinterTarget(text) == nil)
  }
}
