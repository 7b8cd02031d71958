/// The news that carries a market with its liquidations to an observed price.
public struct NewsIncrement: Hashable, Sendable {
  /// δ, the change of the log value.
  public let logReturn: Double
  /// The log mid that the cascade reaches with it.
  public let reachedLogMid: Double
  /// Whether that is the observed price: a price inside a fold of the book can be passed but not
  /// reached, because the cascade that gets there does not stop there.
  public let isExact: Bool
}
