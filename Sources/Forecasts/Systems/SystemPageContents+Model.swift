extension SystemPageContents {
  /// Whose balance sheets carry the mechanism in a world.
  var balanceSheets: [String] {
    var lines = ["## Balance sheets", ""]
    guard !participants.isEmpty else {
      return lines + ["No participant of a world is made for this system.", ""]
    }
    lines += ["| participant | what it holds, owes and does |", "|---|---|"]
    lines += participants.map { participant in
      PageText.row(
        "[\(PageText.escaped(participant.id))](../participants/\(participant.id).md)",
        PageText.escaped(participant.text)
      )
    }
    return lines + [""]
  }

  /// The formulas, each as its page prints it.
  var equationLines: [String] {
    var lines = ["## Equations", ""]
    guard !equations.isEmpty else {
      let place =
        participants.isEmpty
        ? "What its experiments compute stands on their pages."
        : "The rules stand on the pages of its participants."
      return lines + ["No formula is listed for this system. \(place)", ""]
    }
    lines += equations.map { equation in
      "- \(equation.result): `\(equation.formula)` ([\(equation.page)](../\(equation.page).md))"
    }
    return lines + [""]
  }

  /// What would show that a finding about the system is wrong.
  var refutations: [String] {
    let known = experiments.compactMap { experiment in
      experiment.refutation.map { (experiment.id, $0) }
    }
    guard !known.isEmpty else { return [] }
    let lines = known.map { id, text in
      "- [\(id)](../experiments/\(id).md): \(PageText.sentence(text))"
    }
    return ["## What would change our mind", ""] + lines + [""]
  }
}
