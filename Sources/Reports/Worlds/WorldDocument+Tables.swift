import Economy
import Ensembles
import Quantities
import Scenarios

extension WorldDocument {
  /// The tables for people: of the days, only the measured market and those with contracts.
  public var tables: [Table] {
    let shown = Set(ensemble.runs[0].contractMarkets + [measured]).sorted()
    return namedTables.map { name, table in
      switch name {
      case "days": dayTable(of: shown)
      case "perpetuals": perpetualTable(isWhole: false)
      case "participants": participantTable(isWhole: false)
      case "attribution": attribution?.printedTable ?? table
      case "episode": episode.map { comparedTable($0, isWhole: false) } ?? table
      default: table
      }
    }
  }

  /// The table that stands for the document where there is room for one: the split that was asked for, else
  /// the comparisons of an episode, else the markets.
  public var mainTable: Table {
    attribution?.table ?? episode.map { comparedTable($0, isWhole: true) } ?? marketTable
  }

  /// The tables with the names of their files.
  public var namedTables: [(name: String, table: Table)] {
    var tables = [("markets", marketTable)]
    if !ensemble.runs[0].contractMarkets.isEmpty {
      tables.append(("perpetuals", perpetualTable(isWhole: true)))
    }
    if let overnightTable { tables.append(("overnight", overnightTable)) }
    if !names.participants.isEmpty {
      tables.append(("participants", participantTable(isWhole: true)))
    }
    if let opening { tables.append(("states", opening.table)) }
    if let attribution { tables.append(("attribution", attribution.table)) }
    tables += episodeTables
    if setting.scenario.days <= WorldDocument.dayTableMax {
      tables.append(("days", dayTable(of: Array(names.markets.indices))))
    }
    return tables
  }

  func cell(_ band: Band?) -> TableCell {
    guard let band else { return .missing }
    return ensemble.runs.count == 1
      ? .number(band.median) : .interval(median: band.median, p05: band.p05, p95: band.p95)
  }

  private var marketTable: Table {
    let percent = TableColumn.Format.percent(decimals: 1)
    let halts = haltColumns
    return Table(
      title: "Markets",
      columns: [
        TableColumn(key: "market", title: "Market"),
        TableColumn(key: "price_usd", title: "Price", unit: "USD", format: .price),
        TableColumn(key: "log_return", title: "Log return", unit: "1", format: percent),
        TableColumn(
          key: "peak_to_trough_log_return",
          title: "Deepest fall",
          unit: "1",
          format: percent
        ),
        TableColumn(
          key: "realised_volatility_annual",
          title: "Volatility",
          unit: "1/a",
          format: percent
        ),
        TableColumn(
          key: "news_volatility_annual",
          title: "of news alone",
          unit: "1/a",
          format: percent
        ),
        TableColumn(
          key: "volatility_amplification",
          title: "Amplified",
          unit: "1",
          format: .number(decimals: 3)
        ),
        TableColumn(
          key: "noise_flow_sd_usd",
          title: "Noise a day",
          unit: "USD",
          format: .abbreviated
        ),
        TableColumn(key: "forced_usd", title: "Forced", unit: "USD", format: .abbreviated),
        TableColumn(
          key: "multiplier",
          title: "Multiplier",
          unit: "1",
          format: .number(decimals: 3)
        ),
      ] + halts.columns,
      rows: names.markets.enumerated().map { place, name in
        let readings: [WorldReading.Market] = [
          .price, .logReturn, .peakToTrough, .volatility, .newsVolatility, .amplification,
          .noiseFlow, .forced,
        ]
        return [.text(name)] + readings.map { cell(ensemble.band($0, market: place)) }
          + [cell(multiplier(place).band)]
          + halts.readings.map { cell(ensemble.band($0, market: place)) }
      },
      note: marketNote
    )
  }

  private var marketNote: String {
    let notes = [
      "Amplified and multiplier compare with the same draws without leverage; the multiplier is "
        + "taken at the close furthest from the opening price.",
      "A dash under news alone: news of its own does not move the value.", unboundedNote,
    ]
    return notes.compactMap { $0 }.joined(separator: " ")
  }

