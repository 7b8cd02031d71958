import Quantities

/// What the United States would book by marking its gold to the market.
///
///     gain = 261.498926 million ounces × (p − 42.2222) / 1000      USD billion, p in USD per ounce
///
/// The price is the newest of the daily COMEX front future and the monthly mean. Calendar: trading days,
/// or months where the monthly mean is newer. The interval is exact for the digits published: holdings
/// to one ounce and the price to half its last digit. A revaluation credits the Treasury through gold
/// certificates: no gold is sold (E60). Sources: Treasury status report of the gold reserve, 31 U.S.C.
/// 5117; row S38: 752.5358 at 2 920.
struct GoldRevaluationIndicator: Indicator {
  let id = "I22"
  let name = "Gain from revaluing the official gold of the United States"
  let unit = "USD billion"
  let systems = ["M4.6"]
  let summary =
    "The gold of the United States at the market price less its book value of "
    + "42.2222 USD an ounce."
  let facts = ["S4.F21", "S4.F22", "S4.F23", "S4.F24", "S4.F25", "S4.F26", "S4.F44"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 750,
    meaning: "the gain named in February 2025",
    source: "S4.F21, S4.F26"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let futures = try draft.series("gold_comex_1d/close")
    let means = try draft.series("gold_monthly/price_usd_oz")
    guard
      let newest = try view.newest(
        of: ["gold_comex_1d/close", "gold_monthly/price_usd_oz"].map { SeriesID($0) }
      )
    else {
      draft.missing(
        "gold_comex_1d/close or gold_monthly/price_usd_oz",
        remedy: "clino data import of gold_comex_1d and gold_monthly"
      )
      return draft.finished()
    }
    // The statutory price holds since 1973-10-18: before it the gain had another base.
    let history = DailyValues(newest).compactMap { day, price in
      day >= 1_386 ? Self.gain(atPrice: price) : nil
    }
    let isMonthly = newest.description.period == .month
    if let price = newest.values.last, let decimals = newest.last?.value.decimals {
      var half = 0.5
      for _ in 0..<decimals { half /= 10 }
      draft.headline(
        history,
        interval: .rounding(
          Self.gain(atPrice: price - half),
          Self.gain(atPrice: price + half),
          of: "the price to \(decimals) decimals"
        ),
        expectedCount: isMonthly ? ReadingDraft.monthCount(history) : nil,
        period: newest.description.period
      )
      draft.component("gold_price_usd_per_ounce", price, "USD per ounce")
      draft.component(
        "market_value_usd_billion",
        GoldRevaluation.treasuryOunces * price / 1e9,
        "USD billion"
      )
    }
    draft.component("at_2920_usd_billion", Self.gain(atPrice: 2_920), "USD billion")
    for (name, series) in [("comex", futures), ("monthly_mean", means)] {
      draft.component(
        "from_\(name)_usd_billion",
        series?.values.last.map(Self.gain),
        "USD billion"
      )
    }
    draft.reading.threshold = threshold
    draft.remark(
      "the gain credits the Treasury through gold certificates; no gold is sold (E60)"
    )
    draft.remark(
      "261.498926 million ounces at every date: the Treasury's monthly report is not imported"
    )
    if isMonthly { draft.remark("the newest price is a monthly mean, not a close") }
    return draft.finished()
  }

  /// The gain at a price in USD per ounce, in USD billion.
  static func gain(atPrice price: Double) -> Double {
    GoldRevaluation.gain(marketPrice: price) / 1e9
  }
}
