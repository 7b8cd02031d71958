/// Whether open interest comes back when demand does, after years of calm.
///
/// The market runs as it is, then through years of low news volatility, then through a boom in which
/// desired leverage is a multiple of its rule. An irreversible ratchet stays down; a reset or a cycle
/// comes back. Source: `model.md` §5.4, where the boom is κ_m × 3 in the demand for leverage.
public struct RatchetHysteresisTest: Hashable, Sendable {
  /// The model.
  public var ratchet: LeverageRatchet
  /// The days before the calm, in which liquidations lower the limit.
  public var strainDays = 365
  /// The days of calm.
  public var quietDays = 3 * 365
  /// σ_n in the calm, per year.
  public var quietNewsVolatility = 0.15
  /// The days of the boom, with the news of the first days.
  public var boomDays = 180
  /// The factor on desired leverage in the boom.
  public var boomFactor = 3.0
  /// The share of the first open interest that counts as recovered.
  public var recoveredFraction = 0.9
  /// The number of paths.
  public var paths = 500

  /// Creates the test.
  ///
  /// - Parameter ratchet: The model.
  public init(_ ratchet: LeverageRatchet) {
    self.ratchet = ratchet
  }

  /// Open interest on the way, each number per path over the open interest before the first day.
  public struct Outcome: Hashable, Sendable {
    /// At the end of the calm.
    public let beforeBoom: [Double]
    /// The mean over the month ends of the boom.
    public let inBoom: [Double]
    /// L̄ at the end of the boom.
    public let leverageCapsAtEnd: [Double]
    /// The share of paths that recovered in the boom.
    public let recoveredShare: Double
  }

  /// Runs the test.
  ///
  /// - Parameter seed: The master seed.
  /// - Returns: Open interest per path and the share that recovered.
  public func outcome(seed: UInt64) -> Outcome {
    precondition(boomDays >= 30 && quietDays >= 1, "the boom lasts a month or more: \(boomDays)")
    var quiet = ratchet
    quiet.newsVolatility = quietNewsVolatility
    var boom = ratchet
    boom.desiredLeverageScale *= boomFactor
    let calmEnd = strainDays + quietDays
    let monthEnds = (1...(boomDays / 30)).map { calmEnd + 30 * $0 }
    let ensemble = LeverageRatchet.ensemble(
      phases: [
        LeverageRatchet.Phase(ratchet, days: strainDays),
        LeverageRatchet.Phase(quiet, days: quietDays),
        LeverageRatchet.Phase(boom, days: boomDays),
      ],
      paths: paths,
      reportDays: [calmEnd] + monthEnds,
      volatilityWindowDays: min(30, calmEnd),
      seed: seed
    )
    let inBoom = (0..<paths).map { path in
      ensemble.openInterestRatios.dropFirst().reduce(0) { $0 + $1[path] } / Double(monthEnds.count)
    }
    return Outcome(
      beforeBoom: ensemble.openInterestRatios[0],
      inBoom: inBoom,
      leverageCapsAtEnd: ensemble.leverageCapsAtEnd,
      recoveredShare: Double(inBoom.count { $0 >= recoveredFraction }) / Double(paths)
    )
  }
}
