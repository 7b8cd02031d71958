/// The cross-currency basis: what borrowing dollars through swaps costs beside borrowing them directly.
///
///     x = −[a0 + a1 max(0, D − C)/C + a2 · quarter end + a3 · Δ ln DXY over 20 days]
///
/// in basis points, negative when dollars are dear. D is the demand for dollars through swaps, C what dealers
/// supply. Open swap lines put a floor under it: nobody pays more than the line costs,
///
///     x ≥ −(s_swap + policy rate abroad − deposit rate abroad)
///
/// Sources: Du, Tepper and Verdelhan (2018); Avdjiev et al. (2019) for the dollar; Bahaj and Reis (2022) for
/// the ceiling on deviations. `model.md` §4.4 gives the form; a0 to a3 are assumed here.
public struct CrossCurrencyBasis: Hashable, Sendable {
  /// a0: in calm, basis points.
  public var intercept = 5.0
  /// a1: for demand twice the capacity, basis points, positive.
  public var excessDemandCoefficient = 120.0
  /// a2: at quarter end, basis points.
  public var quarterEndPremium = 15.0
  /// a3: per unit of the logarithm of the dollar index, basis points.
  public var dollarCoefficient = 200.0
  /// s_swap: what a swap line costs over OIS, basis points.
  public var swapLineSpread = 25.0

  /// Takes the assumed numbers and the swap-line price of the specification.
  public init() {}

  /// What moves the basis on one day.
  public struct State: Hashable, Sendable {
    /// D: dollars wanted through swaps, USD billion, not negative.
    public var demand: Double
    /// C: dollars that dealers supply, USD billion, positive.
    public var dealerCapacity: Double
    /// Whether balance sheets are reported.
    public var isQuarterEnd: Bool
    /// Δ ln DXY over 20 days.
    public var dollarChange: Double

    /// Takes a state.
    public init(
      demand: Double,
      dealerCapacity: Double,
      isQuarterEnd: Bool = false,
      dollarChange: Double = 0
    ) {
      precondition(
        demand >= 0 && dealerCapacity > 0,
        "demand \(demand) and capacity \(dealerCapacity)"
      )
      self.demand = demand
      self.dealerCapacity = dealerCapacity
      self.isQuarterEnd = isQuarterEnd
      self.dollarChange = dollarChange
    }
  }

  /// x without swap lines, basis points.
  public func unsupported(_ state: State) -> Double {
    let excess = max(0, state.demand - state.dealerCapacity) / state.dealerCapacity
    return -(calmPremium(state) + excessDemandCoefficient * excess)
  }

  /// The lowest basis that open lines allow, basis points.
  ///
  /// - Parameter corridorWidth: Policy rate less deposit rate abroad, basis points.
  /// - Returns: Basis points, negative.
  public func floor(corridorWidth: Double) -> Double { -(swapLineSpread + corridorWidth) }

  /// x with swap lines open, basis points.
  ///
  /// - Parameters:
  ///   - state: The day.
  ///   - corridorWidth: Policy rate less deposit rate abroad, basis points.
  /// - Returns: Basis points, not below the floor.
  public func supported(_ state: State, corridorWidth: Double) -> Double {
    max(unsupported(state), floor(corridorWidth: corridorWidth))
  }

  /// The dollars drawn from the lines until the basis is back at the floor, USD billion.
  ///
  /// Where the basis lies below the floor without any excess demand, all demand beyond the capacity is drawn
  /// and the rest is arbitrage that this form does not size.
  ///
  /// - Parameters:
  ///   - state: The day.
  ///   - corridorWidth: Policy rate less deposit rate abroad, basis points.
  /// - Returns: Not negative, at most D − C.
  public func swapLineDraw(_ state: State, corridorWidth: Double) -> Double {
    let excess = max(0, state.demand - state.dealerCapacity)
    let room = -floor(corridorWidth: corridorWidth) - calmPremium(state)
    let borne = max(0, room) / excessDemandCoefficient * state.dealerCapacity
    return max(0, excess - borne)
  }

  private func calmPremium(_ state: State) -> Double {
    intercept + (state.isQuarterEnd ? quarterEndPremium : 0)
      + dollarCoefficient * state.dollarChange
  }
}
