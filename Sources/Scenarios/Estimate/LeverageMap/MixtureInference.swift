public import Statistics

/// Infers the leverage mixture from what was reported as liquidated in past bars.
///
/// The logarithm of each side's report is the logarithm of what the map predicts, plus a level of its
/// own for each side and reporting regime, plus noise:
///
///     ln y = a + ln Σ_k w_k x_k ± β z + ε
///
/// `x_k` is ``SweptShares`` times open interest, `z` funding. Levels are free because reports are lower
/// bounds; so only the shape of w is learnt. ln w has a normal prior around the standard mixture. The
/// maximum of the posterior is found by damped Gauss–Newton steps. A draw of the posterior repeats the
/// fit with resampled blocks of days and a prior centre drawn from the prior.
public struct MixtureInference: Sendable {
  /// Past bars are resampled in blocks of this many days.
  static let blockDays = 10
  /// The scale of the noise in log reports that weighs data against the prior.
  static let noise = 0.7

  private let rules: LeverageMapRules
  /// Shares times open interest, by row, class fastest; a row is one side of one bar.
  private var predictors: [Double] = []
  private var logReports: [Double] = []
  private var tilts: [Double] = []
  private var groups: [Int] = []
  private var bars: [Int] = []
  private var groupCount = 0
  private var barCount = 0
  private var barsPerDay = 1.0

  /// The number of bars that carry information.
  public var count: Int { barCount }

  /// Collects past bars and their reports.
  ///
  /// - Parameters:
  ///   - pairs: In order of time.
  ///   - rules: The classes.
  ///   - barsPerDay: How many bars a day has.
  public init(
    _ pairs: [(bar: MappedBar, report: ReportedLiquidations)],
    rules: LeverageMapRules,
    barsPerDay: Double = 1
  ) {
    self.rules = rules
    self.barsPerDay = barsPerDay
    var groupOf: [Int: Int] = [:]
    for (bar, report) in pairs {
      let before = logReports.count
      let value = bar.openInterest * bar.price
      for (side, reported) in [report.long, report.short].enumerated() {
        let shares = side == 0 ? bar.swept.long : bar.swept.short
        guard reported > 0, shares.contains(where: { $0 > 0 }) else { continue }
        let key = report.regime * 2 + side
        let group = groupOf[key] ?? groupOf.count
        groupOf[key] = group
        predictors += shares.map { $0 * value }
        logReports.append(Libm.logarithm(reported))
        tilts.append(side == 0 ? bar.funding : -bar.funding)
        groups.append(group)
        bars.append(barCount)
      }
      if logReports.count > before { barCount += 1 }
    }
    groupCount = groupOf.count
  }

  /// The most probable mixture.
  public func fit() -> LeverageMixture {
    fit(multiplicities: nil, centre: rules.priorShares.map(Libm.logarithm), from: nil)
  }

  /// One draw of the posterior around the most probable mixture.
  public func draw(around best: LeverageMixture, using stream: inout Stream) -> LeverageMixture {
    let block = Int(Double(MixtureInference.blockDays) * barsPerDay)
    var multiplicities = [Double](repeating: 0, count: barCount)
    if barCount >= block {
      for index in BlockBootstrap(blockLength: block).indices(count: barCount, using: &stream) {
        multiplicities[index] += 1
      }
    }
    let centre = rules.priorShares.map {
      Libm.logarithm($0) + rules.priorLogSpread * stream.nextNormal()
    }
    return fit(multiplicities: multiplicities, centre: centre, from: best)
  }

  private func fit(
    multiplicities: [Double]?,
    centre: [Double],
    from start: LeverageMixture?
  )
    -> LeverageMixture
  {
    var problem = MixtureProblem(
      predictors: predictors,
      targets: logReports,
      tilts: tilts,
      groups: groups,
      groupCount: groupCount,
      weights: bars.map { multiplicities?[$0] ?? 1 },
      centre: centre,
      priorSpread: rules.priorLogSpread,
      noise: MixtureInference.noise
    )
    let solution = problem.solve(
      from: start.map { $0.shares.map(Libm.logarithm) + [$0.fundingTilt] } ?? centre + [0]
    )
    return LeverageMixture(
      shares: solution.parameters.dropLast().map(Libm.exponential),
      fundingTilt: solution.parameters.last ?? 0,
      residualSpread: solution.residualSpread
    )
  }
}
