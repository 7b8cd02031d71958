import Economy
import Statistics

/// Dollars that offshore banks must roll, and the market for swaps in which they look for what is withdrawn.
struct OffshoreFunding {
  /// Sentences for the plan of an experiment that uses the model.
  static let inputs = [
    "offshore banks owe 6 000bn in deposits, 1 000bn in paper and 300bn in repo (model §3.28), and 1 000bn "
      + "over swaps: an assumption",
    "4 % of paper and swaps fall due on a day (model §3.22); deposits run at 0.2 % a day and the freeze "
      + "lasts ten days: assumptions",
    "dealers supply 60 to 200bn beyond what they lend in calm: an assumption; the basis is −5 bp in "
      + "calm and falls by 60 to 180 bp where demand is twice the supply (120 assumed in model §4.4)",
    "the share of 80 % offshore (S2.F23) is a matter of definition and enters nothing but the amounts",
  ]

  let basis: CrossCurrencyBasis
  let state: CrossCurrencyBasis.State
  /// The dollars that are not rolled, billions.
  let withdrawn: Double

  /// Draws a market.
  ///
  /// - Parameters:
  ///   - run: Whose draws they are.
  ///   - frozen: The share of what falls due that lenders refuse.
  init(_ run: ExperimentRun, frozen: Double) {
    var stream = run.stream("swaps")
    let capacity = 60 + 140 * stream.nextUniform()
    var basis = CrossCurrencyBasis()
    basis.excessDemandCoefficient = 60 + 120 * stream.nextUniform()
    let due = 10 * (0.04 * (1_000 + 1_000) + 0.002 * 6_000)
    withdrawn = frozen * due
    self.basis = basis
    state = CrossCurrencyBasis.State(
      demand: withdrawn,
      dealerCapacity: run.value(of: "dealer_capacity_usd_bn", else: capacity)
    )
  }

  /// How far the basis lies below its calm, basis points; positive when dollars are dearer.
  func widening(linesOpen: Bool) -> Double {
    let calm = -basis.intercept
    let basis =
      linesOpen ? basis.supported(state, corridorWidth: 40) : basis.unsupported(state)
    return calm - basis
  }
}
