import Quantities
import Testing

@testable import Observatory

@Suite("Publication rules")
struct PublicationRulesTests {
  /// A data set, its first dimension, its frequency, a date, and when its value becomes known.
  struct Case: Sendable, CustomTestStringConvertible {
    let dataset: String
    let series: String?
    let frequency: String
    let date: String
    let knowable: String

    var testDescription: String { "\(dataset) \(series ?? "") \(date)" }

    init(
      _ dataset: String,
      _ series: String?,
      _ frequency: String,
      _ date: String,
      _ knowable: String
    ) {
      self.dataset = dataset
      self.series = series
      self.frequency = frequency
      self.date = date
      self.knowable = knowable
    }
  }

  static let cases = [
    // A UTC day, a US close in winter and in summer, a Saturday without one.
    Case("deribit_dvol_1d", nil, "1d", "2024-01-01", "2024-01-02T00:00:00Z"),
    Case("us_etfs_1d", "SPY", "trading day", "2024-01-03", "2024-01-03T21:00:00Z"),
    Case("us_etfs_1d", "SPY", "trading day", "2024-07-03", "2024-07-03T20:00:00Z"),
    Case("spx_1d", nil, "trading day", "1950-01-07", "1950-01-08T00:00:00Z"),
    Case("vix_1d", nil, "trading day", "2024-01-03", "2024-01-03T21:15:00Z"),
    Case("nikkei225_1d", nil, "trading day", "2024-01-04", "2024-01-05T00:00:00Z"),
    // Friday before Labor Day: the next business day is Tuesday.
    Case("effr_1d", nil, "business day", "2024-08-30", "2024-09-03T13:00:00Z"),
    Case("sofr_percentiles_1d", nil, "business day", "2019-09-17", "2019-09-18T12:00:00Z"),
    Case("us_treasury_par_curve_1d", nil, "business day", "2024-01-03", "2024-01-03T23:00:00Z"),
    Case("ofr_fsi_1d", nil, "business day", "2024-01-05", "2024-01-09T23:00:00Z"),
    // Wednesday before Thanksgiving: Thursday is a holiday.
    Case("fred_weekly_long", "WALCL", "week", "2024-11-27", "2024-11-29T21:30:00Z"),
    Case("fred_weekly_long", "WALCL", "week", "2024-06-05", "2024-06-06T20:30:00Z"),
    Case("fred_weekly_long", "ICSA", "week", "2024-06-01", "2024-06-06T12:30:00Z"),
    Case("fred_weekly_long", "NFCI", "week", "2024-05-31", "2024-06-05T12:30:00Z"),
    Case("fred_weekly_long", "STLFSI4", "week", "2024-05-31", "2024-06-06T16:00:00Z"),
    // May 2024: the first Friday of June is the 7th.
    Case(
      "fred_monthly_long",
      "UNRATE",
      "month (DRCCLACBS: quarter)",
      "2024-05-01",
      "2024-06-07T12:30:00Z"
    ),
    Case(
      "fred_monthly_long",
      "CPIAUCSL",
      "month (DRCCLACBS: quarter)",
      "2024-05-01",
      "2024-06-15T12:30:00Z"
    ),
    Case(
      "fred_monthly_long",
      "M2SL",
      "month (DRCCLACBS: quarter)",
      "2024-01-01",
      "2024-03-16T21:00:00Z"
    ),
    Case("cftc_cot_crypto_weekly", "133741", "1w", "2024-06-04", "2024-06-07T19:30:00Z"),
    Case("btc_etf_flows_by_issuer_1d", nil, "trading day", "2024-01-11", "2024-01-12T05:00:00Z"),
    Case("wti_spot_1d", nil, "business day", "2024-06-03", "2024-06-05T21:00:00Z"),
    Case("mstr_btc_purchases_sec", nil, "event", "2024-06-20", "2024-06-21T04:00:00Z"),
  ]

  @Test("each source's values become known when it publishes them", arguments: cases)
  func knowable(_ example: Case) throws {
    let rule = PublicationRules.rule(
      dataset: example.dataset,
      dimensions: example.series.map { [$0] } ?? [],
      frequency: example.frequency,
      time: .date
    )
    let time = try Instant(parsing: example.date)
    let isMonthly = example.dataset == "fred_monthly_long"
    let instant = rule.clock.instant(for: time, period: isMonthly ? .month : .day)
    #expect("\(instant)" == example.knowable)
    #expect(!rule.reason.isEmpty)
  }

  @Test("a bar is known at its close, a settlement at its time")
  func times() throws {
    let time = try Instant(parsing: "2024-01-01T08:00:00Z")
    for (isBarOpen, expected) in [(true, time + .hours(8)), (false, time)] {
      let rule = PublicationRules.rule(
        dataset: "x",
        dimensions: [],
        frequency: "8h",
        time: .instant(isBarOpen: isBarOpen)
      )
      #expect(rule.clock.instant(for: time, period: .fixed(.hours(8))) == expected)
    }
  }

  @Test("no rule makes a value known before its day begins", arguments: 0..<200)
  func neverBefore(seed: Int) {
    var random = SeededBytes(seed: seed)
    let day = Day(daysSince1970: random.index(below: 20_000))
    for example in Self.cases {
      let rule = PublicationRules.rule(
        dataset: example.dataset,
        dimensions: example.series.map { [$0] } ?? [],
        frequency: example.frequency,
        time: .date
      )
      let time = Instant(startOf: day)
      #expect(rule.clock.instant(for: time, period: .day) > time, "\(example.dataset) \(day)")
    }
  }
}
