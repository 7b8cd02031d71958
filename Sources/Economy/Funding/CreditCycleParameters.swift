/// The coefficients of ``CreditCycle``, per month; rates, gaps and shares in percent.
///
/// Defaults are those of `model.md` §4.5, which assumes them; the three feedback coefficients at the end are
/// not in it: it names spread and credit impulse as inputs of the output gap and leaves their cause open.
public struct CreditCycleParameters: Hashable, Sendable {
  /// ρ_δ: how much of a month's delinquency remains.
  public var delinquencyPersistence = 0.85
  /// δ0: delinquency in normal times, percent.
  public var normalDelinquency = 2.5
  /// b_u, points of delinquency a point of unemployment.
  public var unemploymentEffect = 0.35
  /// k_u, months from unemployment to delinquency.
  public var unemploymentDelay = 2
  /// b_v, points of delinquency a unit of quality.
  public var qualityEffect = 1.0
  /// b_D, points of delinquency a point of the debt service ratio; the specification gives no number.
  public var debtServiceEffect = 0.2
  /// u*, percent.
  public var normalUnemployment = 4.2
  /// φ_u: how much of the gap to Okun's unemployment a month closes.
  public var unemploymentSpeed = 0.25
  /// Points of unemployment a point of the output gap.
  public var okunCoefficient = 0.5
  /// ρ_y.
  public var gapPersistence = 0.9
  /// a_r, points of the gap a point of the real rate over r*.
  public var realRateEffect = 0.15
  /// a_s, points of the gap a point of the funding spread.
  public var spreadEffect = 0.25
  /// a_c, points of the gap a percent of GDP of credit impulse.
  public var creditEffect = 0.3
  /// a_G, points of the gap a percent of GDP of public demand.
  public var fiscalEffect = 0.6
  /// a_W, points of the gap a percent of wealth.
  public var wealthEffect = 0.02
  /// The part of public savings that is lost demand.
  public var savingsShare = 0.5
  /// Points of the funding spread a point of delinquency over normal.
  public var spreadFeedback = 0.4
  /// Percent of GDP of lending withdrawn a point of delinquency over normal.
  public var creditFeedback = 0.3

  /// Takes the defaults.
  public init() {}
}
