public import Observatory

/// The pages of the systems: one each and the index, derived from the registries alone.
///
/// Nothing on them depends on a store, so that the same program always writes the same pages: verdicts
/// and readings change with the data and are left to the commands that the pages name.
public struct SystemPages: Sendable {
  /// A page to be written.
  public struct Page: Hashable, Sendable {
    /// The name of the file: `M2.1.md`.
    public let name: String
    /// The page as Markdown.
    public let text: String
  }

  /// What counts as works, which can be disputed: the rule in words.
  public static let whatWorks =
    "A face *works* when the program does all that the sources state of the system in that way: a number from "
    + "data, an experiment with its control, a claim that something decides. It does not say that the source "
    + "is right: an experiment that does not reproduce the stated number, and a verdict against a claim, work too."

  /// Everything the articles state.
  private let base: FactBase
  /// The indicators, in order of number.
  private let indicators: [any Indicator]
  /// The experiments.
  private let experiments: [SystemRegistries.ExperimentEntry]
  /// The kinds of participants.
  private let participants: [SystemRegistries.ParticipantEntry]
  /// The forecasts of the record, in its order.
  private let forecasts: [Forecast]

  /// Creates the pages.
  public init(
    _ base: FactBase,
    indicators: [any Indicator] = Indicators.all,
    experiments: [SystemRegistries.ExperimentEntry] = SystemRegistries.replayEntries,
    participants: [SystemRegistries.ParticipantEntry] = [],
    forecasts: [Forecast] = BuiltInRecord.record.entries.map(\.forecast)
  ) {
    self.base = base
    self.indicators = indicators
    self.experiments = experiments
    self.participants = participants
    self.forecasts = forecasts
  }

  /// A page a system in the order of the map, and the index `README.md` last.
  ///
  /// - Complexity: O(systems × entries).
  public var all: [Page] {
    let contents = base.systems.map {
      SystemPageContents(
        $0,
        in: base,
        indicators: indicators,
        experiments: experiments,
        participants: participants,
        forecasts: forecasts
      )
    }
    return contents.map { Page(name: "\($0.system.id).md", text: text($0)) }
      + [Page(name: "README.md", text: index(contents))]
  }

  private func text(_ contents: SystemPageContents) -> String {
    let lines =
      contents.head + contents.balanceSheets + contents.equationLines + contents.measure
      + contents.simulate + contents.judge + contents.refutations + contents.figures
    return lines.joined(separator: "\n") + "\n"
  }

  private func index(_ contents: [SystemPageContents]) -> String {
    var lines = [
      "# Systems", "",
      "The \(contents.count) systems that five articles describe, and what this program does with each. "
        + "A page each, and this table, come from", "`clino systems --pages docs/systems`.", "",
      "*Measure*: indicators that read the system's state from data. *Simulate*: experiments that "
        + "rebuild its mechanism, with a control",
      "that switches it off; a number that is not reproduced is a finding, and what is said and not rebuilt "
        + "stands on the page.",
      "*Judge*: what was claimed of it and can be right or wrong. An indicator may lack its data, and a "
        + "claim may wait:",
      "`clino systems` reads the store and says how far each face has come on it.", "",
      Self.whatWorks, "",
      "| id | system | measure | simulate | judge |", "|---|---|---|---|---|",
    ]
    for entry in contents {
      let name = PageText.escaped(entry.system.name)
      lines.append(
        PageText.row(
          entry.system.id,
          "[\(name)](\(entry.system.id).md)",
          entry.measurement,
          entry.simulation,
          entry.judgement
        )
      )
    }
    let guides = contents.flatMap { entry in
      entry.experiments.compactMap { experiment in
        experiment.guide.map { "[\(PageText.escaped(entry.system.name))](\($0))" }
      }
    }
    if !guides.isEmpty {
      lines += [
        "", "Written by hand, how to run an experiment: \(guides.joined(separator: ", ")).",
      ]
    }
    for error in base.errors where error.refs.isEmpty {
      let statement = PageText.sentence(error.statement)
      lines += ["", "Of no single system (\(error.seed)): **\(error.id)** \(statement)"]
    }
    lines += [
      "",
      "Some mechanisms that these systems need are built and tested without a system of their own: the "
        + "venue and its waterfall, lending",
      "pools, funding and basis, impact, and one leverage cycle "
        + "(`Economy`, for M1.3). They count here when a question of the system can be",
      "asked of them.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
