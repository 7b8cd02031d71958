/// What an event of a world is.
public enum CauseKind: UInt8, Hashable, Sendable, CaseIterable {
  // Roots.
  /// A shock of the scenario.
  case shock
  /// News about a value.
  case news
  /// A participant's own decision to trade, or what many small ones add up to.
  case decision
  /// A figure that an issuer published of its own accord.
  case announcement
  /// The state in which the world opened.
  case opening
  /// Funding or a margin taken away had carried a position past its trigger.
  case standing
  // Forced.
  /// A venue closed a position.
  case liquidation
  /// A counterparty was closed by auto-deleveraging.
  case autoDeleveraging
  /// A share of a loss nobody else covers.
  case socialisation
  /// A participant's limit or contract left no choice.
  case forcedOrder
  /// A redemption that a holder was forced to make.
  case forcedRedemption
  /// An issuer wrote a claim down.
  case writeDown
  /// A published figure that followed from an event.
  case consequence
  /// A circuit breaker stopped a market.
  case halt
  /// A trade that two prices made profitable after an event had moved one of them.
  case arbitrage

  /// Whether nothing forced it.
  public var isRoot: Bool { rawValue <= CauseKind.standing.rawValue }

  /// The name in journals.
  public var name: String {
    switch self {
    case .autoDeleveraging: "auto_deleveraging"
    case .forcedOrder: "forced_order"
    case .forcedRedemption: "forced_redemption"
    case .writeDown: "write_down"
    default: String(describing: self)
    }
  }
}
