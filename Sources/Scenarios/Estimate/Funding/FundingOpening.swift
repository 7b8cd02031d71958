public import Economy
public import Observatory
public import Quantities

/// How a world opens on a date: every state with its source, and the plan that has them.
public struct FundingOpening: Hashable, Sendable {
  /// The instant as of which the store was read.
  public let asOf: Instant
  /// The files that the values came from.
  public let files: [SeriesProvenance]
  /// The states, in the order of a table.
  public let states: [OpeningState]
  /// The plan with what the states change.
  public let plan: WorldPlan

  init(
    of plan: WorldPlan,
    _ estimate: FundingEstimate,
    _ catalogue: ParticipantCatalogue
  ) throws(ScenarioError) {
    guard plan.participants.contains(where: { $0.kind == CentralBank.kind.id }) else {
      throw .argument(
        name: "--as-of",
        value: "a world without a central bank",
        expected: "a world of dollar funding, whose rates and sheet the store knows"
      )
    }
    var draft = OpeningDraft(plan, estimate)
    draft.plan.start = estimate.asOf.day
    try draft.addRates()
    try draft.addSheet()
    try draft.addReserveDemand()
    try draft.addCurve()
    try draft.addAbroad()
    draft.addHouseholds()
    draft.addRest()
    draft.keepKnownFigures(try FundingOpening.world(draft.plan.withoutFigures, catalogue))
    _ = try FundingOpening.world(draft.plan, catalogue)
    asOf = estimate.asOf
    files = estimate.files
    states = draft.states
    self.plan = draft.plan
  }

  /// The world of a plan, so that what cannot be is found before the run.
  private static func world(
    _ plan: WorldPlan,
    _ catalogue: ParticipantCatalogue
  ) throws(ScenarioError) -> World {
    do throws(WorldError) { return try World(plan, catalogue: catalogue, seed: 1, run: 0) } catch {
      throw .argument(
        name: "--as-of",
        value: "\(plan.start): \(error)",
        expected: "values with which the world can open"
      )
    }
  }
}

extension FundingEstimate {
  /// How a world opens on the day: the states, and the plan with what they change.
  ///
  /// - Throws: ``ScenarioError/argument(name:value:expected:)`` for a world without a central bank, and for values
  ///   with which the world cannot open.
  public func opening(
    of plan: WorldPlan,
    catalogue: ParticipantCatalogue = .standard
  ) throws(ScenarioError) -> FundingOpening {
    try FundingOpening(of: plan, self, catalogue)
  }
}

extension WorldPlan {
  /// The plan without figures of its own.
  fileprivate var withoutFigures: WorldPlan {
    var plan = self
    plan.openingFigures = [:]
    return plan
  }
}