  /// The runs without a multiplier; nil where all have one.
  private var unboundedNote: String? {
    let counts = names.markets.indices.compactMap { place -> String? in
      let count = multiplier(place).unboundedRuns
      return count == 0 ? nil : "\(names.markets[place]) \(count)"
    }
    guard !counts.isEmpty else { return nil }
    return
      "Runs without a multiplier, of \(ensemble.runs.count), because the control moved the other "
      + "way or not at all: \(counts.joined(separator: ", "))."
  }

  private func perpetualTable(isWhole: Bool) -> Table {
    let losses = lossColumns(isWhole: isWhole)
    return Table(
      title: "Perpetual contracts",
      columns: [
        TableColumn(key: "market", title: "Market"),
        TableColumn(
          key: "open_interest_usd",
          title: "Open interest",
          unit: "USD",
          format: .abbreviated
        ),
        TableColumn(
          key: "open_interest_change_fraction",
          title: "Change",
          unit: "1",
          format: .percent(decimals: 1)
        ),
        TableColumn(
          key: "funding_annual",
          title: "Funding",
          unit: "1/a",
          format: .percent(decimals: 1)
        ),
        TableColumn(
          key: "local_gain_max",
          title: "Largest gain",
          unit: "1",
          format: .number(decimals: 3)
        ),
        TableColumn(
          key: "liquidated_longs_usd",
          title: "Longs liquidated",
          unit: "USD",
          format: .abbreviated
        ),
        TableColumn(
          key: "liquidated_shorts_usd",
          title: "Shorts",
          unit: "USD",
          format: .abbreviated
        ),
        TableColumn(
          key: "insurance_fund_usd",
          title: "Insurance fund",
          unit: "USD",
          format: .abbreviated
        ),
      ] + losses.columns,
      rows: ensemble.runs[0].contractMarkets.enumerated().map { place, market in
        let readings: [WorldReading.Perpetual] = [
          .openInterest, .openInterestChange, .funding, .gainHigh, .liquidatedLongs,
          .liquidatedShorts, .insuranceFund,
        ]
        return [.text(names.markets[market])]
          + (readings + losses.readings).map { cell(ensemble.band($0, contract: place)) }
      }
    )
  }

  private func participantTable(isWhole: Bool) -> Table {
    let burdens = burdenColumns(isWhole: isWhole)
    return Table(
      title: "Participants",
      columns: [
        TableColumn(key: "name", title: "Name"), TableColumn(key: "kind", title: "Kind"),
        TableColumn(key: "net_worth_usd", title: "Net worth", unit: "USD", format: .abbreviated),
        TableColumn(key: "flow_usd", title: "Net orders", unit: "USD", format: .abbreviated),
        TableColumn(key: "forced_usd", title: "Forced", unit: "USD", format: .abbreviated),
      ] + burdens.columns,
      rows: names.participants.indices.map { place in
        [.text(names.participants[place]), .text(names.kinds[place])]
          + ([.netWorth, .flow, .forced] + burdens.readings).map {
            cell(ensemble.band($0, participant: place))
          }
      }
    )
  }

  private func dayTable(of markets: [Int]) -> Table {
    let days = ensemble.runs[0].days
    let contracts = ensemble.runs[0].contractMarkets
    return Table(
      title: "Days of run \(ensemble.runs[0].run)",
      columns: [
        TableColumn(key: "day", title: "Day", format: .number(decimals: 0)),
        TableColumn(key: "date", title: "Date"),
      ]
        + markets.map {
          TableColumn(
            key: "price_usd \(names.markets[$0])",
            title: names.markets[$0],
            unit: "USD",
            format: .price
          )
        }
        + contracts.map {
          TableColumn(
            key: "liquidated_usd \(names.markets[$0])",
            title: "\(names.markets[$0]) liquidated",
            unit: "USD",
            format: .abbreviated
          )
        },
      rows: days.enumerated().map { day, record in
        [TableCell(day), .text(record.date.description)]
          + markets.map { .number(record.markets[$0].close) }
          + record.perpetuals.map { .number($0.liquidatedLongs + $0.liquidatedShorts) }
      }
    )
  }
}
