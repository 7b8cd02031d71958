public import Ensembles
import Scenarios

/// The pages of experiments: one each and the index, written from a run so that they cannot drift.
public struct ExperimentPages: Sendable {
  /// A page to be written.
  public struct Page: Hashable, Sendable {
    /// The name of the file: `M0.9-capacity.md`.
    public let name: String
    /// The page as Markdown.
    public let text: String
  }

  /// The results.
  public let results: [ExperimentResult]

  /// Creates the pages.
  public init(_ results: [ExperimentResult]) { self.results = results }

  /// A page an experiment, in the order of the results.
  public var all: [Page] {
    results.map { Page(name: "\($0.plan.id).md", text: ExperimentPages.text($0)) }
  }

  /// The index of all pages, `README.md`; for a run of all experiments.
  public var index: Page {
    var lines = [
      "# Experiments", "",
      "A page each and this table come from `clino experiment run --all --pages docs/experiments`. How "
        + "to read and add one: [experiments](../experiments.md).", "",
      "| id | quantity | expected | treated | control | verdict |", "|---|---|---|---|---|---|",
    ]
    lines += results.map { result in
      ExperimentPages.row([
        "[\(result.plan.id)](\(result.plan.id).md)",
        "\(result.plan.quantity), \(result.plan.unit)",
        ExperimentText.condition(result.plan, of: result.side.reading),
        ExperimentText.sample(result.side.treated, result.plan),
        ExperimentText.sample(result.side.control, result.plan),
        ExperimentPages.words(result.verdict),
      ])
    }
    return Page(name: "README.md", text: lines.joined(separator: "\n") + "\n")
  }

  private static func text(_ result: ExperimentResult) -> String {
    let plan = result.plan
    var lines = ["# \(plan.id) \(plan.title)", "", plan.question, ""]
    lines += [
      "**\(ExperimentStory(result).reason)**", "", plan.finding, "", "| | |", "|---|---|",
      row(["systems", plan.systems.map { "[\($0)](../systems/\($0).md)" }.joined(separator: ", ")]),
      row(["quantity", "\(plan.quantity), \(plan.unit)"]),
      row(["the source says", "\(plan.expected.statement) (\(facts(plan.expected.facts)))"]),
      row(["expected", ExperimentText.condition(plan.expected.condition)]),
      row(["the control switches off", plan.mechanism]),
      row(["the control passes if", ExperimentText.rule(plan.control)]),
      row(["calibrated", plan.calibration(of: result.side.reading) ?? "nothing"]),
      row(["statistic", ExperimentText.method(plan.statistic)]),
      row(["runs", "\(result.runs) a side, seed \(result.seed)"]), "", "## What came out", "",
      "| reading | expected | treated | statistic | control | verdict |",
      "|---|---|---|---|---|---|",
    ]
    lines += result.sides.map { side in
      row([
        side.reading.isEmpty ? "as stated" : side.reading,
        ExperimentText.condition(plan, of: side.reading), ExperimentText.sample(side.treated, plan),
        ExperimentText.interval(side.treated), ExperimentText.interval(side.control),
        side.verdict.map(words) ?? "shown only",
      ])
    }
    lines += [
      "",
      plan.statistic.isMean
        ? "Treated: mean of the runs." : "Treated: median and 5 % to 95 % of the runs.",
    ]
    lines += plan.readings.map { "- *\($0.id)*: \($0.text)" }.reduce(into: [""]) { $0.append($1) }
    lines += companions(result) + regions(result)
    lines += ["## Inputs", ""] + plan.inputs.map { "- \($0)" }
    lines += [
      "", "## What would change our mind", "",
      "\(plan.refutation.prefix(1).uppercased())\(plan.refutation.dropFirst()).", "", "## Run it",
      "",
    ]
    lines += ["    clino experiment run \(plan.id)"]
    return collapsed(lines).joined(separator: "\n") + "\n"
  }

  private static func companions(_ result: ExperimentResult) -> [String] {
    guard !result.side.companions.isEmpty else { return [""] }
    let rows = zip(result.side.companions, result.side.controlCompanions).map { treated, control in
      row([
        "\(treated.name), \(treated.unit)", ExperimentText.companion(treated, result.plan),
        ExperimentText.companion(control, result.plan),
      ])
    }
    return ["", "| beside it | treated | control |", "|---|---|---|"] + rows + [""]
  }

  private static func regions(_ result: ExperimentResult) -> [String] {
    guard !result.regions.isEmpty else { return [] }
    var lines = [
      result.verdict == .reproduced ? "## Over parameters" : "## Where it would be reproduced", "",
      "The quantity with the mechanism on, over parameters that the source leaves open or that the "
        + "finding turns on.", "",
    ]
    for side in result.sides where side.verdict == .notReproduced {
      let own = result.regions.filter { $0.reading == side.reading }
      guard !own.isEmpty else { continue }
      lines.append(
        "- \(side.reading.isEmpty ? "As stated" : "*\(side.reading)*"): \(searched(own))"
      )
    }
    for region in result.regions {
      if !region.reading.isEmpty { lines += ["", "Reading *\(region.reading)*:"] }
      let heads = region.sweep.parameters.map(\.text) + ["treated", "expectation met"]
      lines += ["", row(heads), "|" + String(repeating: "---|", count: heads.count)]
      lines += region.rows.map { entry in
        row(
          entry.point.map(ExperimentText.number) + [
            ExperimentText.interval(entry.treated), entry.isReproduced ? "yes" : "no",
          ]
        )
      }
    }
    return lines + [""]
  }

  /// Whether the search found a region in which the expectation is met, a sentence.
  static func searched(_ regions: [ExperimentRegion]) -> String {
    let points = regions.reduce(0) { $0 + $1.rows.count }
    let met = regions.reduce(0) { $0 + $1.reproducedCount }
    return met == 0
      ? "none of the \(points) points searched meets the expectation, so that the region, if there is one, "
        + "lies outside of this range."
      : "the expectation is met at \(met) of the \(points) points searched."
  }

  private static func words(_ verdict: ExperimentVerdict) -> String {
    verdict.rawValue.replacing("_", with: " ")
  }

  private static func facts(_ ids: [String]) -> String {
    ids.isEmpty ? "in words only" : ids.joined(separator: ", ")
  }

  private static func row(_ cells: [String]) -> String {
    "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
  }

  /// Lines without a second empty one in a row.
  private static func collapsed(_ lines: [String]) -> [String] {
    lines.reduce(into: []) { kept, line in
      if !(line.isEmpty && kept.last?.isEmpty == true) { kept.append(line) }
    }
  }
}
