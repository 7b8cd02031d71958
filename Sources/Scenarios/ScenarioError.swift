public import Observatory

/// What can go wrong between an input of a scenario and its first step.
public enum ScenarioError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A field of a file has the wrong value; `hint` names a near alternative.
  case field(
    file: String,
    line: Int,
    field: String,
    value: String,
    expected: String,
    hint: String?
  )
  /// A file cannot be read.
  case unreadable(file: String, reason: String)
  /// There is no built-in state or event of that name.
  case unknownEvent(name: String, known: [String])
  /// There is no built-in scenario of that name.
  case unknownScenario(name: String, known: [String])
  /// There is no mechanism of that name.
  case unknownMechanism(name: String, known: [String])
  /// There is no experiment of that id.
  case unknownExperiment(name: String, known: [String])
  /// There is no reading of that name in an experiment.
  case unknownReading(name: String, experiment: String, known: [String])
  /// A window has no data, or a gap, in the file of bars.
  case window(file: String, reason: String)
  /// An argument lies outside its domain.
  case argument(name: String, value: String, expected: String)
  /// The store cannot be read.
  case store(StoreError)
  /// The store does not hold what is needed; `remedy` says how to get it.
  case missing(what: String, remedy: String)
  /// The engine found a broken invariant; the run is aborted, never repaired.
  case invariant(description: String)

  /// The stable name of the error.
  public var code: String {
    switch self {
    case .field: "scenario.field.invalid"
    case .unreadable: "scenario.file.unreadable"
    case .unknownEvent: "scenario.event.unknown"
    case .unknownScenario: "scenario.scenario.unknown"
    case .unknownMechanism: "scenario.mechanism.unknown"
    case .unknownExperiment: "scenario.experiment.unknown"
    case .unknownReading: "scenario.reading.unknown"
    case .window: "scenario.window.noData"
    case .argument: "scenario.argument.invalid"
    case .store(let error): error.code
    case .missing: "scenario.series.missing"
    case .invariant: "scenario.invariant.broken"
    }
  }

  /// One line for a person: place, field, value, what was expected.
  public var description: String {
    switch self {
    case .field(let file, let line, let field, let value, let expected, let hint):
      let suggestion = hint.map { ", did you mean \($0)?" } ?? ""
      return "\(file):\(line): \(field): got \(value), expected \(expected)\(suggestion)"
    case .unreadable(let file, let reason): return "\(file): \(reason)"
    case .unknownEvent(let name, let known):
      return "event: got \(name), expected one of \(known.joined(separator: ", "))"
        + " or the path of a state file" + ScenarioError.suggestion(for: name, among: known)
    case .unknownScenario(let name, let known):
      return "scenario: got \(name), expected one of \(known.joined(separator: ", "))"
        + " or the path of a scenario file" + ScenarioError.suggestion(for: name, among: known)
    case .unknownMechanism(let name, let known):
      return "--without: got \(name), expected one of \(known.joined(separator: ", "))"
        + ScenarioError.suggestion(for: name, among: known)
    case .unknownExperiment(let name, let known):
      return "experiment: got \(name), expected an id of clino experiment list"
        + ScenarioError.suggestion(for: name, among: known)
    case .unknownReading(let name, let experiment, let known):
      let expected = known.isEmpty ? "none, it has one reading" : known.joined(separator: ", ")
      return "--reading: got \(name) for \(experiment), expected \(expected)"
        + ScenarioError.suggestion(for: name, among: known)
    case .window(let file, let reason): return "\(file): \(reason)"
    case .argument(let name, let value, let expected):
      return "\(name): got \(value), expected \(expected)"
    case .store(let error): return "\(error)"
    case .missing(let what, let remedy):
      return "\(what): got nothing from the store, expected values; \(remedy)"
    case .invariant(let description): return "invariant broken: \(description)"
    }
  }

  /// `, did you mean NAME?` if a known name is near, else nothing.
  private static func suggestion(for name: String, among known: [String]) -> String {
    Spelling.nearest(to: name, in: known).map { ", did you mean \($0)?" } ?? ""
  }
}
