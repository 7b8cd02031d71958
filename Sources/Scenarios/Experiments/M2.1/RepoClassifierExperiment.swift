import Economy
import Statistics

/// M2.1: how well six signs tell refusal from scarcity in worlds that the classifier has not seen.
struct RepoClassifierExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.1-classifier",
    systems: ["M2.1"],
    title: "Telling refusal from scarcity",
    question:
      "Does a classifier that learned from simulated days tell refusal from scarcity in other worlds?",
    quantity: "area under the operating characteristic: chance that refusal scores higher",
    unit: "probability",
    expected: RepoClassifierExperiment.stated,
    mechanism: "the shock: the day is an ordinary one in both kinds of world",
    control: .contains(0.5),
    readings: [
      ExperimentReading(
        id: "alike",
        text: "other worlds of the kind it was trained on",
        expected: RepoClassifierExperiment.stated
      ),
      ExperimentReading(
        id: "published",
        text:
          "the same without what is not published: the loans of the facility count in the volume",
        expected: RepoClassifierExperiment.stated
      ),
      ExperimentReading(
        id: "tight",
        text:
          "worlds in which cash is 3 % above need before the shock and the ON RRP nearly empty, as in "
          + "November 2025; it has seen none of them",
        expected: RepoClassifierExperiment.stated
      ),
      ExperimentReading(
        id: "foreign",
        text:
          "worlds with lenders who have no access to the ON RRP: idle cash ends as reserves, unseen",
        expected: RepoClassifierExperiment.stated
      ),
    ],
    statistic: .mean,
    runs: 24,
    sweeps: [
      ExperimentSweep(
        RepoShock.refusingShare,
        [0.1, 0.25, 0.5, 0.95],
        by: RepoShock.cashRatio,
        [1.01, 1.1, 1.2],
        runs: 8
      )
    ],
    inputs: RepoShock.inputs + [
      "trained once on 100 worlds of a fixed seed that no run uses; a run has eight fresh worlds, half of "
        + "each kind, six ordinary days and one with the shock each",
      "slopes may not leave the sign that the model gives; nothing is fitted to the fresh worlds",
    ],
    finding:
      "In the model's own worlds the signs tell the causes apart almost surely, also without what is not "
      + "published, and nine times in ten and more where cash is close to need before or lenders have no "
      + "access to the ON RRP. That is an upper bound: worlds and classifier share one model, sizes and "
      + "all. Idle cash alone does nearly as well, the median and the skew alone are poor. It is no "
      + "statement about any day of the data (I08).",
    refutation:
      "days whose cause is known from the lenders' own books, on which the score is at chance",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .atLeast(0.8),
    facts: ["S2.F31", "S3.F49"],
    statement:
      "signs of rates, volume and idle cash discriminate (test of S2.C05); taken as an area of at least "
      + "0.8"
  )
  private static let worldCount = 8
  private static let baseDayCount = 6

  /// The classifier of all runs; it depends on no seed of a user.
  static let trained = Result {
    () throws(StatisticsError) in
    try ScarcityRefusalClassifier(
      RepoTrainingWorlds(count: 100, baseDays: 6, seed: 20_190_917)
    )
  }

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let classifier: ScarcityRefusalClassifier
    do {
      classifier = try RepoClassifierExperiment.trained.get()
    } catch {
      throw .model(error)
    }
    var base = RepoPopulation()
    if run.reading == "tight" { base.cashSupply = 1.03 * base.cashDemand }
    if run.reading == "foreign" { base.reverseRepoAccessShare = 0 }
    var (features, outcomes): ([RepoFeatures], [Bool]) = ([], [])
    for world in 0..<RepoClassifierExperiment.worldCount {
      let refuses = world.isMultiple(of: 2)
      guard let found = self.features(of: world, refuses: refuses, base, run) else { continue }
      features.append(found)
      outcomes.append(refuses)
    }
    let area = try? OperatingCharacteristic(
      scores: features.map(classifier.logOdds),
      outcomes: outcomes
    ).area
    let alone = RepoFeatures.names.indices.map { place in
      let scores = features.map { RepoFeatures.refusalSigns[place] * ($0.values[place] ?? 0) }
      let value = try? OperatingCharacteristic(scores: scores, outcomes: outcomes).area
      return ExperimentMeasurement.Companion(
        "area of \(RepoFeatures.names[place]) alone",
        unit: "probability",
        value ?? 0.5
      )
    }
    return ExperimentMeasurement(area, companions: alone)
  }

  /// What changed in one world on the day of its shock; nil if nothing traded.
  private func features(
    of world: Int,
    refuses: Bool,
    _ base: RepoPopulation,
    _ run: ExperimentRun
  ) -> RepoFeatures? {
    var sizes = run.stream("size", participant: UInt64(world))
    let kind: RepoShock.Kind = run.isControl ? .none : refuses ? .refusal : .scarcity
    let shocked = RepoShock.population(kind, of: base, run, using: &sizes)
    let key = UInt64(run.number) << 8 | UInt64(world)
    let past = RepoStudy(
      base,
      days: RepoClassifierExperiment.baseDayCount,
      seed: run.seed,
      run: key
    )
    // Another run, so that the day of the shock is not the first ordinary day again.
    let event = RepoStudy(shocked, days: 1, seed: run.seed, run: key | 1 << 63)
    guard let day = event.days.first else { return nil }
    var features = RepoFeatures(day, against: past)
    if run.reading == "published" {
      features.facilityShare = nil
      features.logVolume = Libm.logarithm(day.volume) - Libm.logarithm(past.mean(\.volume))
    }
    return features
  }
}
