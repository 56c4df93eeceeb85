import Layout

/// The layers that have been put over pages, so that they are found again on whatever comes out in the end: a sheet of many pieces,
/// a picture that people post. One worker's own.
final class KnownVoids {
  private var layers: [ObjectIdentifier: VoidLayer] = [:]
  /// How many are known at the most; a sheet has far fewer.
  private static let limit = 1024

  /// Remembers one. It is kept, so that nothing else comes to have its identity.
  func add(_ layer: VoidLayer) {
    if layers.count >= Self.limit { layers.removeAll(keepingCapacity: true) }
    layers[ObjectIdentifier(layer.frame)] = layer
  }

  /// The layer that a frame is of; nil where it is none.
  func layer(of frame: SharedFrame) -> VoidLayer? { layers[ObjectIdentifier(frame)] }
}
