import Statistics

extension GaussianBook {
  /// Where a cascade under linear impact ends.
  public struct FixedPoint: Hashable, Sendable {
    /// p*, USD.
    public let price: Double
    /// L(p*), coins.
    public let liquidated: Double
  }

  /// The greatest fixed point of p = p₀ − s − λ L(p), with the shock s = λ E + δ.
  ///
  /// Searched from above without ever passing a root: on [p − h, p] the slope of p − T(p) is at most
  /// 1 − λ Σ min ℓ, so a step of (p − T(p)) over that bound is safe, and it converges quadratically.
  /// A damped or averaged iteration may return another root and is not used (`model.md` §2.2).
  ///
  /// - Parameters:
  ///   - impact: λ, USD per coin, not negative.
  ///   - shock: s, USD; a rise liquidates no longs.
  /// - Returns: The end of the cascade.
  public func greatestFixedPoint(impact: Double, shock: Double) -> FixedPoint {
    var price = openingPrice - shock
    guard shock > 0, impact > 0 else {
      return FixedPoint(price: price, liquidated: liquidated(downTo: price))
    }
    let bottom = openingPrice - shock - impact * total
    let stepMax = 0.5 * resolution
    while price > bottom {
      let gap = price - (openingPrice - shock - impact * liquidated(downTo: price))
      guard gap > 0 else { break }
      let slope = 1 - impact * density(at: price)
      var step = stepMax
      if slope > 0 { step = min(step, 1.5 * gap / slope) }
      let low = price - step
      let least = bumps.reduce(0) { $0 + $1.densityMin(from: low, to: price) }
      let bound = 1 - impact * least
      if bound * step > gap { step = gap / bound }
      let next = price - step
      // Rounding ends the descent: a step below the last place, or one that is too small to matter.
      guard next < price, step > 1e-15 * openingPrice else { break }
      price = next
    }
    price = max(price, bottom)
    return FixedPoint(price: price, liquidated: liquidated(downTo: price))
  }

  /// The shock at which the greatest fixed point jumps.
  public struct CriticalShock: Hashable, Sendable {
    /// s_c = h(p_c), USD.
    public let shock: Double
    /// p_c, where 1 = λ ℓ(p), USD.
    public let price: Double
  }

  /// The first local maximum, from the opening price down, of h(p) = p₀ − p − λ L(p).
  ///
  /// - Parameter impact: λ, USD per coin, not negative.
  /// - Returns: Nil where no gain reaches one: then no shock makes the price jump.
  public func criticalShock(impact: Double) -> CriticalShock? {
    func excess(_ price: Double) -> Double { impact * density(at: price) - 1 }
    func shock(_ price: Double) -> CriticalShock {
      CriticalShock(
        shock: openingPrice - price - impact * liquidated(downTo: price),
        price: price
      )
    }
    if excess(openingPrice) >= 0 { return shock(openingPrice) }
    var price = openingPrice
    var step = 0.25 * resolution
    let stepMin = 1e-6 * resolution
    while price > lowest {
      let low = price - step
      let most = bumps.reduce(0) { $0 + $1.densityMax(from: low, to: price) }
      if impact * most < 1 {
        price = low
        step = min(2 * step, 0.25 * resolution)
      } else if excess(low) >= 0 && (step <= stepMin || isRising(from: low, to: price)) {
        guard let root = try? BrentMethod.root(of: excess, in: low...price, tolerance: 1e-12) else {
          return shock(low)
        }
        return shock(root)
      } else if step > stepMin {
        step *= 0.5
      } else {
        price = low
      }
    }
    return nil
  }

  /// Whether every bump grows from `high` down to `low`, so that the gain crosses one only once.
  private func isRising(from low: Double, to high: Double) -> Bool {
    bumps.allSatisfy { $0.mean <= low }
  }
}
