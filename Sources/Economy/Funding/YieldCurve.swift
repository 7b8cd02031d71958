import Statistics

/// Yields as expected short rates plus a term premium, percent a year.
///
///     y_n = r̄ + (r − r̄)(1 − ρⁿ)/(n(1 − ρ)) + TP_n,   r̄ = r* + π*
///
/// n counts months; the short rate reverts to r̄ as a first-order autoregression. TP_n rises in proportion to
/// the maturity up to ten years and stays there: §4.3 of `model.md` defines TP10 alone, and this shape is the
/// one of a supply factor that prices duration (Greenwood and Vayanos 2014). Bills pay
/// ``billSpread`` besides, which fades out over a year.
public struct YieldCurve: Hashable, Sendable {
  /// r: the short rate today, percent a year.
  public var shortRate: Double
  /// r*: the neutral real rate, percent a year.
  public var neutralRealRate: Double
  /// π*: expected inflation in the long run, percent a year.
  public var inflationTarget: Double
  /// ρ of a month, from 0 to 1.
  public var monthlyPersistence: Double
  /// TP10, percent a year.
  public var tenYearPremium: Double
  /// Bills over overnight index swaps, percent a year; of ``BillSupply``.
  public var billSpread: Double

  /// Takes a state.
  public init(
    shortRate: Double,
    neutralRealRate: Double = 1,
    inflationTarget: Double = 2,
    monthlyPersistence: Double = 0.97,
    tenYearPremium: Double,
    billSpread: Double = 0
  ) {
    precondition((0...1).contains(monthlyPersistence), "ρ lies in 0 ... 1: \(monthlyPersistence)")
    self.shortRate = shortRate
    self.neutralRealRate = neutralRealRate
    self.inflationTarget = inflationTarget
    self.monthlyPersistence = monthlyPersistence
    self.tenYearPremium = tenYearPremium
    self.billSpread = billSpread
  }

  /// The mean of the expected short rates of some months, this one first, percent a year.
  ///
  /// - Parameter months: n, positive.
  /// - Returns: Percent a year.
  public func expectedRate(months: Int) -> Double {
    precondition(months > 0, "a maturity is positive: \(months)")
    guard monthlyPersistence < 1 else { return shortRate }
    let anchor = neutralRealRate + inflationTarget
    let count = Double(months)
    let weight =
      (1 - Libm.pow(monthlyPersistence, count)) / (count * (1 - monthlyPersistence))
    return anchor + (shortRate - anchor) * weight
  }

  /// TP_n, percent a year.
  ///
  /// - Parameter months: n, positive.
  /// - Returns: Percent a year.
  public func termPremium(months: Int) -> Double {
    tenYearPremium * min(1, Double(months) / 120)
  }

  /// The part of the bill spread that a maturity pays: all to three months, none from a year on.
  func billWeight(months: Int) -> Double { min(1, max(0, Double(12 - months) / 9)) }

  /// y_n, percent a year.
  ///
  /// - Parameter months: n, positive.
  /// - Returns: Percent a year.
  public func yield(months: Int) -> Double {
    expectedRate(months: months) + termPremium(months: months)
      + billSpread * billWeight(months: months)
  }

  /// Ten years less three months, percentage points; below zero the curve is inverted.
  public var slope: Double { yield(months: 120) - yield(months: 3) }
}
