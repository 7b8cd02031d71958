/// The conventions that turn two dates into a fraction of a year for accrual.
///
/// Money-market rates accrue on Actual/360, crypto, yen and Hong Kong dollar rates on Actual/365,
/// convertible bonds on 30/360 (`model.md` §0.2).
public enum DayCount: Sendable, Hashable, CaseIterable {
  /// Calendar days over 360.
  case actual360
  /// Calendar days over 365.
  case actual365
  /// Months of thirty days over 360, US bond basis: the 31st counts as the 30th.
  case thirty360

  /// The days of the numerator from `start` to `end`.
  public func days(from start: Day, to end: Day) -> Int {
    switch self {
    case .actual360, .actual365: return end - start
    case .thirty360:
      let first = start.civil
      let last = end.civil
      let firstDay = min(first.day, 30)
      let lastDay = last.day == 31 && firstDay == 30 ? 30 : last.day
      return 360 * (last.year - first.year) + 30 * (last.month - first.month) + lastDay - firstDay
    }
  }

  /// The days in the denominator.
  public var daysPerYear: Int {
    self == .actual365 ? 365 : 360
  }

  /// The interest on `principal` at an annual rate between two dates.
  ///
  /// - Parameters:
  ///   - rate: Simple annual rate.
  ///   - principal: Minor units.
  ///   - start: The first day of the accrual.
  ///   - end: The day on which it ends, not counted itself.
  ///   - rounding: The way the last minor unit is resolved.
  /// - Returns: Minor units, with the sign of the rate times the principal.
  /// - Throws: ``QuantityError/overflow(operation:)`` if the interest leaves 64 bits.
  public func interest(
    at rate: Rate,
    on principal: Amount,
    from start: Day,
    to end: Day,
    rounding: Rounding
  ) throws(QuantityError) -> Amount {
    let (yearly, first) = (Int128(rate.parts) * Int128(principal.units))
      .multipliedReportingOverflow(by: Int128(days(from: start, to: end)))
    let divisor = Int128(Rate.partsPerOne) * Int128(daysPerYear)
    guard !first, let units = Int64(exactly: yearly.divided(by: divisor, rounding: rounding))
    else { throw .overflow(operation: "interest on \(principal.units)") }
    return Amount(units)
  }
}
