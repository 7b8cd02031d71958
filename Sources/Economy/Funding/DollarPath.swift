import Statistics

/// The logarithm of a dollar index as rate gap, stress and deficits make it.
///
///     ln D_t − ln D_0 = (g_t − g_0)/θ + β (z_t − z_0) − δ t
///
/// g is the dollar's rate less the others', which fades at θ a year. The first term is then uncovered
/// parity: a gap that opens lifts the dollar at once by g/θ, and while it fades the dollar falls by g a
/// year (Dornbusch 1976). z is stress in standard deviations, which dollars are bought in; δ is what twin deficits
/// take a year. "First strong, then weak" needs a gap or stress that comes and goes: a path without either
/// only falls. θ, β and δ are assumptions. Source: `model.md` §4.9, I30.
public struct DollarPath: Hashable, Sendable {
  /// θ, a year.
  public let gapDecay: Double
  /// β, log units per standard deviation of stress.
  public let havenResponse: Double
  /// δ, log units a year.
  public let deficitDrift: Double

  /// Takes the coefficients.
  ///
  /// - Parameters:
  ///   - gapDecay: θ, positive; 0.4 makes 2.5 percent of each percentage point.
  ///   - havenResponse: β, not negative.
  ///   - deficitDrift: δ, a year; finite.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    gapDecay: Double = 0.4,
    havenResponse: Double = 0.02,
    deficitDrift: Double = 0.02
  ) throws(ModelError) {
    let domain = ModelDomain(model: "dollar path")
    try domain.check(gapDecay, "gap decay", "a positive number") { $0 > 0 }
    try domain.check(havenResponse, "haven response", "a number that is not negative") { $0 >= 0 }
    try domain.check(deficitDrift, "deficit drift", "a finite number") { _ in true }
    self.gapDecay = gapDecay
    self.havenResponse = havenResponse
    self.deficitDrift = deficitDrift
  }

  /// What moves the dollar at one time.
  public struct State: Hashable, Sendable {
    /// t, years from the start.
    public var years: Double
    /// g, the dollar's rate less the others', a year as a fraction.
    public var rateGap: Double
    /// z, stress, standard deviations.
    public var stress: Double

    /// Takes the state.
    public init(years: Double, rateGap: Double, stress: Double) {
      (self.years, self.rateGap, self.stress) = (years, rateGap, stress)
    }
  }

  /// ln D at one state less that at another.
  public func logChange(from start: State, to end: State) -> Double {
    (end.rateGap - start.rateGap) / gapDecay + havenResponse * (end.stress - start.stress)
      - deficitDrift * (end.years - start.years)
  }

  /// The index at each state; the first is `level`.
  ///
  /// - Parameters:
  ///   - level: The index at the first state, positive.
  ///   - states: In the order of time.
  /// - Returns: One level a state.
  public func levels(from level: Double, through states: [State]) -> [Double] {
    precondition(level > 0, "an index is positive: \(level)")
    guard let start = states.first else { return [] }
    return states.map { level * Libm.exp(logChange(from: start, to: $0)) }
  }

  /// The order of two moves, over six months and over the eighteen after them.
  public enum Pattern: String, Hashable, Sendable, CaseIterable {
    /// Up, then down: what the source states.
    case strongThenWeak = "strong then weak"
    /// Up, then up.
    case strongThroughout = "strong throughout"
    /// Down, then up.
    case weakThenStrong = "weak then strong"
    /// Down, then down.
    case weakThroughout = "weak throughout"

    /// The pattern of three levels; nil if a move is zero or a level is not positive.
    ///
    /// - Parameters:
    ///   - start: At t₀.
    ///   - sixMonths: At t₀ + 6 months.
    ///   - twentyFourMonths: At t₀ + 24 months.
    public init?(start: Double, sixMonths: Double, twentyFourMonths: Double) {
      guard start > 0, sixMonths > 0, twentyFourMonths > 0,
        sixMonths != start, twentyFourMonths != sixMonths
      else { return nil }
      switch (sixMonths > start, twentyFourMonths > sixMonths) {
      case (true, false): self = .strongThenWeak
      case (true, true): self = .strongThroughout
      case (false, true): self = .weakThenStrong
      case (false, false): self = .weakThroughout
      }
    }
  }
}
