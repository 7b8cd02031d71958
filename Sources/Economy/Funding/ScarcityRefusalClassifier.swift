public import Statistics

/// Tells lenders who refuse from cash that is scarce, by signs that theory fixes and sizes that simulation gives.
///
/// A logistic regression on the changes of ``RepoFeatures``, each divided by its root mean square over the
/// training worlds, slopes of fixed sign. Its posterior is between these two causes only: a day on which
/// nothing changed has the odds of the intercept, which mean nothing. Evidence is one-sided: lenders without
/// access to the ON RRP may refuse unseen. Source: `model.md` §4.1, indicator I08.
///
///     let classifier = try ScarcityRefusalClassifier(RepoTrainingWorlds(count: 200, seed: 1))
///     classifier.posterior(features)       // probability that lenders refuse
public struct ScarcityRefusalClassifier: Hashable, Sendable {
  /// The root mean square of each change in training.
  public let scales: [Double]
  /// The regression on scaled changes.
  public let regression: SignedLogisticRegression

  /// Trains on worlds whose cause is known.
  ///
  /// - Parameters:
  ///   - worlds: With both causes.
  ///   - ridge: The weight of the prior that slopes are standard normal, positive.
  /// - Throws: As ``SignedLogisticRegression``.
  public init(_ worlds: RepoTrainingWorlds, ridge: Double = 1) throws(StatisticsError) {
    let rows = worlds.features.map { $0.values.map { $0 ?? 0 } }
    let scales = RepoFeatures.names.indices.map { column in
      let square = rows.reduce(0) { $0 + $1[column] * $1[column] } / Double(rows.count)
      return square > 0 ? square.squareRoot() : 1
    }
    self.scales = scales
    regression = try SignedLogisticRegression(
      rows: rows.map { row in zip(row, scales).map { $0 / $1 } },
      events: worlds.isRefusal,
      signs: RepoFeatures.refusalSigns,
      ridge: ridge
    )
  }

  /// The log odds of refusal against scarcity, equally likely before; what is not observed counts nothing.
  ///
  /// - Parameter features: The changes, in the units of ``RepoFeatures``.
  /// - Returns: Positive where refusal is likelier.
  public func logOdds(_ features: RepoFeatures) -> Double {
    logOdds(scores: zip(features.values, scales).map { value, scale in value.map { $0 / scale } })
  }

  /// The log odds from standard scores on a series' own past, for data whose spread differs from the
  /// simulation's.
  ///
  /// - Parameter scores: In the order of ``RepoFeatures/names``.
  /// - Returns: Positive where refusal is likelier.
  public func logOdds(scores: [Double?]) -> Double {
    regression.logOdds(scores.map { $0 ?? 0 })
  }

  /// The probability that lenders refuse rather than that cash is scarce.
  ///
  /// - Parameters:
  ///   - features: The changes.
  ///   - prior: The probability before looking, in 0 ... 1.
  /// - Returns: In 0 ... 1.
  public func posterior(_ features: RepoFeatures, prior: Double = 0.5) -> Double {
    LogisticFunction.value(logOdds(features) + LogisticFunction.logit(prior))
  }

  /// How well the classifier tells the causes of other worlds apart.
  ///
  /// - Parameter worlds: Not those of the training.
  /// - Returns: The curve.
  /// - Throws: As ``OperatingCharacteristic``.
  public func characteristic(
    on worlds: RepoTrainingWorlds
  ) throws(StatisticsError) -> OperatingCharacteristic {
    try OperatingCharacteristic(
      scores: worlds.features.map(logOdds),
      outcomes: worlds.isRefusal
    )
  }

  /// The area under the curve on other worlds, with an interval from resampled worlds.
  ///
  /// - Parameters:
  ///   - worlds: Not those of the training; independent of each other.
  ///   - replicates: How many resamples.
  ///   - stream: The stream that is advanced.
  /// - Returns: The area and its resamples.
  /// - Throws: As ``OperatingCharacteristic``.
  public func area(
    on worlds: RepoTrainingWorlds,
    replicates: Int = 500,
    using stream: inout Stream
  ) throws(StatisticsError) -> BootstrapDistribution {
    try OperatingCharacteristic.bootstrapArea(
      scores: worlds.features.map(logOdds),
      outcomes: worlds.isRefusal,
      bootstrap: BlockBootstrap(blockLength: 1),
      replicates: replicates,
      using: &stream
    )
  }
}
