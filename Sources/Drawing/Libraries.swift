internal import CCairo
internal import CFontconfig
internal import CHarfBuzz
internal import CPango
internal import CQREncode
internal import CZlib

/// The libraries that draw, as they are linked right now.
public enum Libraries {
  /// The name and version of each.
  public static var versions: [(name: String, version: String)] {
    let fontconfig = FcGetVersion()
    var code = (Int32(0), Int32(0), Int32(0))
    QRcode_APIVersion(&code.0, &code.1, &code.2)
    return [
      ("Cairo", String(cString: cairo_version_string())), ("Pango", String(cString: pango_version_string())),
      ("HarfBuzz", String(cString: hb_version_string())), ("zlib", String(cString: zlibVersion())),
      ("fontconfig", "\(fontconfig / 10000).\(fontconfig / 100 % 100).\(fontconfig % 100)"),
      ("libqrencode", "\(code.0).\(code.1).\(code.2)"),
      ("librsvg", RsvgLibrary.shared?.version ?? "not installed"),
    ]
  }
}
