import Observatory

extension SystemPageContents {
  /// Title, definition, actors, state and what can be seen.
  var head: [String] {
    var lines = [
      "# \(system.id) \(PageText.escaped(system.name))", "", PageText.sentence(system.definition),
      "",
      "| | |", "|---|---|", PageText.row("actors", PageText.escaped(system.actors)),
      PageText.row("state variables", PageText.escaped(system.stateVariables)),
      PageText.row("what the sources say is seen", PageText.escaped(system.observables)),
      PageText.row("told by", system.seeds.joined(separator: ", ")), "",
    ]
    if !mechanisms.isEmpty { lines += ["As the sources tell it, step by step:", ""] }
    for mechanism in mechanisms {
      let name = PageText.escaped(mechanism.name)
      let constraint = PageText.sentence(mechanism.bindingConstraint)
      lines.append("- **\(mechanism.id)** \(name). What binds: \(constraint)")
      lines += mechanism.chain.enumerated().map { index, step in
        "  \(index + 1). \(PageText.escaped(step.when)) → \(PageText.sentence(step.then))"
      }
    }
    return lines + (mechanisms.isEmpty ? [] : [""])
  }

  /// The indicators and the gauges of the sources.
  var measure: [String] {
    var lines = ["## Measure", ""]
    if indicators.isEmpty {
      let reason = FaceReasons.measure[system.id].map {
        " Not applicable: \(PageText.sentence($0))"
      }
      lines += ["No indicator of the program measures this system.\(reason ?? "")", ""]
    } else {
      lines += [
        "| id | indicator | unit | what it computes | level with a meaning |",
        "|---|---|---|---|---|",
      ]
      for indicator in indicators {
        lines.append(
          PageText.row(
            indicator.id,
            PageText.escaped(indicator.name),
            PageText.escaped(indicator.unit),
            PageText.escaped(indicator.summary),
            Self.level(indicator.threshold)
          )
        )
      }
      let ids = indicators.map(\.id).joined(separator: " ")
      lines += [
        "", "    clino observe \(ids)", "",
        "gives the values on your store; what the data cannot give is named with the way to get it.",
        "",
      ]
      if let gap = MeasureGaps.gap(of: system.id) {
        lines += ["Not measured: \(PageText.sentence(gap))", ""]
      }
    }
    guard !gauges.isEmpty else { return lines }
    lines += ["Gauges that the sources read:", ""]
    lines += gauges.map { gauge in
      let levels = gauge.thresholds.map(PageText.escaped).joined(separator: "; ")
      return
        "- **\(gauge.id)** \(PageText.escaped(gauge.name)): \(PageText.sentence(gauge.definition))"
        + (levels.isEmpty ? "" : " Levels: \(levels).")
    }
    return lines + [""]
  }

  /// The experiments and the numbers they are compared with.
  var simulate: [String] {
    var lines = ["## Simulate", ""]
    if experiments.isEmpty { lines.append("No experiment yet.") }
    for experiment in experiments {
      lines.append(
        "- \(experiment.coversWhole ? "The whole system" : "A part of it"): "
          + (experiment.isReproduced.map { $0 ? "*reproduced*, " : "*not reproduced*, " } ?? "")
          + PageText.sentence(experiment.text)
          + (experiment.guide.map { " [How to run it](\($0))." } ?? "")
          + (experiment.page.map { " [What it gave](\($0))." } ?? "")
      )
    }
    if let gap = summary?.gap { lines += ["", "Not simulated: \(PageText.sentence(gap))"] }
    lines.append("")
    guard !targets.isEmpty else { return lines }
    lines += ["Stated numbers that a simulation is compared with, and never fitted to:", ""]
    for target in targets {
      let numbers = target.numbers.map { quantity in
        let figures = quantity.values.map { $0.map(PageText.grouped).joined(separator: ", ") }
        let words = quantity.words.map { $0.joined(separator: ", ") }
        return "\(quantity.name) \(figures ?? words ?? "")"
      }
      lines.append(
        "- **\(target.id)** \(PageText.escaped(target.name)): \(PageText.escaped(target.metric)). "
          + PageText.escaped(numbers.joined(separator: "; "))
          + ". Counts as reproduced: \(PageText.sentence(target.suggestedTolerance))"
      )
    }
    return lines + [""]
  }

  /// The figures that all of this rests on.
  var figures: [String] {
    guard !facts.isEmpty else { return [] }
    var lines = [
      "## The figures", "",
      "As the sources state them, right or wrong.", "",
      "| id | figure | stated | date |", "|---|---|---|---|",
    ]
    lines += facts.map { fact in
      PageText.row(
        fact.id,
        PageText.escaped(fact.subject),
        PageText.figure(fact),
        fact.date.map(PageText.escaped) ?? "–"
      )
    }
    return lines
  }

  private static func level(_ threshold: IndicatorThreshold?) -> String {
    guard let threshold else { return "none fixed" }
    return "\(PageText.grouped(threshold.value)) (\(PageText.escaped(threshold.source))): "
      + PageText.escaped(threshold.meaning)
  }
}
