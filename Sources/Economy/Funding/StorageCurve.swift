import Statistics

/// A commodity's futures curve as its stocks make it.
///
///     y(I) = max(0, y₀ + y₁ ((Ī − I)/Ī)⁺ − y₂ ((I − Ī)/Ī)⁺)
///     π(I) = π_max (((I/C) − θ)⁺/(1 − θ))²
///     F_T = S e^{(r + u − y) T} − π e^{−T/τ},   spot paid = F₀ = S − π
///
/// I stocks, Ī their mean over five years, C capacity. The convenience yield is not negative, so that
/// r + u bounds contango as long as π = 0: with y₂ = 0.1 the formula without the bound would break full carry once
/// stocks are a fifth above their mean. π, in the currency of the price, is what a holder without room
/// pays to be rid of a barrel now; only it makes super-contango and a negative spot. The form and the
/// defaults of π are assumptions: at a full store 60 dollars, which with about 22 dollars for later barrels is
/// the settlement of −37.63 on 2020-04-20, and a month to find room. Source: `model.md` §4.6.
public struct StorageCurve: Hashable, Sendable {
  /// r, a year.
  public let interestRate: Double
  /// u, a year.
  public let storageCostRate: Double
  /// Ī, any unit of volume.
  public let meanStocks: Double
  /// C, the same unit.
  public let capacity: Double
  /// The convenience yield's coefficients.
  public let yields: Yields
  /// The penalty of a full store.
  public let penalty: Penalty

  private static let domain = ModelDomain(model: "storage curve")

  /// y₀, y₁ and y₂ of the convenience yield, a year.
  public struct Yields: Hashable, Sendable {
    /// y₀, at mean stocks.
    public var atMean: Double
    /// y₁, gained as stocks fall to nothing.
    public var scarcity: Double
    /// y₂, lost as stocks double.
    public var abundance: Double

    /// Takes the coefficients; the defaults are assumptions of `model.md` §4.6.
    public init(atMean: Double = 0.02, scarcity: Double = 0.8, abundance: Double = 0.1) {
      (self.atMean, self.scarcity, self.abundance) = (atMean, scarcity, abundance)
    }
  }

  /// π_max, θ and τ of the penalty.
  public struct Penalty: Hashable, Sendable {
    /// π_max, at a full store, in the currency of the price.
    public var atFull: Double
    /// θ, the share of capacity from which on it is paid.
    public var threshold: Double
    /// τ, the years in which room is found.
    public var relaxationYears: Double

    /// Takes the penalty.
    public init(atFull: Double = 60, threshold: Double = 0.95, relaxationYears: Double = 1.0 / 12) {
      (self.atFull, self.threshold, self.relaxationYears) = (atFull, threshold, relaxationYears)
    }
  }

