internal import Foundation

/// Under which name an item's page stands, on the site and in the codes of signs.
public enum ItemAddress {
  /// What a file system takes as a name bounds its length, in bytes.
  private static let longest = 200
  /// What stands in an address as it is: plain letters, figures and `-`.
  private static let plain = CharacterSet(
    charactersIn: "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

  /// The name of an item's page: its letters and figures in capitals, everything else as `-`.
  ///
  /// - Parameter item: what the item is called.
  /// - Returns: the name; empty where there is neither a letter nor a figure.
  public static func name(of item: String) -> String {
    var name = item.uppercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).joined(separator: "-")
    while name.utf8.count > longest { name.removeLast() }
    return name
  }

  /// The same as part of an address (RFC 3986).
  ///
  /// - Parameter item: what the item is called.
  /// - Returns: the name, with everything but plain letters, figures and `-` as percent signs and bytes.
  public static func path(of item: String) -> String { encoded(name(of: item)) }

  /// A name in an address.
  package static func encoded(_ name: String) -> String {
    name.addingPercentEncoding(withAllowedCharacters: plain) ?? name
  }
}
