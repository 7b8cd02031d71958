/// Whether open interest comes back when demand does, after years of calm.
///
/// The market runs as it is, then through years of quiet news, then through a boom in which desired
/// leverage is a multiple of its rule. Beside it runs a control with the same news in which
/// liquidations destroy no capacity, χ = 0: what the market has less than the control is what its
/// history cost it. Source: `model.md` §5.4, where the boom is κ_m × 3 in the demand for leverage.
public struct RatchetHysteresisTest: Hashable, Sendable {
  /// The model.
  public var ratchet: LeverageRatchet
  /// The days before the calm, in which liquidations lower the limit.
  public var strainDays = 365
  /// The days of calm.
  public var quietDays = 3 * 365
  /// σ_n in the calm, per year.
  public var quietNewsVolatility = 0.15
  /// The days of the boom, at least thirty.
  public var boomDays = 180
  /// σ_n in the boom, per year; as in the calm, so that demand is all that changes.
  public var boomNewsVolatility = 0.15
  /// The factor on desired leverage in the boom.
  public var boomFactor = 3.0
  /// The share of the control's open interest that counts as recovered.
  public var recoveredFraction = 0.9
  /// The number of paths.
  public var paths = 500

  /// Creates the test.
  ///
  /// - Parameter ratchet: The model.
  public init(_ ratchet: LeverageRatchet) {
    self.ratchet = ratchet
  }

  /// Open interest on the way, one number per path.
  public struct Outcome: Hashable, Sendable {
    /// At the end of the calm, over the control's.
    public let beforeBoom: [Double]
    /// The mean over the month ends of the boom, over the control's.
    public let inBoom: [Double]
    /// The mean over the month ends of the boom, over the open interest before the first day.
    public let inBoomOverStart: [Double]
    /// L̄ at the end of the boom.
    public let leverageCapsAtEnd: [Double]
    /// The share of paths that reach ``RatchetHysteresisTest/recoveredFraction`` in the boom.
    public let recoveredShare: Double
  }

  /// Runs the test.
  ///
  /// - Parameter seed: The master seed.
  /// - Returns: Open interest per path and the share that recovered.
  /// - Complexity: O(days · paths), twice.
  public func outcome(seed: UInt64) -> Outcome {
    precondition(boomDays >= 30 && quietDays >= 30, "calm and boom last a month or more")
    var unharmed = ratchet
    unharmed.ratchetStrength = 0
    let (treated, control) = (ensemble(of: ratchet, seed), ensemble(of: unharmed, seed))
    let (mean, controlMean) = (meanInBoom(treated), meanInBoom(control))
    let inBoom = zip(mean, controlMean).map { $0 / $1 }
    return Outcome(
      beforeBoom: zip(treated.openInterestRatios[0], control.openInterestRatios[0])
        .map { $0 / $1 },
      inBoom: inBoom,
      inBoomOverStart: mean,
      leverageCapsAtEnd: treated.leverageCapsAtEnd,
      recoveredShare: Double(inBoom.count { $0 >= recoveredFraction }) / Double(paths)
    )
  }

  private func ensemble(of model: LeverageRatchet, _ seed: UInt64) -> LeverageRatchet.Ensemble {
    var quiet = model
    quiet.newsVolatility = quietNewsVolatility
    var boom = model
    boom.newsVolatility = boomNewsVolatility
    boom.desiredLeverageScale *= boomFactor
    let calmEnd = strainDays + quietDays
    return LeverageRatchet.ensemble(
      phases: [
        LeverageRatchet.Phase(model, days: strainDays),
        LeverageRatchet.Phase(quiet, days: quietDays),
        LeverageRatchet.Phase(boom, days: boomDays),
      ],
      paths: paths,
      reportDays: [calmEnd] + (1...(boomDays / 30)).map { calmEnd + 30 * $0 },
      seed: seed
    )
  }

  private func meanInBoom(_ ensemble: LeverageRatchet.Ensemble) -> [Double] {
    let months = ensemble.openInterestRatios.dropFirst()
    return (0..<paths).map { path in months.reduce(0) { $0 + $1[path] } / Double(months.count) }
  }
}
