import Economy
import Quantities

/// An opening while it is made: the plan that changes, and the states so far.
struct OpeningDraft {
  var plan: WorldPlan
  private(set) var states: [OpeningState] = []
  /// EFFR, if the range that it lies in was published too: without the range no rate is set.
  var effectiveRate: Double?
  let estimate: FundingEstimate

  init(_ plan: WorldPlan, _ estimate: FundingEstimate) {
    self.plan = plan
    self.estimate = estimate
  }

  // MARK: - States

  /// Adds a state: the published number, or the value of the plan with the reason why.
  ///
  /// - Returns: The published number, if there is one.
  @discardableResult
  mutating func add(
    _ name: String,
    _ source: OpeningSource,
    unit: String = "percent",
    else value: Double,
    because standard: String = OpeningDraft.ofThePlan
  ) -> Double? {
    add(name, estimate.finding(source), unit: unit, else: value, because: standard)
  }

  /// Adds a state of something that was found, or not.
  @discardableResult
  mutating func add(
    _ name: String,
    _ finding: OpeningFinding,
    unit: String,
    else value: Double,
    because standard: String = OpeningDraft.ofThePlan
  ) -> Double? {
    guard let found = finding.value else {
      assume(name, value, unit: unit, "\(standard); \(finding.reason)")
      return nil
    }
    states.append(
      OpeningState(
        name: name,
        value: found.number,
        unit: unit,
        status: .observed,
        series: [found.series],
        refersTo: found.refersTo,
        knowableAt: found.knowableAt,
        basis: found.basis
      )
    )
    return found.number
  }

  /// Adds a state that nobody published as such, with what it rests on.
  mutating func assume(
    _ name: String,
    _ value: Double,
    unit: String,
    _ basis: String,
    from findings: [OpeningFinding] = []
  ) {
    let values = findings.compactMap(\.value)
    states.append(
      OpeningState(
        name: name,
        value: value,
        unit: unit,
        status: .assumed,
        series: values.map(\.series),
        refersTo: values.map(\.refersTo).max(),
        knowableAt: values.map(\.knowableAt).max(),
        basis: basis
      )
    )
  }

  static let ofThePlan = "the scenario's number"
  static let ofTheSheet = "the sheet of November 2025"

  // MARK: - Plan

  /// A number of a kind: of its first participant in the order of names, or the kind's own.
  func number(_ kind: ParticipantKind, _ name: String) -> Double {
    guard let declaration = kind.parameters.first(where: { $0.name == name }) else {
      preconditionFailure("\(kind.id) does not declare \(name)")
    }
    let participant = plan.participants.filter { $0.kind == kind.id }.min { $0.name < $1.name }
    return participant?.numbers[name] ?? declaration.standard
  }

  /// Sets a number of every participant of a kind.
  ///
  /// - Throws: ``ScenarioError/argument(name:value:expected:)`` outside the kind's range.
  mutating func set(
    _ kind: ParticipantKind,
    _ name: String,
    _ value: Double
  ) throws(ScenarioError) {
    guard let declaration = kind.parameters.first(where: { $0.name == name }) else {
      preconditionFailure("\(kind.id) does not declare \(name)")
    }
    guard declaration.range.contains(value) else {
      throw .argument(
        name: "--as-of",
        value: "\(name) = \(value) of \(kind.id)",
        expected: "\(declaration.range.lowerBound) to \(declaration.range.upperBound)"
      )
    }
    for place in plan.participants.indices where plan.participants[place].kind == kind.id {
      plan.participants[place].numbers[name] = value
    }
  }

  /// Opens a figure.
  mutating func open(_ figure: String, _ value: Double?) {
    if let value { plan.openingFigures[figure] = value }
  }

  /// Drops figures that nobody in the world publishes or reads, and says so.
  mutating func keepKnownFigures(_ world: World) {
    let unread = plan.openingFigures.keys.filter { world.figure(named: $0) == nil }
    for name in unread.sorted() { plan.openingFigures[name] = nil }
    note("nobody in this world reads it", on: Set(unread))
  }

  /// Adds a remark to the basis of published states that change nothing.
  mutating func note(_ remark: String, on names: Set<String>) {
    states = states.map { state in
      guard names.contains(state.name), state.status == .observed else { return state }
      return OpeningState(
        name: state.name,
        value: state.value,
        unit: state.unit,
        status: state.status,
        series: state.series,
        refersTo: state.refersTo,
        knowableAt: state.knowableAt,
        basis: "\(state.basis); \(remark)"
      )
    }
  }
}
