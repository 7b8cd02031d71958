import Quantities
import Statistics

/// The posterior over ordinary days, scarce reserves and lenders that refuse, on one day.
struct RefusalPosterior: Sendable {
  /// The prior of each case.
  static let (priorOrdinary, priorScarcity, priorRefusal) = (0.6, 0.2, 0.2)
  /// The weight of the evidence: the features are correlated.
  static let evidenceWeight = 0.5
  /// A posterior needs this many features; a score counts for this many calendar days.
  static let (featuresMin, carryDaysMax) = (4, 7)

  let day: Int
  /// The score of each feature; nil where there is none.
  let scores: [Double?]
  let ordinary, scarcity, refusal: Double
  /// The probability of refusal against scarcity under ``TrainedRefusalSlopes``, one half without change.
  let trainedRefusal: Double
  /// The posterior of refusal without one feature each.
  let withoutOneFeature: [Double]

  /// The posterior of scores under their features' signs.
  init(day: Int, scores: [Double?], _ features: [RefusalFeature]) {
    self.day = day
    self.scores = scores
    let all = Self.posterior(scores, features)
    (ordinary, scarcity, refusal) = (all.ordinary, all.scarcity, all.refusal)
    let odds = zip(scores, features).reduce(0) { $0 + $1.1.trainedSlope * ($1.0 ?? 0) }
    trainedRefusal = 1 / (1 + Libm.exp(-odds))
    withoutOneFeature = scores.indices.filter { scores[$0] != nil }.map { left in
      var rest = scores
      rest[left] = nil
      return Self.posterior(rest, features).refusal
    }
  }

  /// Whether something happened: ordinary days are less likely than the two cases together.
  var isEvent: Bool { ordinary < 0.5 }

  /// Every day with enough features, in order.
  static func history(_ features: [RefusalFeature]) -> [RefusalPosterior] {
    let days = Set(features.flatMap(\.scores.days)).sorted()
    return days.compactMap { day in
      let scores = features.map { $0.scores.value(atOrBefore: day, within: carryDaysMax) }
      guard scores.count(where: { $0 != nil }) >= featuresMin else { return nil }
      return RefusalPosterior(day: day, scores: scores, features)
    }
  }

  /// Delete-one jackknife over the features on the log odds of refusal, back as a probability.
  var refusalInterval: IndicatorInterval? {
    let range = Jackknife.interval(
      Self.logOdds(refusal),
      withoutOneFeature.map(Self.logOdds),
      method: "delete-one jackknife over the features, on the log odds"
    )
    return range.map {
      IndicatorInterval(
        low: 1 / (1 + Libm.exp(-$0.low)),
        high: 1 / (1 + Libm.exp(-$0.high)),
        level: $0.level,
        method: $0.method
      )
    }
  }

  private static func logOdds(_ probability: Double) -> Double {
    Libm.log(probability / (1 - probability))
  }

  private static func posterior(
    _ scores: [Double?],
    _ features: [RefusalFeature]
  ) -> (ordinary: Double, scarcity: Double, refusal: Double) {
    var (scarce, refused) = (0.0, 0.0)
    for (score, feature) in zip(scores, features) {
      guard let score else { continue }
      scarce += feature.scarcity * score - feature.scarcity * feature.scarcity / 2
      refused += feature.refusal * score - feature.refusal * feature.refusal / 2
    }
    let weights = [
      priorOrdinary,
      priorScarcity * Libm.exp(evidenceWeight * scarce),
      priorRefusal * Libm.exp(evidenceWeight * refused),
    ]
    let sum = weights.reduce(0, +)
    return (weights[0] / sum, weights[1] / sum, weights[2] / sum)
  }
}
