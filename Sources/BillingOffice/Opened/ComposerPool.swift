import Papers
import Synchronization

/// Composers that have letters, formats and stamps ready, between two papers. Each is used by one thread at a time.
final class ComposerPool: Sendable {
  /// Which composers can stand in for one another.
  struct Key: Hashable {
    /// The design, as it was read.
    var design: Int
    var hasRoles: Bool
    var edition: Edition
  }

  /// A composer goes from one thread to another only through the pool, so that no two ever have it.
  private struct Resting: @unchecked Sendable {
    var key: Key
    var composer: PageComposer
  }

  private let resting = Mutex<[Resting]>([])
  /// How many rest at the most: each holds letters and stamps of a few hundred kilobytes.
  private static let limit = 8

  /// A composer of a design; one that rested, or a new one.
  ///
  /// - Throws: ``Diagnostics`` when there are no letters to be had.
  func take(_ design: PaperDesign, hasRoles: Bool, edition: Edition) throws(Diagnostics) -> PageComposer {
    let key = Key(design: design.serial, hasRoles: hasRoles, edition: edition)
    let known = resting.withLock { resting -> Resting? in
      resting.lastIndex { $0.key == key }.map { resting.remove(at: $0) }
    }
    if let known { return known.composer }
    return try PageComposer(design, hasRoles: hasRoles, edition: edition)
  }

  /// Puts a composer to rest.
  func giveBack(_ composer: PageComposer) {
    composer.forgetReports()
    let key = Key(design: composer.design.serial, hasRoles: composer.hasRoles, edition: composer.edition)
    let new = Resting(key: key, composer: composer)
    resting.withLock { resting in
      resting.append(new)
      if resting.count > Self.limit { resting.removeFirst() }
    }
  }
}
