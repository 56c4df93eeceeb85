/// Keeps the frames of ``Shared`` subtrees from one document to the next. One worker's own; not shared between threads.
public final class LayoutCache {
  struct Key: Hashable {
    var element: ObjectIdentifier
    var space: Constraints
    var fontScale: Double
    var leastSize: Double
    var direction: Direction
    var wordBreaks: WordBreaks
    var breaksAllLines: Bool?
    var isTrial: Bool

    /// Stands for every height, where the frame does not depend on it.
    static let anyHeight = -1.0
  }

  private var frames: [Key: (element: AnyObject, frame: SharedFrame)] = [:]
  private let limit: Int

  /// Makes an empty cache.
  ///
  /// - Parameter limit: how many frames to keep at the most; when it is reached all are dropped, so that memory stays bounded.
  public init(limit: Int = 512) {
    self.limit = limit
  }

  subscript(key: Key, owner: AnyObject) -> SharedFrame? {
    get { frames[key]?.frame }
    set {
      if frames.count >= limit { frames.removeAll(keepingCapacity: true) }
      // The owner is kept alive with its key, so that another object can never come to have the same identity.
      frames[key] = newValue.map { (owner, $0) }
    }
  }
}
