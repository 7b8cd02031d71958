import Statistics

/// The exchange rate inside a band that everybody believes in.
///
/// With f the fundamental less its central value, a log number that moves as Brownian motion with
/// volatility σ and no drift, and α the semi-elasticity of the rate to its own expected change,
///
///     s(f) = m + f − sinh(ρf)/(ρ cosh(ρF)),   ρ = √(2/(ασ²)),   |f| ≤ F
///
/// The rate moves less than the fundamental everywhere (honeymoon) and not at all at the edges
/// (smooth pasting): s′(±F) = 0. It is at the edge of its band exactly when f is at ±F, so the rate's
/// band is narrower than the fundamental's by tanh(ρF)/ρ on each side.
///
/// Limits of credibility: nobody expects a realignment, the authority acts at the edges only and without
/// limit, σ is the same everywhere. If devaluation is thought possible at an edge, s is steeper there and
/// may leave the curve before the edge is reached. The curve keeps the rate near its edges most of
/// the time; rates in real bands are found inside, since authorities act there too.
///
/// Source: Krugman (1991), "Target zones and exchange rate dynamics"; `model.md` §6, I21. Tested by row S24.
public struct KrugmanTargetZone: Hashable, Sendable {
  /// F, the half-width of the fundamental's band, log units.
  public let halfWidth: Double
  /// α, in years: the rate's response to its own expected change per year.
  public let semiElasticity: Double
  /// σ, of the fundamental, per square root of a year.
  public let volatility: Double
  /// m, the logarithm of the central parity.
  public let centralParity: Double
  /// ρ, per log unit.
  public let root: Double

  private static let domain = ModelDomain(model: "Krugman target zone")

  /// Takes the band of the fundamental.
  ///
  /// - Parameters:
  ///   - halfWidth: F, positive.
  ///   - semiElasticity: α, positive.
  ///   - volatility: σ, positive.
  ///   - centralParity: m.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    halfWidth: Double,
    semiElasticity: Double = 1,
    volatility: Double,
    centralParity: Double = 0
  ) throws(ModelError) {
    for (field, value) in [
      ("band half-width", halfWidth), ("semi-elasticity", semiElasticity),
      ("volatility", volatility),
    ] { try Self.domain.check(value, field, "a positive number") { $0 > 0 } }
    try Self.domain.check(centralParity, "central parity", "a finite number") { _ in true }
    let root = (2 / (semiElasticity * volatility * volatility)).squareRoot()
    try Self.domain.check(root, "volatility", "one whose root √(2/(ασ²)) is finite") { $0 > 0 }
    self.halfWidth = halfWidth
    self.semiElasticity = semiElasticity
    self.volatility = volatility
    self.centralParity = centralParity
    self.root = root
  }

  /// Takes the band of the exchange rate itself: F solves F − tanh(ρF)/ρ = h.
  ///
  /// - Parameters:
  ///   - rateHalfWidth: h, half of the logarithm of the upper edge over the lower one, positive.
  ///   - semiElasticity: α, positive.
  ///   - volatility: σ, positive.
  ///   - centralParity: m.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    rateHalfWidth: Double,
    semiElasticity: Double = 1,
    volatility: Double,
    centralParity: Double = 0
  ) throws(ModelError) {
    try Self.domain.check(rateHalfWidth, "rate half-width", "a positive number") { $0 > 0 }
    // Checks the other parameters, and gives ρ.
    let shape = try KrugmanTargetZone(
      halfWidth: rateHalfWidth,
      semiElasticity: semiElasticity,
      volatility: volatility
    )
    // tanh ≤ 1 bounds the root from above, by 1/ρ.
    let edge = Self.solve(in: rateHalfWidth...(rateHalfWidth + 1 / shape.root)) {
      $0 - Libm.tanh(shape.root * $0) / shape.root - rateHalfWidth
    }
    try self.init(
      halfWidth: edge,
      semiElasticity: semiElasticity,
      volatility: volatility,
      centralParity: centralParity
    )
  }

  /// h, the half-width of the exchange rate's own band, log units.
  public var rateHalfWidth: Double { halfWidth - Libm.tanh(root * halfWidth) / root }

  /// s(f), the logarithm of the exchange rate.
  ///
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)`` if the fundamental is outside the band,
  ///   where the authority would not let it be.
  public func logRate(atFundamental fundamental: Double) throws(ModelError) -> Double {
    try check(fundamental)
    return centralParity + deviation(fundamental)
  }

  /// s′(f) = 1 − cosh(ρf)/cosh(ρF): 0 at the edges, below 1 in the middle.
  ///
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)`` outside the band.
  public func slope(atFundamental fundamental: Double) throws(ModelError) -> Double {
    try check(fundamental)
    let size = abs(fundamental)
    let ratio = (1 + Libm.exp(-2 * root * size)) / (1 + Libm.exp(-2 * root * halfWidth))
    return 1 - Libm.exp(root * (size - halfWidth)) * ratio
  }

  /// f(s), the fundamental behind a rate.
  ///
  /// Towards an edge the slope vanishes, so that an error ε of the rate is one of √(2ε/|s″|) of the
  /// fundamental: a quote at the edge says that the fundamental is at the edge, no more.
  ///
  /// - Parameter logRate: The logarithm of the rate; a rate within rounding of an edge is at it.
  /// - Returns: f, from −F to F.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)`` if the rate lies outside its band.
  public func fundamental(ofLogRate logRate: Double) throws(ModelError) -> Double {
    let target = abs(logRate - centralParity)
    let edge = deviation(halfWidth)
    let slack = 8 * max(abs(centralParity), edge).ulp
    try Self.domain.check(logRate, "log rate", "within \(edge) of \(centralParity)") { _ in
      target <= edge + slack
    }
    // The parity's rounding hides what is closer to the edge than this.
    guard target < edge - slack else { return logRate < centralParity ? -halfWidth : halfWidth }
    let size = Self.solve(in: 0...halfWidth) { deviation($0) - target }
    return logRate < centralParity ? -size : size
  }

  /// s(f) − m.
  private func deviation(_ fundamental: Double) -> Double {
    let size = abs(fundamental)
    // sinh(ρf)/cosh(ρF) without either: both leave the range of doubles in a wide band.
    let ratio = -Libm.expMinusOne(-2 * root * size) / (1 + Libm.exp(-2 * root * halfWidth))
    let value = size - Libm.exp(root * (size - halfWidth)) * ratio / root
    return fundamental < 0 ? -value : value
  }

  private func check(_ fundamental: Double) throws(ModelError) {
    try Self.domain.check(fundamental, "fundamental", "within ±\(halfWidth)") {
      abs($0) <= halfWidth
    }
  }

  /// The root of a rising function, by halving to neighbouring doubles.
  private static func solve(
    in range: ClosedRange<Double>,
    _ function: (Double) -> Double
  ) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    while true {
      let middle = low + 0.5 * (high - low)
      guard middle > low, middle < high else { return middle }
      if function(middle) < 0 { low = middle } else { high = middle }
    }
  }
}
