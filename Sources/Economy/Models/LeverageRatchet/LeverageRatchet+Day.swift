import Statistics

extension LeverageRatchet {
  /// What a day leaves behind.
  public struct State: Hashable, Sendable {
    /// x, the log price.
    public internal(set) var logPrice: Double
    /// σ̂², per year.
    public internal(set) var variance: Double
    /// L̄, the sustainable leverage.
    public internal(set) var leverageCap: Double
    /// OI over the market's value.
    public internal(set) var openInterest: Double
    /// S, the officially held share of the supply.
    public internal(set) var absorbedShare: Double
    /// F as a log price.
    public internal(set) var floor: Double
    /// Liquidated on the day, over the market's value.
    public internal(set) var liquidated: Double
  }

  /// The state before the first day: open interest at what volatility and the limit allow.
  public var start: State {
    let desired = desiredLeverage(at: initialVolatility)
    return State(
      logPrice: initialLogPrice,
      variance: initialVolatility * initialVolatility,
      leverageCap: initialLeverageCap,
      openInterest: openInterestPerLeverage * min(desired, initialLeverageCap),
      absorbedShare: initialAbsorbedShare,
      floor: floorStart,
      liquidated: 0
    )
  }

  /// One day.
  ///
  /// - Parameters:
  ///   - state: Advanced by the day.
  ///   - news: e, the log price move that news alone would make.
  /// - Returns: Δx, the move that came of it.
  public func advance(_ state: inout State, news: Double) -> Double {
    advance(&state, news: news, varianceWeight: varianceWeight)
  }

  /// One day, with the weight of the last day in the volatility average computed beforehand.
  func advance(_ state: inout State, news: Double, varianceWeight: Double) -> Double {
    let volatility = state.variance.squareRoot()
    let leverage = min(desiredLeverage(at: volatility), state.leverageCap)
    state.openInterest +=
      openInterestSpeedPerDay * (openInterestPerLeverage * leverage - state.openInterest)
    let thinness = Self.power(1 - state.absorbedShare, floatExponent)
    let impact =
      baseImpact * Self.power(volatility / referenceVolatility, impactVolatilityExponent) / thinness
    var gain = liquidationCoefficient * impact * state.openInterest * max(leverage, 1)
    gain = min(gain, gainCap)
    if news > 0 { gain *= shortSideGainRatio }
    // Without volatility there is neither impact nor anything to liquidate.
    let forced = impact > 0 ? gain * abs(news) / ((1 - gain) * impact) : 0
    let liquidated = min(forced, state.openInterest)
    let change = news + (news < 0 ? -impact : impact) * liquidated
    let move = absorb(change, impact: impact, &state)

    let lost = state.openInterest > 0 ? liquidated / state.openInterest : 0
    let lowered = max(1, state.leverageCap * (1 - ratchetStrength * lost))
    state.leverageCap = lowered + leverageRecoveryPerDay * (longRunLeverageCap - lowered)
    state.openInterest -= liquidated
    state.liquidated = liquidated
    state.logPrice += move
    state.variance += varianceWeight * (365 * move * move - state.variance)
    state.floor += floorDriftPerYear / 365
    return move
  }

  /// The part of a move that officials let through, their purchases booked.
  private func absorb(_ change: Double, impact: Double, _ state: inout State) -> Double {
    guard absorberStrength > 0 else { return change }
    let passed = 1 / (1 + absorberStrength)
    let taken: Double
    if isAbsorptionTwoSided {
      taken = -change * (1 - passed)
    } else {
      guard change < 0 else { return change }
      let below = min(state.logPrice, state.floor) - (state.logPrice + change)
      taken = max(0, below) * (1 - passed)
    }
    state.absorbedShare = min(absorbedShareCap, max(0, state.absorbedShare + taken / impact))
    return change + taken
  }

  /// s (a_L/σ̂)^ε.
  private func desiredLeverage(at volatility: Double) -> Double {
    desiredLeverageScale * Self.power(volatilityAnchor / volatility, leverageElasticity)
  }

  /// The weight of the last day in an average with the given half-life.
  var varianceWeight: Double { 1 - Libm.pow(0.5, 1 / volatilityHalfLifeDays) }

  /// A power whose usual exponents are spared the general function.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    switch exponent {
    case 0: 1
    case 0.5: base.squareRoot()
    case 1: base
    default: Libm.pow(base, exponent)
    }
  }
}
