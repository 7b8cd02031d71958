import Forecasts
import Observatory
import Quantities
import Testing

/// One claim on two worlds that differ in the deciding number alone.
struct ClaimControl: CustomTestStringConvertible, Sendable {
  let claim: String
  let first: (series: [SeriesBatch], verdict: ClaimVerdict)
  let second: (series: [SeriesBatch], verdict: ClaimVerdict)
  var testDescription: String { claim }

  init(
    _ claim: String,
    _ first: [SeriesBatch],
    _ firstVerdict: ClaimVerdict,
    _ second: [SeriesBatch],
    _ secondVerdict: ClaimVerdict
  ) {
    self.claim = claim
    self.first = (first, firstVerdict)
    self.second = (second, secondVerdict)
  }
}

@Suite("Verdicts follow the data")
struct ClaimControlTests {
  private static let bitcoin = "yahoo_btcusd_1d/close"

  private static func at(_ name: String, _ values: [(Day, Double)]) -> SeriesBatch {
    TestSeries.daily(name, values.map { (day: $0.0, value: $0.1) })
  }

  private static func level(
    _ name: String,
    _ range: ClosedRange<Day>,
    _ value: Double
  ) -> SeriesBatch {
    TestSeries.daily(name, range) { _ in value }
  }

  private static func sameDay(_ bitcoinFall: Double, _ equities: (Double, Double)) -> [SeriesBatch]
  {
    let (before, day) = (Day.at(2025, 11, 20), Day.at(2025, 11, 21))
    return [
      at(bitcoin, [(before, 90_000), (day, 90_000 * (1 + bitcoinFall))]),
      at("us_etfs_1d/SPY/close", [(before, 650), (day, 650 * (1 + equities.0))]),
      at("us_etfs_1d/QQQ/close", [(before, 600), (day, 600 * (1 + equities.1))]),
    ]
  }

  private static func month(_ returnOf: Double) -> [SeriesBatch] {
    let (first, last) = (Day.at(2025, 10, 31), Day.at(2025, 11, 30))
    return [
      TestSeries.daily(bitcoin, first...last) { 100_000 * (1 + returnOf * Double($0) / 30) }
    ]
  }

  private static func recordDay(_ day: Day) -> [SeriesBatch] {
    [
      TestSeries.daily(
        "btc_etf_flows_by_issuer_1d/IBIT",
        Day.at(2025, 11, 10)...Day.at(2025, 11, 21)
      ) { Day.at(2025, 11, 10) + $0 == day ? -523 : -20 }
    ]
  }

  private static func dollar(_ later: Double) -> [SeriesBatch] {
    [at("dxy_1d/dxy", [(.at(2025, 2, 26), 106), (.at(2025, 8, 26), later)])]
  }

  private static func held(_ dollars: Double) -> [SeriesBatch] {
    [
      at(bitcoin, [(.at(2025, 12, 10), 90_000)]),
      at("etf_net_assets_1d/BTC/net_assets_usd", [(.at(2025, 12, 10), dollars)]),
    ]
  }

  private static func ceiling(_ values: [(Day, Double)]) -> [SeriesBatch] {
    [
      at("fred_daily_long/DFEDTARU/value", values),
      at("sofr_percentiles_1d/p99_bp", [(.at(2025, 11, 12), 410)]),
    ]
  }

