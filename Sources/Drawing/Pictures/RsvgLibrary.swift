internal import CCairo
internal import CPango
internal import Foundation

/// librsvg, opened when the first SVG picture is met: were it linked, every start of the program would take 3 ms longer, since
/// ten more libraries stand below it (measured on Debian 12).
///
/// The functions are those of `librsvg/rsvg.h` from 2.52 on; an `RsvgRectangle` has the members of a `cairo_rectangle_t`.
struct RsvgLibrary: Sendable {
  typealias Handle = UnsafeMutableRawPointer
  typealias Failure = UnsafeMutablePointer<UnsafeMutablePointer<GError>?>
  typealias Rectangle = UnsafeMutablePointer<cairo_rectangle_t>

  /// `rsvg_handle_new_from_file`
  let newFromFile: @convention(c) (UnsafePointer<CChar>, Failure) -> Handle?
  /// `rsvg_handle_new_from_data`; such a picture reaches no other file.
  let newFromData: @convention(c) (UnsafePointer<UInt8>, UInt, Failure) -> Handle?
  /// `rsvg_handle_set_dpi`
  let setDPI: @convention(c) (Handle, Double) -> Void
  /// `rsvg_handle_get_intrinsic_size_in_pixels`
  let intrinsicSizeInPixels:
    @convention(c) (Handle, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> gboolean
  /// `rsvg_handle_get_intrinsic_dimensions`; whether there is a width and which, a height and which, a viewBox and which. What
  /// is not asked for is nil.
  let intrinsicDimensions:
    @convention(c) (
      Handle, OpaquePointer?, OpaquePointer?, OpaquePointer?, OpaquePointer?, UnsafeMutablePointer<gboolean>, Rectangle
    ) -> Void
  /// `rsvg_handle_render_document`
  let renderDocument: @convention(c) (Handle, OpaquePointer?, Rectangle, Failure) -> gboolean
  /// Such as `2.54.7`.
  let version: String

  /// The library; nil where it is not installed.
  static let shared = RsvgLibrary()

  private init?() {
    guard let library = dlopen("librsvg-2.so.2", RTLD_LAZY | RTLD_LOCAL),
      let newFromFile = dlsym(library, "rsvg_handle_new_from_file"),
      let newFromData = dlsym(library, "rsvg_handle_new_from_data"),
      let setDPI = dlsym(library, "rsvg_handle_set_dpi"),
      let intrinsicSizeInPixels = dlsym(library, "rsvg_handle_get_intrinsic_size_in_pixels"),
      let intrinsicDimensions = dlsym(library, "rsvg_handle_get_intrinsic_dimensions"),
      let renderDocument = dlsym(library, "rsvg_handle_render_document")
    else { return nil }
    func function<F>(_ pointer: UnsafeMutableRawPointer) -> F { unsafeBitCast(pointer, to: F.self) }
    self.newFromFile = function(newFromFile)
    self.newFromData = function(newFromData)
    self.setDPI = function(setDPI)
    self.intrinsicSizeInPixels = function(intrinsicSizeInPixels)
    self.intrinsicDimensions = function(intrinsicDimensions)
    self.renderDocument = function(renderDocument)
    let parts = ["rsvg_major_version", "rsvg_minor_version", "rsvg_micro_version"]
    version = parts.compactMap { dlsym(library, $0) }.map { "\($0.load(as: guint.self))" }.joined(separator: ".")
  }
}
