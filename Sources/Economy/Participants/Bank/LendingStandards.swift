import Statistics

/// Which applicants a bank trusts: those whose PD is below a cut that tightens after losses.
///
///     PD_cut = PD_cut,0 · exp(−a_L (ℓ/ℓ₀ − 1) − a_s (s − s₀))
///     share  = Φ((ln PD_cut − ln(PD₀ δ/δ₀))/σ)
///
/// ℓ is the losses of past months a year over loans, s the funding spread in percentage points, δ delinquency.
/// `model.md` §3.18 says on what the cut hangs; the form and the numbers are assumptions.
struct LendingStandards {
  private let cut: Double
  private let median: Double
  private let logDeviation: Double
  private let lossEffect: Double
  private let spreadEffect: Double
  private let normalLoss: Double
  private let memory: Double
  private let normalDelinquency = CreditCycleParameters().normalDelinquency
  private let tightens: Bool
  /// ℓ over ℓ₀.
  private var lossRatio = 1.0
  private var openingSpread: Double?

  init(_ setup: WorldSetup, tightens: Bool) {
    cut = setup.number("applicant_default_cut")
    median = setup.number("applicant_default_median")
    logDeviation = setup.number("applicant_log_deviation")
    lossEffect = setup.number("loss_effect")
    spreadEffect = setup.number("funding_spread_effect")
    normalLoss = setup.number("normal_loss_percent") / 100
    memory = setup.number("loss_memory_share")
    self.tightens = tightens
  }

  /// Takes in a month: losses of last month over loans, the funding spread, percentage points, where known.
  ///
  /// - Returns: By how many log points the cut is tighter than at the opening.
  mutating func observe(monthlyLoss: Double?, spread: Double?) -> Double {
    if let monthlyLoss {
      lossRatio = memory * lossRatio + (1 - memory) * 12 * monthlyLoss / normalLoss
    }
    if openingSpread == nil { openingSpread = spread }
    guard tightens else { return 0 }
    let change = change(from: openingSpread, to: spread)
    return lossEffect * (lossRatio - 1) + spreadEffect * change
  }

  /// The share of applicants below a cut tightened by so many log points, at a delinquency in percent.
  func share(tightening: Double, delinquency: Double) -> Double {
    guard cut < 1 else { return 1 }
    let typical = median * max(0.01, delinquency / normalDelinquency)
    return NormalDistribution.standardCumulative(
      (Libm.log(cut) - tightening - Libm.log(typical)) / logDeviation
    )
  }

  private func change(from opening: Double?, to spread: Double?) -> Double {
    guard let spread, let opening else { return 0 }
    return spread - opening
  }
}
