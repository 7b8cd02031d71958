public import Quantities

/// When and what a perpetual's longs pay its shorts.
public struct FundingRule: Hashable, Sendable {
  /// The price a payment is computed on.
  public enum PaymentPrice: Sendable, Hashable {
    /// The mark price: Binance, Bybit.
    case mark
    /// The index or oracle price: Hyperliquid.
    case index
  }

  /// How premium samples become one premium.
  public enum Average: Sendable, Hashable {
    /// Every sample alike: Hyperliquid, 5 s samples over the hour [HL-fund].
    case plain
    /// Sample i weighs i: Bybit, `Σ i Pᵢ / Σ i` over 480 minutes [BY-pred].
    case linearlyWeighted
    /// Samples weigh by how long they stood: Binance [BN-fund].
    case timeWeighted
  }

  /// The formula.
  public let formula: FundingFormula
  /// How premium samples are averaged.
  public let average: Average
  /// The time between payments; payments fall on its multiples since 1970, UTC.
  public let interval: Duration
  /// What the formula's rate is divided by for one interval: eight where an 8 h rate is paid hourly.
  public let divisor: Int64
  /// The largest absolute rate of one payment, or nil.
  public let cap: Rate?
  /// The price a payment is computed on.
  public let paymentPrice: PaymentPrice

  /// Creates a rule; interval and divisor are positive.
  public init(
    formula: FundingFormula,
    average: Average,
    interval: Duration,
    divisor: Int64 = 1,
    cap: Rate? = nil,
    paymentPrice: PaymentPrice
  ) {
    precondition(interval > .zero && divisor > 0, "interval and divisor are positive")
    precondition(cap ?? .zero >= .zero, "a cap is not negative")
    self.formula = formula
    self.average = average
    self.interval = interval
    self.divisor = divisor
    self.cap = cap
    self.paymentPrice = paymentPrice
  }

  /// The rate of one payment for an averaged premium: formula, division, cap.
  public func rate(premium: Rate) -> Rate {
    let whole = formula.rate(premium: premium)
    let share = Int128(whole.parts).divided(by: Int128(divisor), rounding: .toNearestOrEven)
    let rate = Rate(partsPerTrillion: Int64(share))
    guard let cap else { return rate }
    return min(max(rate, -cap), cap)
  }

  /// The first payment after an instant.
  public func nextPayment(after now: Instant) -> Instant {
    let step = interval.microseconds
    let passed = Int128(now.microseconds).divided(by: Int128(step), rounding: .down)
    return Instant(microseconds: Int64((passed + 1) * Int128(step)))
  }

  /// The interest rate of one interval: the difference of two daily index rates over the intervals of
  /// a day, `(0.06 % − 0.03 %)/3 = 0.01 %` [BY-rate].
  public static func interest(
    quoteRate: Rate,
    baseRate: Rate,
    intervalsPerDay: Int64
  ) -> Rate {
    precondition(intervalsPerDay > 0, "a day has intervals: \(intervalsPerDay)")
    let difference = Int128(quoteRate.parts) - Int128(baseRate.parts)
    return Rate(
      partsPerTrillion: Int64(
        difference.divided(by: Int128(intervalsPerDay), rounding: .toNearestOrEven)
      )
    )
  }

  /// The cap of dYdX v4: `6 × (IMF − MMF)` per 8 h [DY-tier].
  public static func marginSpreadCap(
    initialRate: Rate,
    maintenanceRate: Rate,
    factor: Int64 = 6
  ) -> Rate {
    Rate(partsPerTrillion: (initialRate - maintenanceRate).parts * factor)
  }
}
