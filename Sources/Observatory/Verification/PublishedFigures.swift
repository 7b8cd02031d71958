import Quantities
import Statistics

/// The registry of published figures that the store is checked against.
public enum PublishedFigures {
  /// All, in the order of the page.
  public static let all: [PublishedFigure] =
    funding + volatility + correlations + stress + crypto + arithmetic
}

extension PublishedFigures {
  /// SOFR's percentiles and their skew (row S30 and the repo squeeze of September 2019).
  static let funding: [PublishedFigure] =
    skew("2019-03-29", known: "2019-04-01", bowley: 0.709_677, kelly: 0.615_385, tail: 4.2)
    + skew("2019-07-31", known: "2019-08-01", bowley: 0.6, kelly: 0.069_767, tail: 1.15)
    + skew("2019-09-17", known: "2019-09-18", bowley: nil, kelly: nil, tail: nil)
    + [
      PublishedFigure(
        "SOFR-2019-09-17",
        "SOFR on 17 September 2019",
        unit: "basis points",
        expected: 525,
        tolerance: 0.5,
        asOf: "2019-09-18",
        source: "NY Fed, checked by the catalogue",
        .value(SeriesID("sofr_percentiles_1d/sofr_bp"), PublishedFigure.day("2019-09-17"))
      )
    ]

  private static func skew(
    _ day: String,
    known: String,
    bowley: Double?,
    kelly: Double?,
    tail: Double?
  ) -> [PublishedFigure] {
    let parts: [(String, String, Double?, String?)] = [
      ("bowley", "Bowley skew", bowley, nil),
      ("kelly", "Kelly skew of 1 and 99 %", kelly, "kelly_99_ratio"),
      ("tail", "tail ratio", tail, "tail_ratio"),
    ]
    return parts.map { name, quantity, expected, component in
      PublishedFigure(
        "I07-\(day)-\(name)",
        "\(quantity) of SOFR on \(day)",
        unit: "ratio",
        expected: expected,
        tolerance: 5e-7,
        asOf: known,
        source: expected == nil ? "none: shown for the squeeze of 2019-09" : "S30",
        .indicator("I07", component: component)
      )
    }
  }

  /// Realised volatility of bitcoin (row S42).
  static let volatility: [PublishedFigure] = [
    PublishedFigure(
      "I27-2023-08-13",
      "30-day realised volatility of BTC on 2023-08-13",
      unit: "per year",
      expected: 0.166,
      tolerance: 0.002,
      asOf: "2023-08-13",
      source: "S42",
      .indicatorOfTheDay("I27")
    ),
    PublishedFigure(
      "I27-least",
      "least 30-day realised volatility of BTC to 2025-11-21",
      unit: "per year",
      expected: 0.166,
      tolerance: 0.002,
      asOf: "2025-11-21",
      source: "S42",
      .indicator("I27", component: "rv30_least")
    ),
    PublishedFigure(
      "I27-share-25",
      "share of days with a volatility below 25 % to 2025-11-21",
      unit: "share",
      expected: 0.0134,
      tolerance: 0.002,
      asOf: "2025-11-21",
      source: "S42",
      remark: "held-out windows are absent: days without thirty returns in a row do not count",
      .indicator("I27", component: "days_below_25_percent_share")
    ),
    PublishedFigure(
      "I27-2025-11-21",
      "30-day realised volatility of BTC on 2025-11-21",
      unit: "per year",
      expected: 0.456,
      tolerance: 0.002,
      asOf: "2025-11-21",
      source: "S42",
      .indicatorOfTheDay("I27")
    ),
  ]

  /// Bitcoin against US equities, and Fisher's interval (§6, I06).
  static let correlations: [PublishedFigure] = [
    PublishedFigure(
      "I06-fisher-low",
      "lower end of the interval of r = 0.91 from 5 pairs",
      unit: "correlation",
      expected: 0.140_681,
      tolerance: 1e-6,
      asOf: "2025-11-21",
      source: "S28",
      .closedForm { try? ConfidenceInterval.fisher(correlation: 0.91, observations: 5).lower }
    ),
    PublishedFigure(
      "I06-fisher-high",
      "upper end of the interval of r = 0.91 from 5 pairs",
      unit: "correlation",
      expected: 0.994_123,
      tolerance: 1e-6,
      asOf: "2025-11-21",
      source: "S28",
      .closedForm { try? ConfidenceInterval.fisher(correlation: 0.91, observations: 5).upper }
    ),
    unaligned("mean", "mean 60-session", 0.35, 0.01, "sp500_60_sessions_mean_since_2021"),
    aligned("mean", "mean 60-session", "sp500_60_sessions_mean_since_2021"),
    unaligned("max", "highest 60-session", 0.67, 0.005, "sp500_60_sessions_max_since_2021"),
    aligned("max", "highest 60-session", "sp500_60_sessions_max_since_2021"),
    unaligned(
      "week",
      "share of 5-session windows with at least 0.91 of",
      0.062,
      0.005,
      "sp500_5_sessions_at_least_0_91_share_since_2021"
    ),
    aligned(
      "week",
      "share of 5-session windows with at least 0.91 of",
      "sp500_5_sessions_at_least_0_91_share_since_2021"
    ),
    PublishedFigure(
      "I15-eth",
      "asymmetry of ETH's beta to BTC, down less up",
      unit: "beta",
      expected: 0.315,
      tolerance: 0.085,
      asOf: "2025-11-20",
      source: "model specification §6, I15",
      remark: "the tolerance is the published standard error",
      .indicator("I15", component: "eth_since_2021_difference")
    ),
  ]

  /// A correlation as published: it joins bitcoin's close at midnight UTC to the close of New York.
  private static func unaligned(
    _ name: String,
    _ quantity: String,
    _ expected: Double,
    _ tolerance: Double,
    _ component: String
  ) -> PublishedFigure {
    PublishedFigure(
      "I06-\(name)-utc",
      "\(quantity) correlation of BTC and the S&P 500 since 2021, UTC days",
      unit: "correlation",
      expected: expected,
      tolerance: tolerance,
      asOf: "2025-11-20",
      source: "model specification §6, I06",
      remark: "held-out windows are absent; joins days by date: bitcoin's close comes hours later",
      .indicator("I06", component: "\(component)_utc_close")
    )
  }

  /// The same with both sides at 16:00 New York: what the indicator reports.
  private static func aligned(
    _ name: String,
    _ quantity: String,
    _ component: String
  ) -> PublishedFigure {
    PublishedFigure(
      "I06-\(name)",
      "\(quantity) correlation of BTC and the S&P 500 since 2021, 16:00 New York",
      unit: "correlation",
      expected: nil,
      tolerance: 0,
      asOf: "2025-11-20",
      source: "none: the published number is of UTC days",
      .indicator("I06", component: component)
    )
  }
}
