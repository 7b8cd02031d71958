import Statistics

/// How far the local interbank rate stands from the dollar rate, given what banks hold at the board.
///
///     HIBOR − SOFR = −s_max (1 − e^{−(AB − AB₀)⁺/AB_s}) + s_tight e^{−AB/AB_t}
///
/// Plentiful balances push the local rate down to zero, scarce ones above the dollar rate. The defaults put
/// the curve through the two observed days of May 2025: 45 bn HKD with 4.30 % against 4.35 %, and 174.4 bn
/// with 0.03 %. Two points do not fix five parameters: s_max is the dollar rate of the time (a local
/// rate of zero), s_tight and AB_t are assumptions, AB₀ and AB_s are solved for. Source: `model.md` §3.25.
public struct InterbankRateGap: Hashable, Sendable {
  /// s_max, the largest gap below the dollar rate, percentage points.
  public let discountMax: Double
  /// AB₀, the balance above which the local rate falls, billions of local currency.
  public let freeBalance: Double
  /// AB_s, the balance over which the gap opens by 1 − 1/e, billions.
  public let balanceScale: Double
  /// s_tight, the premium at a balance of zero, percentage points.
  public let tightnessPremium: Double
  /// AB_t, the balance over which that premium falls to 1/e, billions.
  public let tightnessScale: Double

  /// Takes the curve; the defaults are those of May 2025.
  ///
  /// - Parameters:
  ///   - discountMax: Percentage points, not negative.
  ///   - freeBalance: Billions, not negative.
  ///   - balanceScale: Billions, positive.
  ///   - tightnessPremium: Percentage points, not negative.
  ///   - tightnessScale: Billions, positive.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    discountMax: Double = 4.35,
    freeBalance: Double = 44.376,
    balanceScale: Double = 26.11,
    tightnessPremium: Double = 0.5,
    tightnessScale: Double = 20
  ) throws(ModelError) {
    let domain = ModelDomain(model: "interbank rate gap")
    for (field, value) in [
      ("discount max", discountMax), ("free balance", freeBalance),
      ("tightness premium", tightnessPremium),
    ] { try domain.check(value, field, "a number that is not negative") { $0 >= 0 } }
    for (field, value) in [("balance scale", balanceScale), ("tightness scale", tightnessScale)] {
      try domain.check(value, field, "a positive number") { $0 > 0 }
    }
    self.discountMax = discountMax
    self.freeBalance = freeBalance
    self.balanceScale = balanceScale
    self.tightnessPremium = tightnessPremium
    self.tightnessScale = tightnessScale
  }

  /// The local overnight rate less the dollar rate, percentage points.
  ///
  /// - Parameter balance: The aggregate balance, billions of local currency; below zero counts as zero.
  /// - Returns: Percentage points.
  public func gap(atBalance balance: Double) -> Double {
    let excess = max(0, balance - freeBalance)
    return discountMax * Libm.expMinusOne(-excess / balanceScale)
      + tightnessPremium * Libm.exp(-max(0, balance) / tightnessScale)
  }

  /// The local overnight rate, percent; it does not fall below zero.
  ///
  /// - Parameters:
  ///   - balance: Billions of local currency.
  ///   - dollarRate: SOFR, percent.
  /// - Returns: Percent.
  public func localRate(atBalance balance: Double, dollarRate: Double) -> Double {
    max(0, dollarRate + gap(atBalance: balance))
  }
}
