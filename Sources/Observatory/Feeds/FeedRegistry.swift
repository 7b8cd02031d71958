import Quantities

/// Every public source, in order of name.
public enum FeedRegistry {
  /// The sources.
  public static let all: [any FeedSource] = [
    BinanceSource(), BitMEXSource(), BybitSource(), CoinbaseSource(), CoinGeckoSource(),
    DefiLlamaSource(), DeribitSource(), DYDXSource(), EnergyInformationSource(),
    FinancialResearchSource(), FiscalDataSource(), FREDSource(), HongKongSource(),
    HyperliquidSource(), JapanFinanceSource(), KrakenSource(), NewYorkFedSource(), OKXSource(),
    TreasurySource(),
  ].sorted { $0.profile.id < $1.profile.id }

  /// The source of a name.
  public static func source(_ id: String) throws(FeedError) -> any FeedSource {
    let names = all.map(\.profile.id)
    guard let source = all.first(where: { $0.profile.id == id }) else {
      throw .unknownSource(name: id, suggestion: Spelling.nearest(to: id, in: names))
    }
    return source
  }

  /// The table of all series as Markdown, for `docs/sources.md`.
  public static var markdown: String {
    var lines: [String] = []
    for source in all {
      let profile = source.profile
      let key = profile.key.map { key in
        let needed = profile.topics.contains(where: \.needsKey) ? "needed" : "optional"
        return "key \(needed): `\(key.variable)`"
      }
      lines.append("### `\(profile.id)`: \(profile.title)")
      lines.append("")
      lines.append(
        "Hosts \(profile.hosts.map { "`\($0)`" }.joined(separator: ", ")); \(key ?? "no key"); at "
          + "most \(profile.rateLimit.count) requests in "
          + "\(profile.rateLimit.interval.microseconds / 1_000_000) s. Terms: \(profile.licence)."
      )
      lines.append("")
      lines.append("| series | unit | what | knowable | remarks |")
      lines.append("|---|---|---|---|---|")
      for topic in profile.topics {
        for (index, column) in topic.columns.enumerated() {
          lines.append(row(topic, column, isFirst: index == 0))
        }
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func row(_ topic: FeedTopic, _ column: FeedColumn, isFirst: Bool) -> String {
    let subject: String
    switch topic.subject {
    case .named(let names): subject = names.joined(separator: "\\|")
    case .symbol(let example): subject = "<\(example)>"
    }
    let step = topic.steps.isEmpty ? "" : "_<\(topic.steps.map(\.name).joined(separator: "\\|"))>"
    let rule = isFirst ? "\(topic.knowableBasis.rawValue): \(topic.knowableRule)" : "as above"
    let pulled = topic.isPulled ? "" : "Read from recorded messages alone. "
    let notes = isFirst ? pulled + topic.notes : ""
    return "| `\(topic.dataset)/\(subject)/\(column.name)\(step)` | \(column.unit) | "
      + "\(column.title) | \(rule) | \(notes) |"
  }
}
