import Statistics

extension LeveragedFundMarket {
  /// What a history looks like after its start is left out.
  public struct Summary: Hashable, Sendable {
    /// The excess kurtosis of log returns; nil if they are constant.
    public let excessKurtosis: Double?
    /// The tail exponent of falls that begin below the fundamental value; nil without a tail.
    public let hillExponent: Double?
    /// Defaults per 10 000 steps.
    public let defaultsPerTenThousandSteps: Double
  }
}

extension LeveragedFundMarket.Path {
  /// The statistics that rows S14 and S14b compare.
  ///
  /// - Parameters:
  ///   - market: The market of the history, for its fundamental value.
  ///   - burnIn: The number of first steps to leave out, below the number of steps.
  ///   - hillTailFraction: The share of falls from below V that counts as their tail, in 0 ..< 1.
  /// - Returns: Kurtosis of all returns, the Hill exponent of falls, defaults.
  public func summary(
    of market: LeveragedFundMarket,
    burnIn: Int,
    hillTailFraction: Double = 0.01
  ) -> LeveragedFundMarket.Summary {
    precondition(
      burnIn >= 0 && burnIn < prices.count,
      "the start left out must be shorter than the history: \(burnIn)"
    )
    var moments = Moments()
    var falls: [Double] = []
    for step in (burnIn + 1)..<max(burnIn + 1, prices.count) {
      let change = Libm.log(prices[step] / prices[step - 1])
      moments.add(change)
      if change < 0 && prices[step - 1] < market.fundamentalValue { falls.append(-change) }
    }
    let kept = prices.count - burnIn
    let count = defaults[burnIn...].reduce(0) { $0 + Int($1) }
    return LeveragedFundMarket.Summary(
      excessKurtosis: moments.excessKurtosis,
      hillExponent: try? HillEstimate(of: falls, tailFraction: hillTailFraction).exponent,
      defaultsPerTenThousandSteps: 10_000 * Double(count) / Double(kept)
    )
  }
}
