public import Quantities

/// How the venue liquidates: who pays when, and what the forced order is worth.
public struct CascadeRules: Hashable, Sendable {
  /// The price at which a forced order's size becomes a volume in quote currency.
  public enum Valuation: Hashable, Sendable {
    /// At the position's liquidation price: the volume is a property of the position, so the event
    /// engine and the greatest fixed point of Q(p) are the same equation.
    case liquidationPrice
    /// At the average of the mids before and after: the cash that changes hands. With linear impact
    /// this is exactly λ per coin.
    case tradePrice
  }

  /// Who is closed when the fund has reached its floor.
  public enum DeleveragingRule: String, Hashable, Sendable, CaseIterable {
    /// One position after another, the highest profit share times effective leverage first.
    case ranked
    /// Every owner class the same share of its profitable contracts; losers by rank once those are gone.
    case proRata = "pro_rata"
  }

  /// Whether positions past their trigger are liquidated at all; off in the control of an experiment.
  public var liquidates: Bool
  /// Whether opposite positions are closed when the fund has reached its floor.
  public var autoDeleverages: Bool
  /// In which order they are.
  public var deleveragingRule: DeleveragingRule
  /// The insurance fund never pays below this, quote minor units.
  public var insuranceFundFloor: Amount
  /// Whether surpluses of forced closes stay in the fund; if not, the venue earns what the fund would
  /// hold above its floor, and no surplus ever pays for a later shortfall.
  public var fillsInsuranceFund: Bool
  /// The fee of a forced fill on its notional, paid by the fund, rounded up.
  public var liquidationFee: Rate
  /// How forced orders are valued.
  public var valuation: Valuation
  /// Whether each forced trade is written into the causal forest.
  public var recordsTrades: Bool

  /// Creates rules.
  public init(
    liquidates: Bool = true,
    autoDeleverages: Bool = true,
    deleveragingRule: DeleveragingRule = .ranked,
    insuranceFundFloor: Amount = .zero,
    fillsInsuranceFund: Bool = true,
    liquidationFee: Rate = .zero,
    valuation: Valuation = .liquidationPrice,
    recordsTrades: Bool = true
  ) {
    precondition(liquidationFee >= .zero && liquidationFee < .one, "a fee lies in 0 ..< 1")
    self.liquidates = liquidates
    self.autoDeleverages = autoDeleverages
    self.deleveragingRule = deleveragingRule
    self.insuranceFundFloor = insuranceFundFloor
    self.fillsInsuranceFund = fillsInsuranceFund
    self.liquidationFee = liquidationFee
    self.valuation = valuation
    self.recordsTrades = recordsTrades
  }
}
