/// Why an order is sent, for indicators that must tell flows apart.
public enum IntentTag: UInt8, Hashable, Sendable, CaseIterable {
  /// A view, a need or a rule about one asset.
  case directional
  /// One leg of a position whose other leg offsets it.
  case neutral
  /// A limit or contract leaves no choice.
  case forced
  /// An official's decision.
  case policy
}