  /// Takes rates, stocks and behaviour.
  ///
  /// - Parameters:
  ///   - interestRate: Finite.
  ///   - storageCostRate: Not negative.
  ///   - meanStocks: Positive, below the capacity.
  ///   - capacity: In the unit of the stocks.
  ///   - yields: Not negative.
  ///   - penalty: Not negative, its threshold in 0 ..< 1, its relaxation positive.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    interestRate: Double,
    storageCostRate: Double,
    meanStocks: Double,
    capacity: Double,
    yields: Yields = Yields(),
    penalty: Penalty = Penalty()
  ) throws(ModelError) {
    let domain = Self.domain
    try domain.check(interestRate, "interest rate", "a finite number") { _ in true }
    try domain.check(capacity, "capacity", "a positive number") { $0 > 0 }
    try domain.check(meanStocks, "mean stocks", "positive, below \(capacity)") {
      $0 > 0 && $0 < capacity
    }
    for (field, value) in [
      ("storage cost rate", storageCostRate), ("yield at mean stocks", yields.atMean),
      ("scarcity yield", yields.scarcity), ("abundance yield", yields.abundance),
      ("penalty at full", penalty.atFull),
    ] { try domain.check(value, field, "a number that is not negative") { $0 >= 0 } }
    try domain.check(penalty.threshold, "penalty threshold", "a share in 0 ..< 1") {
      $0 >= 0 && $0 < 1
    }
    try domain.check(penalty.relaxationYears, "penalty relaxation", "positive years") { $0 > 0 }
    self.interestRate = interestRate
    self.storageCostRate = storageCostRate
    self.meanStocks = meanStocks
    self.capacity = capacity
    self.yields = yields
    self.penalty = penalty
  }

  /// y(I), a year; stocks below zero count as none.
  public func convenienceYield(atStocks stocks: Double) -> Double {
    let gap = (meanStocks - max(0, stocks)) / meanStocks
    return max(0, yields.atMean + yields.scarcity * max(0, gap) - yields.abundance * max(0, -gap))
  }

  /// π(I), in the currency of the price; beyond a full store it stays as it is there.
  public func fullStorePenalty(atStocks stocks: Double) -> Double {
    let excess = max(0, min(1, stocks / capacity) - penalty.threshold) / (1 - penalty.threshold)
    return penalty.atFull * excess * excess
  }

  /// The carry at some stocks, without the penalty.
  public func carry(atStocks stocks: Double) -> CostOfCarry {
    // The parts were checked, so this holds what the throwing initialiser would.
    CostOfCarry(
      checkedInterestRate: interestRate,
      storageCostRate: storageCostRate,
      convenienceYield: convenienceYield(atStocks: stocks)
    )
  }

  /// F_T; at T = 0 the price paid for a barrel now.
  ///
  /// - Parameters:
  ///   - spot: S, the price of a barrel for which there is room.
  ///   - maturityYears: T, not negative.
  ///   - stocks: I.
  /// - Returns: In the currency of the price; negative where the penalty exceeds the price.
  public func futuresPrice(spot: Double, maturityYears: Double, stocks: Double) -> Double {
    carry(atStocks: stocks).futuresPrice(spot: spot, maturityYears: maturityYears)
      - fullStorePenalty(atStocks: stocks) * Libm.exp(-maturityYears / penalty.relaxationYears)
  }

  /// The slope between two maturities, with its sign and its name.
  ///
  /// - Parameters:
  ///   - spot: S.
  ///   - stocks: I.
  ///   - nearYears: The nearer maturity; a month by default.
  ///   - farYears: The farther one; a year by default.
  /// - Returns: Both prices, the slope and its name.
  public func slope(
    spot: Double,
    stocks: Double,
    nearYears: Double = 1.0 / 12,
    farYears: Double = 1
  ) -> Slope {
    precondition(nearYears < farYears, "maturities ascend: \(nearYears), \(farYears)")
    let near = futuresPrice(spot: spot, maturityYears: nearYears, stocks: stocks)
    let far = futuresPrice(spot: spot, maturityYears: farYears, stocks: stocks)
    let years = farYears - nearYears
    let full = interestRate + storageCostRate
    return Slope(
      near: near,
      far: far,
      logSlope: CurveShape.logSlope(near: near, far: far, years: years),
      fullCarryRate: full,
      shape: CurveShape(near: near, far: far, years: years, fullCarryRate: max(0, full))
    )
  }

  /// Two prices of a curve and what they mean.
  public struct Slope: Hashable, Sendable {
    /// The nearer month's price.
    public let near: Double
    /// The farther month's price.
    public let far: Double
    /// ln(far/near) a year, above zero in contango; nil unless both prices are positive.
    public let logSlope: Double?
    /// r + u, a year.
    public let fullCarryRate: Double
    /// The curve's name.
    public let shape: CurveShape

    /// Near less far, in the currency of the price: above zero in backwardation.
    public var nearLessFar: Double { near - far }

    /// The slope over full carry: 1 where storing pays exactly, nil where either has no meaning.
    public var fullCarryRatio: Double? {
      guard let logSlope, fullCarryRate > 0 else { return nil }
      return logSlope / fullCarryRate
    }
  }
}
