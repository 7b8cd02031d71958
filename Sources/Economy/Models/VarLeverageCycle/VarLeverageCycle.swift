import Statistics

/// A bank under a Value-at-Risk limit and a value fund: the leverage cycle as a map of six numbers.
///
/// The bank sets leverage from perceived variance, λ̄ = α (σ² + σ₀²)^b. With b < 0 calm allows more
/// leverage, buying lifts the price, the cycle ends in a fall that raises variance, and starts again.
/// One step τ of the map:
///
///     σ²⁺ = (1 − τδ) σ² + τδ (ln(p/p′) t_VaR/τ)²
///     w_F⁺ = w_F + (w_F/p) (τρ(μ − p) + √τ s ξ)
///     A = p n/w_B,  E = A − L_B,  ΔB = τθ(λ̄E − A),  κ_B = τη(Ē − E)
///     c_B = (1 − w_B) n p/w_B + κ_B + ΔB,   c_F = (1 − w_F)(1 − n) p/w_F − κ_B
///     p⁺ = (w_B c_B + w_F⁺ c_F)/(1 − w_B n − (1 − n) w_F⁺)
///     n⁺ = w_B (n p⁺ + c_B)/p⁺,   L_B⁺ = L_B + ΔB
///
/// Sources: Aymanns and Farmer (2015), "The dynamics of the leverage cycle"; Aymanns, Caccioli, Farmer
/// and Tan (2016), "Taming the Basel leverage cycle"; `model.md` §5.3. Tested by rows S12 to S12d.
public struct VarLeverageCycle: Hashable, Sendable {
  /// τ in years.
  public var timeStepYears = 0.1
  /// δ, how fast perceived variance forgets, per year.
  public var varianceDecayPerYear = 0.5
  /// t_VaR, the horizon of the risk measure in years.
  public var varHorizonYears = 0.1
  /// θ, how fast assets follow the target, per year.
  public var leverageAdjustmentPerYear = 10.0
  /// η, how fast equity returns to its target, per year.
  public var equityAdjustmentPerYear = 10.0
  /// b: −½ for a VaR limit, 0 for constant leverage, above 0 for a limit that leans against risk.
  public var leverageExponent = -0.5
  /// σ₀², the variance added to the perceived one.
  public var varianceOffset = 1e-6
  /// α, the scale of leverage.
  public var riskScale = 0.075
  /// Ē, the bank's target equity.
  public var targetEquity = 2.27
  /// w_B, the share of the bank's assets held in the risky asset.
  public var bankAssetWeight = 0.3
  /// μ, the fundamental value.
  public var fundamentalValue = 25.0
  /// ρ, the fund's pull towards the fundamental value, per year.
  public var reversionRatePerYear = 0.1
  /// w_F at rest; any value is one, see ``spectrum()``.
  public var fundWeight = 0.5

  /// Creates the map with the paper's parameters; change those of interest.
  public init() {}

  /// The six numbers of the map, in the order of the vectors.
  public struct State: Hashable, Sendable {
    /// σ², the perceived variance per VaR horizon.
    public var variance: Double
    /// w_F, the fund's weight in the risky asset.
    public var fundWeight: Double
    /// p, the price.
    public var price: Double
    /// n, the bank's share of the risky asset.
    public var bankShare: Double
    /// L_B, the bank's debt.
    public var bankDebt: Double
    /// p′, the price one step before.
    public var previousPrice: Double

    /// Creates a state.
    public init(
      variance: Double,
      fundWeight: Double,
      price: Double,
      bankShare: Double,
      bankDebt: Double,
      previousPrice: Double
    ) {
      self.variance = variance
      self.fundWeight = fundWeight
      self.price = price
      self.bankShare = bankShare
      self.bankDebt = bankDebt
      self.previousPrice = previousPrice
    }

    /// The numbers in order.
    public var values: [Double] {
      [variance, fundWeight, price, bankShare, bankDebt, previousPrice]
    }
  }

  /// λ* = α σ₀^(2b), the leverage at rest.
  public var leverageAtRest: Double { riskScale * Libm.pow(varianceOffset, leverageExponent) }

  /// The fixed point: p = μ, σ² = 0, n* = w_B λ* Ē/μ, L_B = (λ* − 1) Ē.
  public var fixedPoint: State {
    State(
      variance: 0,
      fundWeight: fundWeight,
      price: fundamentalValue,
      bankShare: bankAssetWeight * leverageAtRest * targetEquity / fundamentalValue,
      bankDebt: (leverageAtRest - 1) * targetEquity,
      previousPrice: fundamentalValue
    )
  }

  /// Whether the bank holds less than the whole asset at rest, n* < 1.
  public var isFeasible: Bool { fixedPoint.bankShare < 1 }

  /// One step of the map.
  ///
  /// - Parameters:
  ///   - state: With positive prices and fund weight.
  ///   - fundShock: √τ s ξ, the shock to the fund's demand in price units; zero for the map itself.
  /// - Returns: The next state; its price may be negative or NaN where the model breaks down.
  public func next(_ state: State, fundShock: Double = 0) -> State {
    let x = step(VarCycleCoordinates(state.values), fundShock: fundShock)
    return State(
      variance: x.variance,
      fundWeight: x.fundWeight,
      price: x.price,
      bankShare: x.bankShare,
      bankDebt: x.bankDebt,
      previousPrice: x.previousPrice
    )
  }
}
