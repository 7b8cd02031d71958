import Economy
import Statistics
import Testing

@Suite("Telling refusal from scarcity")
struct ScarcityRefusalClassifierTests {
  static let training = RepoTrainingWorlds(count: 120, baseDays: 8, seed: 71)
  static let fresh = RepoTrainingWorlds(count: 120, baseDays: 8, seed: 72)

  @Test("trained on some worlds, it separates others, with an interval")
  func discrimination() throws {
    let classifier = try ScarcityRefusalClassifier(Self.training)
    let curve = try classifier.characteristic(on: Self.fresh)
    #expect(curve.area > 0.9)
    var stream = Stream(seed: 1, run: 0, purpose: Purpose(room: 90, index: 403))
    let areas = try classifier.area(on: Self.fresh, replicates: 200, using: &stream)
    let interval = try areas.percentileInterval(confidence: 0.95)
    #expect(interval.lower <= curve.area && curve.area <= interval.upper && interval.lower > 0.8)
  }

  @Test("every slope has the sign of the theory or is zero, and idle cash counts")
  func signs() throws {
    let slopes = try ScarcityRefusalClassifier(Self.training).regression.slopes
    for (slope, sign) in zip(slopes, RepoFeatures.refusalSigns) { #expect(slope * sign >= 0) }
    #expect(slopes[0] > 0.1)
  }

  @Test("labels that are exchanged leave nothing that the signs admit")
  func exchanged() throws {
    let rows = Self.training.features.map { $0.values.map { $0 ?? 0 } }
    let fit = try SignedLogisticRegression(
      rows: rows.map { [$0[0] * 100] },
      events: Self.training.isRefusal.map { !$0 },
      signs: [1]
    )
    #expect(fit.slopes == [0] && abs(fit.intercept) < 0.2)
  }

  @Test("the prior moves the posterior as odds do, and what is missing counts nothing")
  func posterior() throws {
    let classifier = try ScarcityRefusalClassifier(Self.training)
    let features = RepoFeatures(reverseRepoShare: 0.05, bowley: 0.5)
    let even = classifier.posterior(features)
    let odds = even / (1 - even)
    let third = classifier.posterior(features, prior: 0.25)
    #expect(abs(third / (1 - third) - odds / 3) < 1e-9 * odds)
    #expect(classifier.logOdds(RepoFeatures()) == classifier.regression.intercept)
  }

  /// Values of an independent program: scipy.optimize.minimize, L-BFGS-B with bounds.
  @Test("a fit without active signs agrees with a general optimiser")
  func optimiser() throws {
    let rows: [[Double]] = [
      [0.5, 1.2], [1.5, -0.3], [-0.7, 0.4], [2.0, 0.1], [-1.2, -1.0], [0.3, -0.8], [0.9, 0.9],
      [-0.4, 1.1],
    ]
    let events = [true, true, false, true, false, true, false, false]
    let fit = try SignedLogisticRegression(rows: rows, events: events, signs: [1, -1])
    #expect(abs(fit.intercept + 0.272676428) < 1e-6)
    #expect(abs(fit.slopes[0] - 1.032705955) < 1e-6 && abs(fit.slopes[1] + 0.371119809) < 1e-6)
    let bound = try SignedLogisticRegression(rows: rows, events: events, signs: [1, 1])
    #expect(abs(bound.intercept + 0.361063822) < 1e-6)
    #expect(abs(bound.slopes[0] - 1.009123888) < 1e-6 && bound.slopes[1] == 0)
  }

  @Test("one kind of outcome identifies nothing")
  func oneKind() {
    #expect(throws: StatisticsError.self) {
      try SignedLogisticRegression(rows: [[1], [2]], events: [true, true], signs: [1])
    }
  }
}
