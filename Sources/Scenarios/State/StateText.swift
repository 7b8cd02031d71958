/// Writes the standard priors of a state as comments, ready to be uncommented and changed.
public enum StateText {
  /// A state's text followed by every input that it leaves to its standard prior, with its grounds.
  public static func withStandards(_ text: String, of state: MarketState) -> String {
    var lines = [
      "", "# Standard inputs, used where a key is absent. Remove the # of a line to change it.",
    ]
    for parameter in Parameter.allCases where state.priors[parameter] == nil {
      guard let prior = parameter.standard else { continue }
      lines.append("# \(parameter.rawValue): \(describe(prior))  # \(parameter.basis)")
    }
    lines.append("# leverage_mixture:  # by notional opened; model.md §2.1, an assumption")
    for part in state.leverageMixture {
      lines.append(
        "#   - {leverage: \(part.leverage), weight: \(part.weight), "
          + "institution_share: \(part.institutionShare)}"
      )
    }
    return text + lines.joined(separator: "\n") + "\n"
  }

  private static func describe(_ prior: Prior) -> String {
    switch prior {
    case .fixed(let value): "\(value)"
    case .uniform(let low, let high): "{low: \(low), high: \(high)}"
    case .logNormal(let median, let p05, let p95):
      "{median: \(median), p05: \(p05), p95: \(p95)}"
    }
  }
}
