import Exchange

/// The gains that fit a reported fall, its liquidations and its outflow, and what each needs.
///
/// Source: `model.md` §2.6, rows S06 and S41.
public struct IdentificationLocus: Hashable, Sendable {
  /// One gain on the locus.
  public struct Point: Hashable, Sendable {
    /// Forced log fall per log fall.
    public let gain: Double
    /// The share of the fall that is news.
    public let newsShare: Double
    /// Log impact of a billion US dollars.
    public let impactPerBillion: Double
  }

  /// x, the log fall, positive.
  public let logDrop: Double
  /// L/(L + E), where nothing is left for news.
  public let largestGain: Double
  /// 1 + L/E: what the ratio would mean if flow alone moved the price.
  public let multiplierOfFlowAlone: Double
  /// Some gains in rising order, the largest last.
  public let points: [Point]

  /// Creates the locus of reported figures; nil unless the price fell and both flows are positive.
  ///
  /// - Parameters:
  ///   - priceChange: As a fraction, negative.
  ///   - liquidations: US dollars.
  ///   - outflow: US dollars.
  public init?(priceChange: Double, liquidations: Double, outflow: Double) {
    guard outflow > 0,
      let locus = try? FragilityIdentification(
        liquidations: liquidations,
        exogenousSale: outflow,
        dropFraction: -priceChange
      )
    else { return nil }
    logDrop = locus.logDrop
    largestGain = locus.gainMax
    multiplierOfFlowAlone = 1 + liquidations / outflow
    points = ([0.1, 0.25, 0.5, 0.75].filter { $0 < locus.gainMax } + [locus.gainMax]).map { gain in
      Point(
        gain: gain,
        newsShare: locus.newsShare(gain: gain),
        impactPerBillion: locus.impact(gain: gain) * 1e9
      )
    }
  }

  /// What the locus says in one sentence.
  public var reading: String {
    "The reported figures fit every gain from 0 to \((largestGain * 1_000).rounded() / 1_000): "
      + "they do not identify leverage."
  }
}
