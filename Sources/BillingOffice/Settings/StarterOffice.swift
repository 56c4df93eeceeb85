import Bookkeeping
import Foundation
import Papers

/// The office that a newcomer begins with.
package enum StarterOffice {
  /// Looks whether an office can be begun in a folder, so that nobody is asked for nothing.
  ///
  /// - Parameter folder: the folder; it must not exist, or be empty.
  /// - Throws: ``Diagnostics`` when it is in use.
  package static func checkFree(_ folder: String) throws(Diagnostics) {
    try AtomicFolder.checkFree(Files.absolute(folder))
  }

  /// Copies the starter office.
  ///
  /// - Parameters:
  ///   - folder: the folder to make; it must not exist, or be empty.
  ///   - installation: where the starter office is.
  ///   - office: what the new one says of itself.
  /// - Returns: the files that were made, in the order of their names.
  /// - Throws: ``Diagnostics`` when the folder is in use or cannot be written; nothing is left behind then.
  package static func copy(
    to folder: String, from installation: Installation, as office: NewOffice = NewOffice()
  ) throws(Diagnostics) -> [String] {
    let folder = Files.absolute(folder)
    let starter = starter(installation)
    let settings = try settings(installation)
    var contents: [String: AtomicFolder.Content] = [:]
    for name in try names(installation) { contents[name] = .copy(of: "\(starter)/\(name)") }
    // Some kinds of paper bring a file of their own.
    for kind in PaperKinds.all {
      for name in kind.ownFiles { contents[name] = .copy(of: "\(installation.templates)/\(kind.name)/\(name)") }
    }
    let text = try Files.text("\(starter)/\(OfficeFolder.settingsFile)", .program)
    contents[OfficeFolder.settingsFile] = .text(office.settings(in: text, of: settings))
    if let currency = office.currency, currency != settings.currency {
      contents["prices-\(settings.currency.code.prefix(2).lowercased()).csv"] = contents[pricesFile]
      let book = try priceBook(in: currency, installation)
      contents[pricesFile] = book.flatMap { contents.removeValue(forKey: $0.name) } ?? .text(StarterOrders.noPrices)
      for (name, text) in StarterOrders.files(of: book?.prices.entries ?? []) {
        contents[name] = text.map { .text($0) }
      }
    }
    let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    try AtomicFolder.fill(
      folder, with: contents, for: .office(parent: ShownPath.of(parent)), else: OfficeFact.starterNotCopied)
    return contents.keys.sorted().map { ShownPath.of("\(folder)/\($0)") }
  }

  /// Whether prices in an office's currency come with the program.
  ///
  /// - Parameters:
  ///   - office: what the new office says of itself.
  ///   - installation: where the starter office is.
  /// - Returns: the currency, where its prices must be written first; nil where they come along.
  /// - Throws: ``Diagnostics`` when the starter office cannot be read.
  package static func currencyWithoutPrices(_ office: NewOffice, _ installation: Installation) throws(Diagnostics)
    -> String?
  {
    guard let currency = office.currency, try settings(installation).currency != currency else { return nil }
    return try priceBook(in: currency, installation) == nil ? currency.code : nil
  }

  /// What the starter office says of itself.
  static func settings(_ installation: Installation) throws(Diagnostics) -> OfficeSettings {
    let path = "\(starter(installation))/\(OfficeFolder.settingsFile)"
    guard Files.exists(path) else {
      throw Diagnostics(OfficeFact.noStarter, file: ShownPath.of(starter(installation)))
    }
    let (settings, faults) = OfficeSettingsReader.read(try Files.text(path, .program), file: ShownPath.of(path))
    guard let settings, faults.isEmpty else { throw Diagnostics(faults) }
    return settings
  }

  // MARK: - Its files

  private static let pricesFile = "prices.csv"

  private static func starter(_ installation: Installation) -> String { installation.templates + "/office" }

  private static func names(_ installation: Installation) throws(Diagnostics) -> [String] {
    let starter = starter(installation)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: starter) else {
      throw Diagnostics(OfficeFact.noStarter, file: ShownPath.of(starter))
    }
    return names.sorted()
  }

  /// The price book in a currency that comes along; nil where none does.
  private static func priceBook(in currency: Currency, _ installation: Installation) throws(Diagnostics) -> (
    name: String, prices: PriceBook
  )? {
    for name in try names(installation) where name.hasPrefix("prices-") {
      let prices = PriceBook.read(try Files.read("\(starter(installation))/\(name)", .program)).value
      if prices.entries.first?.price.currency == currency { return (name, prices) }
    }
    return nil
  }
}
