/// The log fall that a sale at once makes, by the regularised square root (`model.md` §1.2).
///
/// f(V) = c [√(V + X₀) − √X₀ + π V/(2√X₀)], with c from the drawn impact of a reference sale, one
/// ninetieth of a day's volume: c [...] = κ σ_D, as in the opening book.
struct SaleResponse: Sendable {
  private let prefactor: Double
  private let rootRegulariser: Double
  private let slope: Double

  init(dailyVolume: Double, dailyVolatility: Double, referenceImpact: Double) {
    let regulariser = (Parameter.regulariserShare.standard?.center ?? 0.001) * dailyVolume
    let permanent = Parameter.permanentShare.standard?.center ?? 0
    rootRegulariser = regulariser.squareRoot()
    slope = permanent / (2 * rootRegulariser)
    let reference = dailyVolume / 90
    let shape = (reference + regulariser).squareRoot() - rootRegulariser + slope * reference
    prefactor = referenceImpact * dailyVolatility / shape
  }

  /// The sale that makes a log fall.
  func sale(makingFall fall: Double) -> Double {
    // With u = √(V + X₀): a u² + u − (√X₀ + a X₀ + x/c) = 0.
    let right =
      rootRegulariser + slope * rootRegulariser * rootRegulariser + fall / prefactor
    let root =
      slope > 0 ? ((1 + 4 * slope * right).squareRoot() - 1) / (2 * slope) : right
    return max(0, root * root - rootRegulariser * rootRegulariser)
  }

  /// The sale beyond which the longs it forces carry the price on by a percent or more; nil if none.
  ///
  /// At a fall x the market has taken f⁻¹(x), of which Q(x) was forced: what was sold besides is
  /// h(x) = f⁻¹(x) − Q(x). Where h stops rising the price falls through.
  ///
  /// - Parameter forced: Forced value up to the far end of each level of ``LevelShares``, US dollars.
  /// - Returns: US dollars.
  func criticalSale(forced: [Double]) -> Double? {
    let heights = (0...OpeningProfile.binCount).map { bin -> Double in
      let fall = Double(bin) * OpeningProfile.binWidth
      let position = (1 - Libm.exponential(-fall)) / LevelShares.width
      let level = min(Int(position), forced.count - 1)
      let before = level == 0 ? 0 : forced[level - 1]
      let part = min(position - Double(level), 1)
      return sale(makingFall: fall) - before - part * (forced[level] - before)
    }
    return OpeningProfile.foldIndex(of: heights).map { max(0, heights[$0]) }
  }
}
