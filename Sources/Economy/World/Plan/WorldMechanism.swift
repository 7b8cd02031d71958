/// A mechanism that a scenario can switch off to see what vanishes with it.
public struct WorldMechanism: Hashable, Sendable {
  /// The name in `without:` and `--without`.
  public let id: String
  /// What it does while it is on.
  public let summary: String

  /// Creates a mechanism.
  public init(_ id: String, _ summary: String) {
    self.id = id
    self.summary = summary
  }

  /// Forced closing of positions by venues; off, every multiplier is exactly one.
  public static let leverage = WorldMechanism(
    "leverage",
    "venues liquidate positions whose margin is used up"
  )
  /// News about values.
  public static let news = WorldMechanism("news", "values move by news")
  /// The recovery of prices after a trade.
  public static let resilience = WorldMechanism(
    "resilience",
    "the book refills: temporary impact decays"
  )
  /// Closing of profitable positions against losses the fund cannot pay.
  public static let autoDeleveraging = WorldMechanism(
    "auto_deleveraging",
    "losses beyond the insurance fund close opposite positions"
  )
  /// The dependence of depth on volatility and market makers.
  public static let depthWithdrawal = WorldMechanism(
    "depth_withdrawal",
    "depth falls when volatility rises and market makers withdraw"
  )
  /// The mechanisms of the world itself, before any participant.
  public static let ofTheWorld = [
    leverage, news, resilience, autoDeleveraging, depthWithdrawal,
  ]
}
