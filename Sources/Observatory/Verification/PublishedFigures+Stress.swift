import Quantities
import Statistics

extension PublishedFigures {
  /// Highest values of public stress measures in three episodes (reality checks under §6).
  static let stress: [PublishedFigure] =
    [
      (
        "fred_weekly_long/STLFSI4/value", "St. Louis stress index", "index", 0.005,
        [0.09, 5.64, 1.09]
      ),
      ("vix_1d/close", "VIX at the close", "points", 0.05, [19.7, 82.7, 26.5]),
      (
        "fred_daily_long/BAMLH0A0HYM2/value", "high-yield spread", "percent", 0.005,
        [4.23, 10.87, 5.22]
      ),
    ].flatMap {
      (series: String, quantity: String, unit: String, tolerance: Double, values: [Double]) in
      zip(episodes, values).map { episode, value in
        PublishedFigure(
          "\(SeriesID(series).dataset)-\(episode.name)",
          "highest \(quantity) in \(episode.name)",
          unit: unit,
          expected: value,
          tolerance: tolerance,
          asOf: "2025-11-30",
          source: "reality checks of §6",
          .highest(
            SeriesID(series),
            PublishedFigure.day(episode.from),
            PublishedFigure.day(episode.to)
          )
        )
      }
    }
    + [
      ("fred_weekly_long/STLFSI4/value", "St. Louis stress index", "index", -0.14, 0.005),
      ("fred_daily_long/VIXCLS/value", "VIX", "points", 26.4, 0.05),
      ("fred_daily_long/BAMLH0A0HYM2/value", "high-yield spread", "percent", 3.2, 0.005),
    ].map { (series: String, quantity: String, unit: String, value: Double, tolerance: Double) in
      PublishedFigure(
        "\(SeriesID(series).name)-2025-11-21",
        "\(quantity) on 2025-11-21",
        unit: unit,
        expected: value,
        tolerance: tolerance,
        asOf: "2025-12-15",
        source: "reality checks of §6",
        .value(SeriesID(series), PublishedFigure.day("2025-11-21"))
      )
    }

  private static let episodes: [(name: String, from: String, to: String)] = [
    ("2019-09", "2019-09-01", "2019-09-30"), ("2020-03", "2020-03-01", "2020-03-31"),
    ("2023-03", "2023-03-01", "2023-03-31"),
  ]

  /// Treasury companies and ETFs.
  static let crypto: [PublishedFigure] = [
    PublishedFigure(
      "I12-strategy",
      "enterprise mNAV of Strategy on 2025-09-26, from prices and filings",
      unit: "ratio",
      expected: nil,
      tolerance: 0,
      asOf: "2025-09-26",
      source: "see the next row",
      .indicator("I12", component: nil)
    ),
    PublishedFigure(
      "I12-strategy-file",
      "the same in the daily file of its source",
      unit: "ratio",
      expected: nil,
      tolerance: 0,
      asOf: "2025-09-26",
      source: "mstr_mnav_1d",
      .indicator("I12", component: "strategy_file_value")
    ),
  ]

  /// Arithmetic of the sources that needs no series (rows S38, S41, S47, S50).
  static let arithmetic: [PublishedFigure] = [
    PublishedFigure(
      "I22-2920",
      "gain of a revaluation of US gold at 2 920 USD an ounce",
      unit: "USD billion",
      expected: 752.5358,
      tolerance: 5e-5,
      asOf: "2025-02-26",
      source: "S38",
      .closedForm { GoldRevaluation.gain(ounces: 261_498_926, marketPrice: 2_920) / 1e9 }
    ),
    PublishedFigure(
      "I21-7.78",
      "place of 7.78 HKD a dollar in its band",
      unit: "share",
      expected: 0.7,
      tolerance: 1e-9,
      asOf: "2025-02-26",
      source: "S47",
      .closedForm { ConvertibilityZone.position(spot: 7.78, strongEdge: 7.75, weakEdge: 7.85) }
    ),
    PublishedFigure(
      "I13-cap",
      "ETH bought per market value against BTC bought",
      unit: "ratio",
      expected: 2.2274,
      tolerance: 5e-5,
      asOf: "2025-12-10",
      source: "S41",
      .closedForm {
        ScaledImpact.capitalisationRatio(purchases: (429, 963), capitalisations: (1, 5))
      }
    ),
    PublishedFigure(
      "I04-oi",
      "fall of open interest from 94 to 68 bn USD",
      unit: "fraction",
      expected: -0.2766,
      tolerance: 5e-5,
      asOf: "2025-11-30",
      source: "S41",
      .closedForm { OpenInterestDestruction.change(before: 94e9, after: 68e9) }
    ),
    PublishedFigure(
      "F10",
      "first passage to 50 000 from 85 129.43 in 1 136 days at 45 %",
      unit: "probability",
      expected: 0.502_657,
      tolerance: 5e-7,
      asOf: "2025-11-21",
      source: "S50",
      .closedForm {
        FirstPassage.probability(
          start: 85_129.43,
          barrier: 50_000,
          volatility: 0.45,
          years: 1_136.0 / 365
        )
      }
    ),
    PublishedFigure(
      "F09",
      "growth of 5 to 8 % a year over three years at 45 %",
      unit: "probability",
      expected: 0.041_989,
      tolerance: 5e-7,
      asOf: "2025-11-21",
      source: "S50",
      .closedForm { GrowthRange.probability(low: 0.05, high: 0.08, volatility: 0.45, years: 3) }
    ),
  ]
}
