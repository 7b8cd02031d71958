public import Statistics

/// Delinquency, unemployment and the output gap, month by month, each feeding the next.
///
///     δ_t = ρ_δ δ_{t−1} + (1 − ρ_δ)[δ0 + b_u(u_{t−k} − u*) + b_v(Q̄ − Q) + b_D(DSR − DSR*)]
///     u_t = u_{t−1} + φ_u(u* − 0.5 y_{t−1} − u_{t−1})
///     y_t = ρ_y y_{t−1} − a_r(r − r*) − a_s spread + a_c ΔL/GDP + a_G(ΔG − 0.5 savings) + a_W Δwealth + ε
///
/// Delinquency above normal widens the spread and withdraws loans. Whether it leads or lags unemployment is
/// an outcome: bad underwriting moves δ first, lost demand moves u first. Source: `model.md` §4.5.
public struct CreditCycle: Hashable, Sendable {
  /// What is imposed in one month; percent, or units of quality.
  public struct Shock: Hashable, Sendable {
    /// Q̄ − Q: how far the loans outstanding fall short of the usual standard.
    public var qualityShortfall = 0.0
    /// DSR − DSR*, percent of income.
    public var debtService = 0.0
    /// r − r*: the real rate over neutral.
    public var realRateGap = 0.0
    /// The funding spread beyond what delinquency explains.
    public var spread = 0.0
    /// ΔL/GDP beyond what delinquency explains.
    public var creditImpulse = 0.0
    /// ΔG, percent of GDP.
    public var publicDemand = 0.0
    /// Savings of public programmes, percent of GDP.
    public var publicSavings = 0.0
    /// Δwealth, percent.
    public var wealth = 0.0
    /// ε, points of the output gap.
    public var demand = 0.0

    /// No shock.
    public init() {}
  }

  /// The coefficients.
  public let parameters: CreditCycleParameters
  /// δ, percent of balances.
  public private(set) var delinquency: Double
  /// u, percent.
  public var unemployment: Double { unemploymentHistory[unemploymentHistory.count - 1] }
  /// y, percent of potential output.
  public private(set) var outputGap = 0.0
  /// u of the last months, oldest first.
  private var unemploymentHistory: [Double]

  /// Starts at rest.
  public init(_ parameters: CreditCycleParameters = CreditCycleParameters()) {
    precondition(parameters.unemploymentDelay >= 0, "a delay: \(parameters.unemploymentDelay)")
    self.parameters = parameters
    delinquency = parameters.normalDelinquency
    unemploymentHistory = [Double](
      repeating: parameters.normalUnemployment,
      count: parameters.unemploymentDelay + 1
    )
  }

  /// The funding spread that delinquency causes, percentage points over normal.
  public var spreadOverNormal: Double {
    parameters.spreadFeedback * (delinquency - parameters.normalDelinquency)
  }

  /// Lending that delinquency adds or withdraws, percent of GDP.
  public var creditImpulse: Double {
    -parameters.creditFeedback * (delinquency - parameters.normalDelinquency)
  }

  /// Advances one month.
  ///
  /// - Parameter shock: What is imposed.
  public mutating func step(_ shock: Shock = Shock()) {
    let p = parameters
    let okun = p.normalUnemployment - p.okunCoefficient * outputGap
    unemploymentHistory.append(unemployment + p.unemploymentSpeed * (okun - unemployment))
    unemploymentHistory.removeFirst()
    let target =
      p.normalDelinquency + p.unemploymentEffect * (unemploymentHistory[0] - p.normalUnemployment)
      + p.qualityEffect * shock.qualityShortfall + p.debtServiceEffect * shock.debtService
    delinquency =
      p.delinquencyPersistence * delinquency + (1 - p.delinquencyPersistence) * target
    outputGap =
      p.gapPersistence * outputGap - p.realRateEffect * shock.realRateGap
      - p.spreadEffect * (spreadOverNormal + shock.spread)
      + p.creditEffect * (creditImpulse + shock.creditImpulse)
      + p.fiscalEffect * (shock.publicDemand - p.savingsShare * shock.publicSavings)
      + p.wealthEffect * shock.wealth + shock.demand
  }

  /// By how many months delinquency leads unemployment, from changes over twelve months (indicator I24).
  ///
  /// - Parameters:
  ///   - delinquency: Monthly, oldest first.
  ///   - unemployment: As many.
  ///   - replicates: Block resamples for the interval.
  ///   - stream: The stream that is advanced.
  /// - Returns: The lag with the largest correlation, positive if delinquency leads.
  /// - Throws: As ``LagCorrelation``.
  public static func lead(
    delinquency: [Double],
    unemployment: [Double],
    replicates: Int = 200,
    using stream: inout Stream
  ) throws(StatisticsError) -> LagCorrelation {
    try LagCorrelation(
      changes(delinquency),
      changes(unemployment),
      lagMax: 12,
      blockLength: 24,
      replicates: replicates,
      using: &stream
    )
  }

  private static func changes(_ values: [Double]) -> [Double] {
    zip(values.dropFirst(12), values).map { $0 - $1 }
  }
}
