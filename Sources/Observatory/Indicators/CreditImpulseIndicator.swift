import Quantities

/// The change of new lending, against the size of the economy.
///
///     L = business loans + consumer credit          USD billion, month ends
///     new lending  F_t = L_t − L_{t−12}
///     impulse      F_t − F_{t−12}, as a share of annual GDP
///
/// Gross domestic product is not in the imported data: until it is pulled the headline is missing. The
/// impulse in USD billion and as a share of the loans a year before stand beside it, named for what they
/// are. Mortgages
/// are left out. Which constraint binds a bank (creditworthiness, capital, liquidity) cannot be seen in
/// these series: its share of months is an output of the simulated economy. Calendar: months. Sources:
/// FRED BUSLOANS (USD billion), TOTALSL (USD
/// million) and GDP (USD billion at annual rates). The interval is that of rounding; revisions are larger.
struct CreditImpulseIndicator: Indicator {
  let id = "I26"
  let name = "Credit impulse"
  let unit = "percent of gross domestic product"
  let systems = ["M2.2", "M2.6"]
  let summary = "The change of new lending over a year, against gross domestic product."
  let facts = ["S2.F11", "S2.F24", "S2.F28", "S2.F33"]

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let remedy = "clino data import of fred_monthly_long, or a FRED key"
    draft.missing(
      "share of months in which each constraint of a bank binds",
      remedy: "comes from the simulated economy; no series publishes it"
    )
    let business = try draft.values("fred_monthly_long/BUSLOANS/value", remedy: remedy)
    let consumer = try draft.values("fred_monthly_long/TOTALSL/value", remedy: remedy)
    let loans = business.combined(with: consumer, within: 0) { $0 + $1 / 1_000 }
    let impulse = Self.impulse(loans)
    let product = try draft.values(
      "fred/GDP/value",
      remedy: "clino data pull (fred, GDP) with a key: gross domestic product"
    )
    // A quarter's annual rate counts for the months of it and of the next two.
    let share = impulse.absolute.combined(with: product, within: 275) {
      $1 > 0 ? 100 * $0 / $1 : nil
    }
    if let last = share.last, let size = product.value(atOrBefore: last.day, within: 275) {
      // Three levels enter, the middle one twice; each is rounded to a hundred thousand dollars.
      let half = 100 * 4 * 0.000_05 / size
      draft.headline(
        share,
        interval: .rounding(
          last.value - half,
          last.value + half,
          of: "the loans; revisions are larger"
        ),
        expectedCount: ReadingDraft.monthCount(share),
        period: .month
      )
    }
    draft.component("impulse_usd_billion", newestOf: impulse.absolute, "USD billion per year")
    draft.component("impulse_percent_of_loans", newestOf: impulse.relative, "percent")
    draft.component("loans_usd_billion", loans.last?.value, "USD billion")
    if let newest = loans.days.last {
      draft.component(
        "new_lending_usd_billion",
        Self.value(loans, monthsBefore: 12).map { loans.values[loans.count - 1] - $0 },
        "USD billion per year"
      )
      draft.remark("loans of \(Day(daysSince1970: newest)); real-estate loans are left out")
    }
    draft.remark(
      "the level of loans jumps where banks were reclassified; revised series are of one vintage"
    )
    return draft.finished()
  }

  /// The impulse of every month with both earlier years, in the unit of the loans and in percent of
  /// the loans a year before.
  static func impulse(_ loans: DailyValues) -> (absolute: DailyValues, relative: DailyValues) {
    var absolute = DailyValues()
    var relative = DailyValues()
    for index in loans.days.indices.dropFirst(24) {
      let (now, year, two) = (
        loans.values[index], loans.values[index - 12], loans.values[index - 24]
      )
      // A month that is missing would shift the year: 24 months have 730 or 731 days.
      guard (728...733).contains(loans.days[index] - loans.days[index - 24]) else { continue }
      let value = now - 2 * year + two
      absolute.append(value, on: loans.days[index])
      if year > 0 { relative.append(100 * value / year, on: loans.days[index]) }
    }
    return (absolute, relative)
  }

  private static func value(_ history: DailyValues, monthsBefore count: Int) -> Double? {
    history.count > count ? history.values[history.count - 1 - count] : nil
  }
}
