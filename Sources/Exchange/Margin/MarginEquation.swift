/// The account's margin balance against what its positions in one contract require, as a function of
/// the price: the one formula behind liquidation and bankruptcy prices.
///
/// With `s` the side, `q` size, `E` entry value, `m` maintenance rate, `A` deduction, `C` fixed
/// requirements and `W` the balance, summed over the positions (BOTH, LONG, SHORT):
///
///     linear    G(p) = W + ΣA − ΣC − ΣsE + p Σq (s − m) = 0   p_liq = (W + ΣA − ΣC − ΣsE) / Σq (m − s)
///     inverse   G(p) = W + ΣA − ΣC + ΣsE − ΣQ (s + m) / p = 0   p_liq = ΣQ (s + m) / (W + ΣA − ΣC + ΣsE)
///
/// The bankruptcy price is the same with no maintenance, `m` being the closing fee alone. The integer
/// form is exact until the one final rounding. Source: `exchange-mechanics.md` §3
/// [BN-liq, BN-coin, BY-inv, OK-liq].
public struct MarginEquation<Number: MarginArithmetic>: Sendable {
  /// An exact price: `above`/`below`, settlement units per size unit (inverse: its reciprocal).
  public struct Quotient: Sendable {
    /// Above the line, not negative.
    public let above: Number
    /// Below the line, positive.
    public let below: Number
  }

  /// The payoff of the contract.
  public let payoff: Payoff
  /// `W + ΣA − ΣC ∓ ΣsE` times the rate unit: what is left at a linear price of zero, or an inverse
  /// one of infinity.
  private let offset: Number
  /// `Σq (s − m)` linear or `ΣQ (s + m)` inverse, times the rate unit.
  private let slope: Number
  private let isNearlyFlat: Bool

  /// The part of the gross size below which a hedge counts as flat: one in this many.
  ///
  /// Beyond it one unit more or less on a side moves the crossing by its own size, and the number
  /// has no meaning.
  public static var flatnessLimit: Number { 1_000 }

  /// The equation of equity against the requirement.
  ///
  /// - Parameters:
  ///   - payoff: Of the contract.
  ///   - balance: Isolated margin, or wallet plus the surplus of the account's other positions.
  ///   - positions: One, or the long and the short of a hedge.
  ///   - rule: What the requirement counts.
  ///   - takerFee: The fee rate of a forced close, in parts of `rateUnit`.
  ///   - rateUnit: One as a rate.
  /// - Throws: ``MarginError/overflow(operation:)`` if a requirement does not fit.
  public init(
    payoff: Payoff,
    balance: Number,
    positions: [MarginTerms<Number>],
    rule: RequirementRule,
    takerFee: Number = 0,
    rateUnit: Number = 1
  ) throws(MarginError) {
    let feeAtPrice: Number = rule.closingFee == .atLiquidationPrice ? takerFee : 0
    var fixed: Number = 0
    var deductions: Number = 0
    var rates: [Number] = []
    for position in positions {
      switch rule.basis {
      case .entryValue:
        fixed += try position.maintenance(atValue: position.entryValue, rateUnit: rateUnit)
        rates.append(feeAtPrice)
      case .markValue:
        deductions += position.deduction
        rates.append(position.maintenanceRate + feeAtPrice)
      }
    }
    if rule.closingFee == .atBankruptcyPrice, takerFee != 0 {
      fixed += try MarginEquation(
        bankruptcyOf: positions,
        payoff: payoff,
        balance: balance,
        takerFee: takerFee,
        rateUnit: rateUnit
      ).closingFee(of: positions, rate: takerFee, rateUnit: rateUnit)
    }
    self.init(payoff, (balance - fixed) * rateUnit + deductions, positions, rates, rateUnit)
  }

  /// The equation of equity against the closing fee alone: its crossing is the bankruptcy price.
  ///
  ///     linear   p_bk = (e − s W/q) / (1 − s f)      inverse   p_bk = Q (1 + s f) / (Q/e + s W)
  public init(
    bankruptcyOf positions: [MarginTerms<Number>],
    payoff: Payoff,
    balance: Number,
    takerFee: Number = 0,
    rateUnit: Number = 1
  ) {
    self.init(payoff, balance * rateUnit, positions, positions.map { _ in takerFee }, rateUnit)
  }

  private init(
    _ payoff: Payoff,
    _ balanceParts: Number,
    _ positions: [MarginTerms<Number>],
    _ rates: [Number],
    _ rateUnit: Number
  ) {
    var offset = balanceParts
    var slope: Number = 0
    var gross: Number = 0
    for (position, rate) in zip(positions, rates) {
      let unit = position.side == .long ? rateUnit : -rateUnit
      let value = position.entryValue * unit
      offset += payoff.isStraight ? -value : value
      slope += position.size * (payoff.isStraight ? unit - rate : unit + rate)
      gross += position.size
    }
    self.payoff = payoff
    self.offset = offset
    self.slope = slope
    let net = slope < 0 ? -slope : slope
    isNearlyFlat = positions.count > 1 && net * Self.flatnessLimit < gross * rateUnit
  }

  /// Where equity falls to the requirement.
  public var crossing: PriceThreshold<Quotient> {
    if isNearlyFlat { return .never }
    let zero: Number = 0
    if slope == zero { return offset <= zero ? .always : .never }
    if payoff.isStraight {
      if slope > zero {
        guard offset < zero else { return .never }
        return .atOrBelow(Quotient(above: -offset, below: slope))
      }
      guard offset > zero else { return .always }
      return .atOrAbove(Quotient(above: offset, below: -slope))
    }
    if slope > zero {
      guard offset > zero else { return .always }
      return .atOrBelow(Quotient(above: slope, below: offset))
    }
    guard offset < zero else { return .never }
    return .atOrAbove(Quotient(above: -slope, below: -offset))
  }

  /// The fee of closing every position at the crossing.
  private func closingFee(
    of positions: [MarginTerms<Number>],
    rate: Number,
    rateUnit: Number
  ) throws(MarginError) -> Number {
    guard let price = crossing.price else { return 0 }
    var fee: Number = 0
    for position in positions {
      let value = try Number.requirement(
        position.size,
        times: payoff.isStraight ? price.above : price.below,
        over: payoff.isStraight ? price.below : price.above
      )
      fee += try Number.requirement(rate, times: value, over: rateUnit)
    }
    return fee
  }
}

extension MarginEquation<Double> {
  /// The price at which equity falls to the requirement, for analysis.
  ///
  /// The engine's ``LiquidationPricing`` evaluates the same equation in exact integers.
  public var threshold: PriceThreshold<Double> {
    switch crossing {
    case .never: .never
    case .always: .always
    case .atOrBelow(let price): .atOrBelow(price.above / price.below)
    case .atOrAbove(let price): .atOrAbove(price.above / price.below)
    }
  }
}

extension PriceThreshold<Double> {
  /// The price on a tick, rounded towards the earlier: up for a fall, down for a rise.
  public func rounded(toTick tick: Double) -> Double? {
    switch self {
    case .atOrBelow(let price): (price / tick).rounded(.up) * tick
    case .atOrAbove(let price): (price / tick).rounded(.down) * tick
    case .never, .always: nil
    }
  }
}
