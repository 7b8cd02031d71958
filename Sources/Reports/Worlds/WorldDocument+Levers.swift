import Economy
import Ensembles
import Scenarios

extension WorldDocument {
  /// Columns that a table has beside its own where a run has something to put into them.
  struct LeverColumns<Reading> {
    let columns: [TableColumn]
    let readings: [Reading]

    static var none: LeverColumns { LeverColumns(columns: [], readings: []) }
  }

  /// What halts did, where a market was halted.
  var haltColumns: LeverColumns<WorldReading.Market> {
    guard
      hasValue({ run in
        run.days.contains { $0.markets.contains { $0.haltedBars > 0 || $0.refused > 0 } }
      })
    else { return .none }
    return LeverColumns(
      columns: [
        TableColumn(
          key: WorldReading.Market.haltedBars.rawValue,
          title: "Halted bars",
          unit: "1",
          format: .number(decimals: 0)
        ), dollars(WorldReading.Market.refused.rawValue, "Refused"),
      ],
      readings: [.haltedBars, .refused]
    )
  }

  /// Who bears what an insurance fund does not, by contract; for people only where somebody does.
  func lossColumns(isWhole: Bool) -> LeverColumns<WorldReading.Perpetual> {
    guard isWhole || hasLosses else { return .none }
    return LeverColumns(
      columns: [
        dollars(WorldReading.Perpetual.deleveraged.rawValue, "Deleveraged"),
        dollars(WorldReading.Perpetual.socialised.rawValue, "Socialised"),
        dollars(WorldReading.Perpetual.deficit.rawValue, "Deficit"),
      ],
      readings: [.deleveraged, .socialised, .deficit]
    )
  }

  /// Who bears what insurance funds do not, by participant; for people only where somebody does.
  func burdenColumns(isWhole: Bool) -> LeverColumns<WorldReading.Participant> {
    guard isWhole || hasLosses else { return .none }
    return LeverColumns(
      columns: [
        dollars(WorldReading.Participant.deleveraged.rawValue, "Deleveraged"),
        dollars(WorldReading.Participant.socialised.rawValue, "Socialised"),
      ],
      readings: [.deleveraged, .socialised]
    )
  }

  private func dollars(_ key: String, _ title: String) -> TableColumn {
    TableColumn(key: key, title: title, unit: "USD", format: .abbreviated)
  }

  private func hasValue(_ isThere: (WorldRun) -> Bool) -> Bool {
    ensemble.runs.contains(where: isThere)
  }

  /// Whether losses went beyond an insurance fund in any run.
  private var hasLosses: Bool {
    hasValue { run in
      (run.burdens.deleveragedByMarket + run.burdens.socialisedByMarket).contains { $0 != 0 }
        || run.deficit != 0
    }
  }

  // MARK: - Notes

  /// A sentence for every market that was halted.
  var haltNotes: [String] {
    names.markets.indices.compactMap { place in
      let halted = ensemble.runs.filter { ($0.reading(.haltedBars, market: place) ?? 0) > 0 }
      guard let bars = Band(of: halted.compactMap { $0.reading(.haltedBars, market: place) }),
        let refused = Band(of: halted.compactMap { $0.reading(.refused, market: place) })
      else { return nil }
      let count = NumberText.fixed(bars.median, decimals: 0)
      return
        "\(names.markets[place]): halted \(count) \(bars.median == 1 ? "bar" : "bars"), orders of "
        + "\(NumberText.abbreviated(refused.median)) USD refused" + inRuns(halted.count)
    }
  }

  /// Who bore what collateral and insurance funds did not, in one sentence; nil where nobody had to.
  var lossNote: String? {
    guard hasLosses else { return nil }
    let parts = [
      part("of positions auto-deleveraged", .deleveraged) { $0.burdens.deleveragedByMarket.total },
      part("taken back from profits", .socialised) { $0.burdens.socialisedByMarket.total },
      part("left as a deficit", nil) { $0.deficit },
    ]
    return "beyond margins and insurance funds: " + parts.compactMap { $0 }.joined(separator: ", ")
  }

  private func part(
    _ what: String,
    _ reading: WorldReading.Participant?,
    _ value: (WorldRun) -> Double
  ) -> String? {
    let values = ensemble.runs.map(value)
    let touched = values.filter { $0 != 0 }
    guard let band = Band(of: touched) else { return nil }
    return "\(NumberText.abbreviated(band.median)) USD \(what)\(payers(reading))"
      + inRuns(touched.count)
  }

  /// The three participants that bear most, and how many others do.
  private func payers(_ reading: WorldReading.Participant?) -> String {
    guard let reading else { return "" }
    let shares = names.participants.indices.map { place in
      (place, ensemble.runs.reduce(0) { $0 + $1.reading(reading, participant: place) })
    }.filter { $0.1 > 0 }
    // Equal shares stay in the order of the names.
    let ranked = shares.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    guard !ranked.isEmpty else { return "" }
    let count = Double(ensemble.runs.count)
    let listed = ranked.prefix(3).map { place, sum in
      "\(names.participants[place]) \(NumberText.abbreviated(sum / count))"
    }
    let others = ranked.count > 3 ? ["\(ranked.count - 3) more"] : []
    let mean = ensemble.runs.count == 1 ? "" : "mean of the runs: "
    return " (\(mean)\((listed + others).joined(separator: ", ")))"
  }

  private func inRuns(_ count: Int) -> String {
    let all = ensemble.runs.count
    return all == 1 ? "" : " in \(count) of \(all) runs"
  }
}

extension WorldRun {
  /// Losses that nobody covered in any contract, dollars.
  fileprivate var deficit: Double {
    days.last.map { $0.perpetuals.map(\.deficit).total } ?? 0
  }
}

extension [Double] {
  fileprivate var total: Double { reduce(0, +) }
}