  static let controls: [ClaimControl] = [
    ClaimControl(
      "S0.C04",
      [at("btc_etf_flows_by_issuer_1d/total", [(.at(2025, 11, 20), -195)])],
      .supported,
      [at("btc_etf_flows_by_issuer_1d/total", [(.at(2025, 11, 20), -900)])],
      .contradicted
    ),
    ClaimControl(
      "S0.C10",
      [at("jgb_curve_1d/y10", [(.at(2024, 11, 21), 1.1)])],
      .supported,
      [at("jgb_curve_1d/y10", [(.at(2024, 11, 21), 0.5)])],
      .contradicted
    ),
    ClaimControl(
      "S0.C11",
      [at("usdjpy_1d/close", [(.at(2025, 11, 18), 155)])],
      .supported,
      [at("usdjpy_1d/close", [(.at(2025, 11, 18), 120)])],
      .contradicted
    ),
    ClaimControl(
      "S0.C15",
      [at("usdjpy_1d/close", [(.at(2026, 5, 21), 146)])],
      .supported,
      [at("usdjpy_1d/close", [(.at(2026, 5, 21), 158)])],
      .contradicted
    ),
    ClaimControl(
      "S0.C17",
      sameDay(-0.109, (-0.0156, -0.0215)),
      .supported,
      sameDay(-0.109, (0.01, 0.01)),
      .contradicted
    ),
    ClaimControl("S0.C22", month(-0.1), .supported, month(-0.3), .contradicted),
    ClaimControl(
      "S0.C29",
      recordDay(.at(2025, 11, 19)),
      .supported,
      recordDay(.at(2025, 11, 18)),
      .contradicted
    ),
    ClaimControl(
      "S0.C48",
      [
        at("yahoo_btcusd_1d/open", [(.at(2025, 12, 1), 90_000)]),
        at(bitcoin, [(.at(2025, 12, 31), 95_000)]),
      ],
      .supported,
      [
        at("yahoo_btcusd_1d/open", [(.at(2025, 12, 1), 90_000)]),
        at(bitcoin, [(.at(2025, 12, 31), 85_000)]),
      ],
      .contradicted
    ),
    ClaimControl(
      "S2.C04",
      ceiling([(.at(2025, 11, 3), 5.5), (.at(2025, 11, 20), 5.5)]),
      .supported,
      ceiling([(.at(2025, 11, 3), 4), (.at(2025, 11, 20), 4)]),
      .contradicted
    ),
    ClaimControl(
      "S2.C07",
      [
        at(
          "fred_monthly_long/UNRATE/value",
          [(.at(2026, 1, 1), 5.6), (.at(2026, 2, 1), 5.7), (.at(2026, 3, 1), 5.8)]
        )
      ],
      .supported,
      [
        at(
          "fred_monthly_long/UNRATE/value",
          [(.at(2026, 1, 1), 4.3), (.at(2026, 2, 1), 4.4), (.at(2026, 3, 1), 4.3)]
        )
      ],
      .contradicted
    ),
    ClaimControl(
      "S2.C20",
      [level("us_treasury_par_curve_1d/y10_bp", .at(2025, 12, 1)...(.at(2026, 3, 1)), 240)],
      .supported,
      [level("us_treasury_par_curve_1d/y10_bp", .at(2025, 12, 1)...(.at(2026, 3, 1)), 410)],
      .undecided
    ),
    ClaimControl(
      "S3.C01",
      ceiling([(.at(2025, 12, 10), 4), (.at(2025, 12, 12), 3.75)]),
      .supported,
      ceiling([(.at(2025, 12, 10), 4), (.at(2025, 12, 12), 4)]),
      .contradicted
    ),
    ClaimControl("S3.C18", held(1.43e6 * 90_000), .supported, held(1.33e6 * 90_000), .contradicted),
    ClaimControl(
      "S3.C30",
      [at(bitcoin, [(.at(2025, 12, 10), 90_000), (.at(2026, 6, 9), 120_000)])],
      .supported,
      [at(bitcoin, [(.at(2025, 12, 10), 90_000), (.at(2026, 6, 9), 60_000)])],
      .contradicted
    ),
    ClaimControl("S4.C18", dollar(110), .supported, dollar(98), .contradicted),
  ]

  private func verdict(
    _ claim: String,
    _ series: [SeriesBatch],
    asOf: Day
  ) throws -> ClaimAssessment {
    let base = try FactBase.embedded()
    let view = MarketView(MemoryStore(series), asOf: Instant(startOf: asOf + 1))
    return try ClaimExaminer(base).assessment(of: base.claim(claim), view)
  }

  @Test("A claim's verdict changes with the number that decides it", arguments: controls)
  func control(control: ClaimControl) throws {
    let asOf = Day.at(2026, 8, 1)
    let first = try verdict(control.claim, control.first.series, asOf: asOf)
    let second = try verdict(control.claim, control.second.series, asOf: asOf)
    #expect(first.verdict == control.first.verdict)
    #expect(second.verdict == control.second.verdict)
    #expect(first.evidence.first?.number != second.evidence.first?.number)
  }

  @Test("Data that was not knowable at the date decides nothing", arguments: controls)
  func notYet(control: ClaimControl) throws {
    let early = try verdict(control.claim, control.second.series, asOf: .at(2024, 6, 30))
    let empty = try verdict(control.claim, [], asOf: .at(2024, 6, 30))
    #expect(early.verdict == empty.verdict)
    #expect(early.evidence == empty.evidence)
  }

  @Test("Evidence names its series, and gaps name what is missing and how to get it")
  func provenance() throws {
    let found = try verdict("S0.C10", Self.controls[1].first.series, asOf: .at(2026, 8, 1))
    #expect(found.evidence[0].sources.map(\.description.id.name) == ["jgb_curve_1d/y10"])
    #expect(found.evidence[0].window == Day.at(2024, 11, 21)...Day.at(2024, 11, 21))
    let absent = try verdict("S0.C29", [], asOf: .at(2026, 8, 1))
    #expect(absent.verdict == .noData)
    #expect(absent.missing.contains { $0.what.hasPrefix("btc_etf_flows_by_issuer_1d/IBIT") })
    #expect(absent.missing.contains { $0.remedy.contains("clino data import") })
  }

  @Test("A correction computed from data replaces what was only recalled")
  func corrections() throws {
    let recalled = try verdict("S0.C29", [], asOf: .at(2026, 8, 1))
    let computed = try verdict(
      "S0.C29",
      Self.recordDay(.at(2025, 11, 18)),
      asOf: .at(2026, 8, 1)
    )
    let before = try #require(recalled.corrections.first { $0.error == "E03" })
    let after = try #require(computed.corrections.first { $0.error == "E03" })
    #expect(before.provenance == "from the text" && before.number == nil)
    #expect(after.provenance == "computed" && after.number?.value == -523e6)
  }
}
