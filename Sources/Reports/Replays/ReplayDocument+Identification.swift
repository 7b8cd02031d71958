import Ensembles
import Observatory
import Scenarios

extension ReplayDocument {
  /// What the reported figures alone can and cannot say about leverage (`model.md` §2.6).
  ///
  /// With a log fall x, liquidations L and an outflow E, any gain up to L/(L + E) fits; the rest of
  /// the fall is news. The locus lists some gains with the news and the impact they need.
  var identification: JSONValue? {
    guard let locus else { return nil }
    return [
      "log_drop": .number(locus.logDrop),
      "largest_gain": .number(locus.largestGain),
      "multiplier_if_flow_alone": .number(locus.multiplierOfFlowAlone),
      "locus": .array(
        locus.points.map { point in
          [
            "gain": .number(point.gain), "news_share": .number(point.newsShare),
            "impact_log_per_billion_usd": .number(point.impactPerBillion),
          ]
        }
      ),
      "reading": .string(locus.reading),
    ]
  }

  /// The locus of the reported figures, if the event reports liquidations and an outflow.
  var locus: IdentificationLocus? {
    guard let event, let liquidated = event.facts.first(where: { $0.quantity == .liquidations })
    else { return nil }
    return IdentificationLocus(
      priceChange: event.endPrice / setting.state.price - 1,
      liquidations: liquidated.value,
      outflow: event.netOutflow
    )
  }

  /// What the reader has to know before the numbers.
  var remarks: [String] {
    var remarks = event?.remarks ?? []
    if !setting.isShock {
      remarks.append(
        "Predicted liquidations are an upper bound: owners who close or add margin in time are counted "
          + "as liquidated. Reported ones are a lower bound. In October 2025 open interest fell 3.4 "
          + "times the reported liquidations (model.md, 2.5)."
      )
    }
    if case .window(let window) = setting.source, window.missingCount > 0 {
      remarks.append(
        "\(window.missingCount) bars are missing in the window; the path goes on with the next bar."
      )
    }
    if case .window(let window) = setting.source, window.before.missingCount > 0 {
      remarks.append(
        "\(window.before.missingCount) bars are missing in the history before the window; what was opened "
          + "in them is not in the book."
      )
    }
    if setting.isWindow {
      remarks += [
        "The opening book is estimated from the bars before the window; positions opened inside it "
          + "are not in it, so later days are understated.",
        "Bars do not say which extreme came first: a bar that closes higher is taken to have fallen "
          + "first.",
      ]
    }
    if contradictingCount == allOutcomes.count {
      remarks.append(
        "Every draw of the priors contradicts the prices: its book cannot have stood at the first one or "
          + "has a fold on the path. The numbers are those of all draws."
      )
    } else if contradictingCount > 0 {
      remarks.append(
        "\(contradictingCount) of \(allOutcomes.count) draws contradict the prices and are left out: "
          + "their book slides under a minute's ordinary volume, or has a fold where the price stopped. "
          + "These are the most fragile books, so the share of leverage leans low."
      )
    }
    if summary.unboundedMultipliers > 0 {
      remarks.append(
        "In \(summary.unboundedMultipliers) of \(outcomes.count) runs the impact of the forced "
          + "trades exceeds the whole move; there the multiplier has no bound."
      )
    }
    if setting.without.isEmpty == false {
      remarks.append(
        "Switched off: \(withoutNames.joined(separator: ", ")). The news is that of the full market."
      )
    }
    return remarks
  }
}

extension RunSetting {
  /// Whether real bars are replayed.
  var isWindow: Bool {
    if case .window = source { true } else { false }
  }
}
