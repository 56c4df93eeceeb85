/// The names of those who carry money.
enum PaymentHosts {
  /// By the hash of a host's name read backwards: what its path must begin with to be a payment link.
  static let paths: [UInt64: [UInt8]] = {
    var paths: [UInt64: [UInt8]] = [:]
    for host in WordList(PackageResources.payment_hosts_txt).words() {
      let name = host.prefix { $0 != "/" }
      var hash = FNV()
      for byte in name.utf8.reversed() { hash.add(byte) }
      paths[hash.value] = Array(host.dropFirst(name.count).utf8)
    }
    return paths
  }()

  /// Schemes that mean money wherever they stand.
  static let schemes = schemes("anywhere")

  /// Schemes that are words of their own too, and mean money only before `//`.
  static let appSchemes = schemes("before slashes")

  private static let schemeList = WordList(PackageResources.payment_schemes_txt)

  private static func schemes(_ section: String) -> Set<String> { Set(schemeList.words(section)) }

  /// What stands behind the @ of a UPI name.
  static let bankHandles = Set(WordList(PackageResources.bank_handles_txt).words())
}
