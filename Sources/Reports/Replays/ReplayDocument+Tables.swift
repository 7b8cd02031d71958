import Ensembles
import Quantities
import Scenarios

extension ReplayDocument {
  /// The tables of the document, in the order of reading.
  public var tables: [Table] {
    var tables = [fragilityTable]
    if !comparisons.isEmpty { tables.append(comparisonTable) }
    if locus != nil { tables.append(locusTable) }
    tables += [
      liquidationTable, hourTable(ofAll: false), leverageTable, lossTable, mapTable(ofAll: false),
    ]
    return tables
  }

  /// The tables on what was liquidated and who lost.
  var liquidationTables: [Table] {
    [liquidationTable, hourTable(ofAll: false), leverageTable, lossTable]
  }

  /// The tables by the name of their file in a run directory.
  public var namedTables: [(name: String, table: Table)] {
    [
      ("fragility", fragilityTable), ("compared", comparisonTable),
      ("liquidations", liquidationTable), ("liquidations_by_hour", hourTable(ofAll: true)),
      ("liquidations_by_leverage", leverageTable), ("loss_allocation", lossTable),
      ("liquidation_map", mapTable(ofAll: true)),
    ]
  }

  private func cell(_ band: Band?) -> TableCell {
    guard let band else { return .missing }
    return allOutcomes.count == 1
      ? .number(band.median) : .interval(median: band.median, p05: band.p05, p95: band.p95)
  }

  /// The multiplier as numbers, or as text where some quantile has no bound.
  private var multiplierCell: TableCell {
    let multiplier = summary.multiplier
    if let median = multiplier.median, let p05 = multiplier.p05, let p95 = multiplier.p95 {
      return .interval(median: median, p05: p05, p95: p95)
    }
    let parts = [multiplier.median, multiplier.p05, multiplier.p95]
      .map { $0.map { NumberText.fixed($0, decimals: 3) } ?? "unbounded" }
    return .text("\(parts[0]) [\(parts[1]), \(parts[2])]")
  }

  private var fragilityTable: Table {
    let branching = summary.branching
    func row(_ name: String, _ value: TableCell, _ meaning: String) -> [TableCell] {
      [.text(name), value, .text(meaning)]
    }
    return Table(
      title: "Five numbers of fragility",
      columns: [
        TableColumn(key: "number", title: "Number"),
        TableColumn(key: "value", title: "Value", format: .number(decimals: 3)),
        TableColumn(key: "meaning", title: "Meaning"),
      ],
      rows: [
        row("reported_ratio", cell(summary.ratio), "liquidations over net outflow, simulated"),
        row("local_gain", cell(summary.localGain), "fall forced per fall, first 3 %"),
        row(
          "branching_ratio",
          .interval(median: branching.estimate, p05: branching.low, p95: branching.high),
          "share of forced trades set off by forced trades"
        ),
        row(
          "multiplier",
          multiplierCell,
          "move with leverage over move without, same news"
        ),
        row(
          "open_interest_change",
          cell(summary.openInterestChange),
          "in dollars, over the window"
        ),
      ],
      note: allOutcomes.count == 1
        ? "One run."
        : "Median [5 %, 95 %] of \(outcomes.count) runs, quantiles of type 7; the branching ratio is pooled "
          + "over them, with 2.5 and 97.5 % of the runs."
    )
  }

  private var comparisonTable: Table {
    Table(
      title: "Reported and simulated",
      columns: [
        TableColumn(key: "fact", title: "Fact"),
        TableColumn(key: "quantity", title: "Quantity"),
        TableColumn(key: "unit", title: "Unit"),
        TableColumn(
          key: "reported",
          title: "Reported",
          unit: "see unit",
          format: .abbreviated
        ),
        TableColumn(
          key: "simulated",
          title: "Simulated",
          unit: "see unit",
          format: .abbreviated
        ),
        TableColumn(key: "status", title: "Status"),
      ],
      rows: comparisons.map { comparison in
        [
          .text(comparison.fact.id), .text(comparison.fact.quantity.rawValue),
          .text(comparison.unit), .number(comparison.fact.value), cell(comparison.simulated),
          .text(
            comparison.fact.isCalibrated && setting.without.isEmpty ? "calibrated" : "predicted"
          ),
        ]
      },
      note: "A calibrated figure is an input and proves nothing."
    )
  }

