internal import Foundation

/// The name of an element, for as long as it is told: made into nothing else, since a sheet has millions.
struct XMLName {
  private let start: UnsafePointer<CChar>

  init(_ start: UnsafePointer<CChar>, isPrefixed: Bool) {
    self.start = isPrefixed ? start : strchr(start, Int32(UInt8(ascii: ":"))).map { UnsafePointer($0 + 1) } ?? start
  }

  /// Whether it is this one.
  static func ~= (name: StaticString, element: XMLName) -> Bool {
    strcmp(UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self), element.start) == 0
  }

  static func == (element: XMLName, name: StaticString) -> Bool { name ~= element }
  static func != (element: XMLName, name: StaticString) -> Bool { !(name ~= element) }
}

/// The attributes of an element, for as long as it is told.
struct XMLAttributes {
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of the attribute of this name, as it is written there; nil where there is none.
  subscript(name: StaticString) -> String? { value(name).map { String(cString: $0) } }

  /// The same for a whole number; nil for anything else, too.
  func number(_ name: StaticString) -> Int? {
    guard let text = value(name) else { return nil }
    var (at, number) = (text, 0)
    while at.pointee != 0 {
      guard (48...57).contains(at.pointee), number < 1 << 40 else { return nil }
      number = number * 10 + Int(at.pointee) - 48
      at += 1
    }
    return at == text ? nil : number
  }

  /// Whether the attribute is there and says this.
  func says(_ name: StaticString, _ wanted: StaticString) -> Bool {
    value(name).map { strcmp($0, UnsafeRawPointer(wanted.utf8Start).assumingMemoryBound(to: CChar.self)) == 0 } ?? false
  }

  /// The value of the attribute that has a prefix, whichever, and this name.
  func prefixed(_ name: StaticString) -> String? {
    var at = list
    while let found = at.pointee {
      if let colon = strchr(found, Int32(UInt8(ascii: ":"))), name ~= XMLName(colon + 1, isPrefixed: true) {
        return at[1].map { String(cString: $0) }
      }
      at += 2
    }
    return nil
  }

  /// The value's characters, up to a zero.
  func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    var at = list
    while let found = at.pointee {
      if name ~= XMLName(found, isPrefixed: true) { return at[1] }
      at += 2
    }
    return nil
  }
}
