import Ensembles
import Scenarios

/// One experiment told from question to verdict.
struct ExperimentStory {
  let result: ExperimentResult

  init(_ result: ExperimentResult) { self.result = result }

  /// The lines for a terminal.
  var lines: [String] {
    let plan = result.plan
    var lines = [
      "\(plan.id)  \(plan.title): \(result.verdict.rawValue)", "", plan.question, "",
      "  the source says   \(plan.expected.statement) (\(plan.expected.facts.joined(separator: ", ")))",
      "  control           \(plan.mechanism); passes if \(ExperimentText.rule(plan.control))",
      "  calibrated        \(plan.calibration(of: result.side.reading) ?? "nothing")",
      "  statistic         \(ExperimentText.method(plan.statistic))",
    ]
    lines += plan.inputs.map { "  input             \($0)" }
    return lines + ["", reason, plan.finding, "Would change our mind: \(plan.refutation)."]
  }

  /// Why the verdict is what it is, a sentence.
  var reason: String {
    let plan = result.plan
    let side = result.side
    let control = ExperimentText.interval(side.control)
    switch result.verdict {
    case .controlFailed:
      return "Control failed: without the mechanism the quantity is \(control), and it passes if "
        + "\(ExperimentText.rule(plan.control))."
    case .tooFewRuns:
      return
        "Too few runs: \(result.runs), and a verdict needs \(plan.runsMin) or more of each side. "
        + "What came out: \(ExperimentText.interval(side.treated)); control \(control)."
    case .reproduced:
      return "Reproduced: \(ExperimentText.interval(side.treated)), expected "
        + "\(ExperimentText.condition(plan, of: side.reading)); control \(control)."
    case .notReproduced:
      return "Not reproduced: \(ExperimentText.interval(side.treated)), expected "
        + "\(ExperimentText.condition(plan, of: side.reading)); control \(control)."
    }
  }
}
