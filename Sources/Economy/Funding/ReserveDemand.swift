import Statistics

/// The demand curve for reserves: what banks pay for overnight cash against interest on reserves.
///
///     s(x) = s0 + κ w ln(1 + e^((x* − x)/w)),   x = reserves/bank assets
///
/// flat above the satiation ratio x*, with slope −κ far below it. Spreads are percent a year, EFFR less IORB.
/// Sources: Afonso, Giannone, La Spada and Williams (2022) for the shape and x* of 12 to 13 percent;
/// `model.md` §4.2 for the numbers, which it assumes. Row S32.
///
///     ReserveDemand().spread(at: 0.115)   // −0.0487
public struct ReserveDemand: Hashable, Sendable {
  /// s0: the spread under abundance, percent a year.
  public let spreadFloor: Double
  /// κ: the slope far below satiation, percent a year per unit of the ratio, not negative.
  public let slope: Double
  /// x*: the ratio at which the curve bends.
  public let satiationRatio: Double
  /// w: how wide the bend is, in the unit of the ratio, positive.
  public let transitionWidth: Double

  /// Takes a curve; by default that of the specification.
  public init(
    spreadFloor: Double = -0.07,
    slope: Double = 2,
    satiationRatio: Double = 0.125,
    transitionWidth: Double = 0.005
  ) {
    precondition(
      spreadFloor.isFinite && slope >= 0 && slope.isFinite && satiationRatio.isFinite,
      "a curve is finite and does not rise: \(spreadFloor), \(slope), \(satiationRatio)"
    )
    precondition(
      transitionWidth > 0 && transitionWidth.isFinite,
      "the transition must have a width: \(transitionWidth)"
    )
    self.spreadFloor = spreadFloor
    self.slope = slope
    self.satiationRatio = satiationRatio
    self.transitionWidth = transitionWidth
  }

  /// s(x), percent a year.
  ///
  /// - Parameter ratio: x, finite.
  /// - Returns: Not below the floor.
  public func spread(at ratio: Double) -> Double {
    let bend = (satiationRatio - ratio) / transitionWidth
    // ln(1 + eᵇ) = max(b, 0) + ln(1 + e^(−|b|)), without overflow.
    let soft = max(bend, 0) + Libm.log(onePlus: Libm.exp(-abs(bend)))
    return spreadFloor + slope * transitionWidth * soft
  }

  /// ds/dx, percent a year per unit of the ratio: −κ/(1 + e^((x − x*)/w)).
  ///
  /// - Parameter ratio: x, finite.
  /// - Returns: In −κ ... 0.
  public func slope(at ratio: Double) -> Double {
    -slope * LogisticFunction.value((satiationRatio - ratio) / transitionWidth)
  }

  /// The ratio at which banks pay a spread; nil at or below the floor, which no ratio reaches.
  ///
  /// - Parameter spread: Percent a year.
  /// - Returns: x with s(x) = spread.
  public func ratio(for spread: Double) -> Double? {
    guard spread > spreadFloor && slope > 0 else { return nil }
    let soft = (spread - spreadFloor) / (slope * transitionWidth)
    // ln(eˢ − 1) = s + ln(1 − e^(−s)).
    return satiationRatio - transitionWidth * (soft + Libm.log(-Libm.expMinusOne(-soft)))
  }
}
