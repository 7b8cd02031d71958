import Quantities
import Statistics

/// How long a venue needs to fill the hole of a loss.
///
///     hole = (loss − reserve)⁺;  months to heal = hole/(income − cost);  solvent: assets ≥ balances
///
/// No venue publishes own funds, income and balances as series, so there is no headline. The components
/// recompute the one case that the sources state, Bybit in February 2025: loss 1.5 bn USD, own cash 0.7
/// to 1.0 bn, a profit of 1.5 bn a year (income 0.18 less cost 0.055 a month, row S45). The list of
/// thefts on chain gives the largest loss of a year. Sources: the sources' figures, DeFiHackLabs; model
/// specification I23.
struct ExchangeRunwayIndicator: Indicator {
  let id = "I23"
  let name = "Runway of an exchange after a loss"
  let unit = "months"
  let systems = ["M4.1"]
  let summary = "The hole that a loss leaves, over the income of a venue less its cost."
  let facts = [
    "S4.F01", "S4.F02", "S4.F03", "S4.F04", "S4.F06", "S4.F07", "S4.F08", "S4.F09", "S0.F79",
  ]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 12,
    meaning: "above: longer than the cash reserve that the source calls normal (3 to 12 months)",
    source: "S4.F03"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.missing(
      "own funds, income, cost and customer balances of each venue",
      remedy:
        "proof-of-reserve pages and, for listed venues, quarterly reports; nothing is published "
        + "as a series"
    )
    draft.reading.threshold = threshold
    // 2025-02-26, the day of the article.
    if draft.today >= 20_145 {
      for (name, reserve) in [("low", 0.7), ("high", 1.0)] {
        let runway = ExchangeRunway(
          reserve: reserve,
          loss: 1.5,
          monthlyIncome: 0.18,
          monthlyCost: 0.055,
          stressedMonthlyOutflow: 0,
          liquidAssets: 0
        )
        draft.component("bybit_2025_hole_reserve_\(name)", runway.hole, "USD billion")
        draft.component("bybit_2025_months_to_heal_reserve_\(name)", runway.monthsToHeal, "months")
      }
      draft.remark("the Bybit components are arithmetic on the source's figures, not measurements")
    }
    let losses = try draft.gathered("defi_exploits", column: "loss_usd_parsed", isSum: true)
    let year = losses.since(draft.today - 364)
    draft.component(
      "onchain_thefts_365d_usd_at_least",
      year.values.isEmpty ? nil : year.values.reduce(0, +),
      "USD"
    )
    draft.component("onchain_theft_largest_day_365d_usd", year.values.max(), "USD")
    draft.remark(
      "the list holds thefts with a proof on chain; thefts of keys from exchanges are mostly absent"
    )
    return draft.reading
  }
}