  private var locusTable: Table {
    Table(
      title: "What the reported figures leave open",
      columns: [
        TableColumn(key: "gain", title: "Gain", format: .number(decimals: 3)),
        TableColumn(key: "news_share", title: "News", unit: "share", format: .percent(decimals: 1)),
        TableColumn(
          key: "impact_per_billion",
          title: "Impact needed",
          unit: "log per bn USD",
          format: .number(decimals: 4)
        ),
      ],
      rows: (locus?.points ?? []).map { point in
        [.number(point.gain), .number(point.newsShare), .number(point.impactPerBillion)]
      },
      note: locus?.reading
    )
  }

  private var liquidationTable: Table {
    func row(_ name: String, _ value: TableCell) -> [TableCell] { [.text(name), value] }
    return Table(
      title: "Liquidations",
      columns: [
        TableColumn(key: "quantity", title: "Quantity"),
        TableColumn(
          key: "value",
          title: "Value",
          unit: "USD, count or share",
          format: .abbreviated
        ),
      ],
      rows: [
        row("price at the end (USD)", cell(summary.endPrice)),
        row("parcels liquidated (count)", cell(summary.liquidationCount)),
        row("liquidated (USD)", cell(summary.liquidated)),
        row("long share (fraction)", cell(summary.longShare)),
        row("auto-deleveraged (USD)", cell(summary.autoDeleveraged)),
        row("insurance fund change (USD)", cell(summary.insuranceFundChange)),
        row("losses beyond margins (USD)", cell(summary.badDebt)),
        row("sale that sets off a cascade (USD)", cell(summary.criticalSale)),
        row("fall by news that sets off a cascade (fraction)", cell(summary.distanceToCascade)),
      ],
      note: "\(Int((summary.cascadeShare * 100).rounded())) % of the opening books have a cascade "
        + "within reach."
    )
  }

  /// The hours of the window, all of them or those in which something is liquidated.
  private func hourTable(ofAll isWhole: Bool) -> Table {
    let shown = hours.enumerated().filter {
      isWhole || $0.element.long.p95 + $0.element.short.p95 > 0
    }
    return Table(
      title: "Liquidated value by hour",
      columns: [
        TableColumn(key: "start", title: "Hour starting", unit: "UTC"),
        TableColumn(key: "long_usd", title: "Longs", unit: "USD", format: .abbreviated),
        TableColumn(key: "short_usd", title: "Shorts", unit: "USD", format: .abbreviated),
      ],
      rows: shown.map { hour, breakdown in
        let start = setting.state.asOf + .hours(Int64(hour))
        return [.text(start.description), cell(breakdown.long), cell(breakdown.short)]
      },
      note: isWhole ? nil : "Hours in which nothing is liquidated are left out."
    )
  }

  private var leverageTable: Table {
    Table(
      title: "Liquidated value by leverage at entry",
      columns: [
        TableColumn(
          key: "leverage",
          title: "Leverage",
          unit: "x",
          format: .number(decimals: 0)
        ),
        TableColumn(key: "long_usd", title: "Longs", unit: "USD", format: .abbreviated),
        TableColumn(key: "short_usd", title: "Shorts", unit: "USD", format: .abbreviated),
      ],
      rows: zip(setting.state.leverageMixture, leverages).map { leverageClass, breakdown in
        [.number(leverageClass.leverage), cell(breakdown.long), cell(breakdown.short)]
      }
    )
  }

  private var lossTable: Table {
    Table(
      title: "Who lost",
      columns: [
        TableColumn(key: "class", title: "Class"),
        TableColumn(key: "loss_usd", title: "Realised loss", unit: "USD", format: .abbreviated),
      ],
      rows: zip(RunOutcome.lossClasses, summary.losses).map { [.text($0), cell($1)] },
      note:
        "A gain is negative. Market makers: what they bought and sold, at the last price. Positions "
        + "still open and the outside seller are not listed, so the column does not sum to zero."
    )
  }

  /// The liquidation map: all levels, or those within ten percent at which something is forced.
  private func mapTable(ofAll isWhole: Bool) -> Table {
    let price = setting.state.price
    let shown = map.levels.filter { level in
      isWhole
        || (level.notional.p95 > 0 && level.priceLow >= 0.9 * price - 1e-9 * price
          && level.priceHigh <= 1.1 * price + 1e-9 * price)
    }
    return Table(
      title: "Liquidation map at the start",
      columns: MapDocument.columns,
      rows: shown.map { level in
        [
          .text(level.side), .number(level.priceLow), .number(level.priceHigh),
          cell(level.notional), cell(level.cumulative),
        ]
      },
      note: isWhole
        ? nil : "Within 10 % of the price; further levels with --format json or --output."
    )
  }
}
