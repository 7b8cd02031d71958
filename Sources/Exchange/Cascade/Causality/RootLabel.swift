/// Which order a root of a ``CausalForest`` stands for.
public struct RootLabel: Hashable, Sendable {
  /// The root's id.
  public let node: Int32
  /// The order's label.
  public let label: Int32
}
