import Statistics

extension Purpose {
  /// The kind and size of a training world.
  fileprivate static let repoTrainingWorld = Purpose(room: 3, index: 0x403)
}

/// Simulated days of known cause: cash that is scarce, or lenders that refuse.
///
/// Each world has ordinary days and then one day of the other population, of random size: scarcity leaves
/// cash 1 to 10 percent above demand; refusal has 50 to 95 percent of lenders refuse 20 to 45 percent of
/// borrowers, who pay 0.1 to 0.3 percent more. The ranges hold the cases of row S31b and are assumed.
/// Source: `model.md` §4.1.
public struct RepoTrainingWorlds: Hashable, Sendable {
  /// What changed in each world.
  public let features: [RepoFeatures]
  /// Whether lenders refused; else cash was scarce.
  public let isRefusal: [Bool]

  /// Simulates worlds, refusal and scarcity in turn.
  ///
  /// - Parameters:
  ///   - count: How many, positive.
  ///   - baseDays: Ordinary days of each, positive.
  ///   - seed: The master seed.
  ///   - base: The ordinary population.
  /// - Complexity: O(count · baseDays) days of the market.
  public init(
    count: Int,
    baseDays: Int = 10,
    seed: UInt64,
    base: RepoPopulation = RepoPopulation()
  ) {
    precondition(count > 0 && baseDays > 0, "\(count) worlds of \(baseDays) days")
    var (features, labels): ([RepoFeatures], [Bool]) = ([], [])
    for world in 0..<UInt64(count) {
      var stream = Stream(seed: seed, run: world, purpose: .repoTrainingWorld)
      let refuses = world.isMultiple(of: 2)
      let event = Self.event(refuses: refuses, from: base, using: &stream)
      // Another run, so that the event is not the first ordinary day again.
      let after = RepoStudy(event, days: 1, seed: seed, run: world | 1 << 63)
      guard let day = after.days.first else { continue }
      let before = RepoStudy(base, days: baseDays, seed: seed, run: world)
      features.append(RepoFeatures(day, against: before))
      labels.append(refuses)
    }
    self.features = features
    isRefusal = labels
  }

  private static func event(
    refuses: Bool,
    from base: RepoPopulation,
    using stream: inout Stream
  ) -> RepoPopulation {
    var event = base
    func between(_ low: Double, _ high: Double) -> Double {
      low + (high - low) * stream.nextUniform()
    }
    if refuses {
      event.refusingLenderShare = between(0.5, 0.95)
      event.riskyBorrowerShare = between(0.2, 0.45)
      event.riskPremium = between(0.1, 0.3)
    } else {
      event.cashSupply = base.cashDemand * between(1.01, 1.10)
    }
    return event
  }
}
