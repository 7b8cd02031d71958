import Quantities
public import Scenarios

/// The leverage map of a date, ready to be printed in any form.
public struct LeverageMapDocument: Sendable {
  private let map: LeverageMapEstimate
  private let sources: [String]
  private let seed: UInt64

  /// Creates a document of a map and the series it was read from.
  public init(_ map: LeverageMapEstimate, sources: [String], seed: UInt64) {
    self.map = map
    self.sources = sources
    self.seed = seed
  }

  /// The result in a few lines: the state, the mixture, the verdict.
  public var headline: [String] {
    let price = NumberText.fixed(map.price, decimals: map.price < 10 ? 4 : 0)
    let mixture = zip(map.rules.leverages, map.shareByLeverage).map { leverage, share in
      "\(NumberText.fixed(leverage, decimals: 0))x \(NumberText.fixed(share.median * 100, decimals: 0)) %"
    }
    let basis =
      map.fittedBarCount == 0
      ? "assumed, too few reports before the date"
      : "inferred from \(NumberText.grouped(map.fittedBarCount)) days of reports"
    let warning = map.staleness.isEmpty ? [] : ["STALE: \(map.staleness.joined(separator: ", "))."]
    return warning + [
      "\(map.symbol) as of \(map.asOf): \(price) USD, open interest "
        + "\(NumberText.abbreviated(map.openInterest)) USD.",
      "Leverage at entry, \(basis): \(mixture.joined(separator: ", ")).",
      verdict,
      "Observed: \(observed.joined(separator: "; ")).",
      "Assumed: \(assumed.joined(separator: "; ")).",
      "",
    ]
  }

  private var verdict: String {
    let share = NumberText.fixed(map.cascadeShare * 100, decimals: 0)
    guard let sale = map.criticalSale else {
      return "In \(share) % of draws some sale sets off a cascade; in most, none does."
    }
    return
      "A sale of \(NumberText.abbreviated(sale.median)) USD at once sets off a cascade (median; "
      + "one does in \(share) % of draws)."
  }

  private var observed: [String] {
    [
      "hourly prices and volume to \(map.priceAt)",
      "open interest of \(map.openInterestAt.day)", "funding",
      "reported liquidations, a lower bound, used for the shape of the mixture only",
    ]
  }

  private var assumed: [String] {
    [
      "isolated linear positions", "maintenance margin \(map.rules.maintenanceRate)",
      "40 to 90 % of open interest within reach of liquidation", "20 to 60 % of shorts hedged",
      "impact prior of model.md §1.3",
    ]
  }

  /// The document as one JSON object of schema `clino.map/1`.
  public var json: JSONValue {
    [
      "schema": "clino.map/1", "asset": .string(map.symbol),
      "as_of": .string(map.asOf.description), "price_usd": .number(map.price),
      "price_at": .string(map.priceAt.description), "seed": JSONValue(seed),
      "runs": JSONValue(map.drawCount), "open_interest_usd": .number(map.openInterest),
      "open_interest_date": .string(map.openInterestAt.day.description),
      "daily_volume_usd": .number(map.dailyVolume),
      "daily_volatility": .number(map.dailyVolatility),
      "leverage_mixture": .array(
        zip(map.rules.leverages, map.shareByLeverage).map { leverage, share in
          ["leverage": .number(leverage), "share": share.json(isSingle: false)]
        }
      ),
      "funding_tilt": .number(map.mixture.fundingTilt),
      "mixture_fitted_bars": JSONValue(map.fittedBarCount),
      "levels": .array(map.levels.map(json)),
      "runs_that_fit_prices": JSONValue(map.standingCount),
      "critical_sale_usd": map.criticalSale?.json(isSingle: false) ?? .null,
      "cascade_within_reach_share": .number(map.cascadeShare),
      "reports_are_lower_bounds": true,
      "stale": .array(map.staleness.map { .string($0) }),
      "observed": .array(observed.map { .string($0) }),
      "assumed": .array(assumed.map { .string($0) }),
      "sources": .array(sources.map { .string($0) }),
    ]
  }

  private func json(_ level: LeverageMapLevel) -> JSONValue {
    [
      "side": .string(level.side), "price_low_usd": .number(level.priceLow),
      "price_high_usd": .number(level.priceHigh), "distance": .number(level.distance),
      "notional_usd": level.notional.json(isSingle: false),
      "cumulative_usd": level.cumulative.json(isSingle: false),
    ]
  }

  /// The levels at which something is forced.
  public var table: Table {
    let decimals = map.price < 10 ? 4 : 2
    return Table(
      title: "Leverage map",
      columns: [
        TableColumn(key: "side", title: "Side"),
        TableColumn(
          key: "price_low_usd",
          title: "From",
          unit: "USD",
          format: .number(decimals: decimals)
        ),
        TableColumn(
          key: "price_high_usd",
          title: "To",
          unit: "USD",
          format: .number(decimals: decimals)
        ),
        TableColumn(key: "distance", title: "Distance", format: .percent(decimals: 0)),
        TableColumn(key: "notional_usd", title: "Forced", unit: "USD", format: .abbreviated),
        TableColumn(key: "cumulative_usd", title: "Up to here", unit: "USD", format: .abbreviated),
      ],
      rows: map.levels.filter { $0.notional.p95 > 0 }.map { level in
        [
          .text(level.side), .number(level.priceLow), .number(level.priceHigh),
          .number(level.distance), cell(level.notional), cell(level.cumulative),
        ]
      },
      note:
        "Median [5 %, 95 %] of the \(map.standingCount) of \(map.drawCount) draws whose book can have "
        + "stood at the price; an upper bound, because owners may close or add margin before."
    )
  }

  private func cell(_ band: Band) -> TableCell {
    .interval(median: band.median, p05: band.p05, p95: band.p95)
  }
}
