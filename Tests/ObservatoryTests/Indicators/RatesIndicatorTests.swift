import Quantities
import Testing

@testable import Observatory

@Suite("Indicators of currencies, gold, oil, rates and credit")
struct RatesIndicatorTests {
  private func reading(
    _ indicator: some Indicator,
    _ batches: [SeriesBatch],
    asOf: Instant? = nil
  ) throws -> IndicatorReading {
    let store = MemoryStore(batches)
    let newest = try #require(try store.newestKnowable())
    return try indicator.reading(MarketView(store, asOf: asOf ?? newest))
  }

  /// A series with a value on each of the first trading days of 2025.
  private func daily(_ name: String, _ values: [Double]) -> SeriesBatch {
    let days = MacroSeries.tradingDays(from: 20_100, count: values.count)
    return MacroSeries.batch(name, days: days, values: values)
  }

  @Test(
    "The Hong Kong dollar's position is the share of the way to the strong side",
    arguments: [(7.78, 0.70), (7.75, 1.0), (7.85, 0.0), (7.80, 0.5)]
  )
  func hongKongDollar(quote: Double, position: Double) throws {
    let days = MacroSeries.tradingDays(from: 17_000, count: 40)
    let reading = try reading(
      HongKongDollarIndicator(),
      [
        MacroSeries.batch(
          "usdhkd_1d/hkd_per_usd",
          days: days,
          values: days.map { _ in 7.84 }.dropLast() + [quote]
        )
      ]
    )
    #expect(abs(try #require(reading.value) - position) < 1e-9)
  }

  @Test("The smoothed position meets the edges and the middle, rises, and lies nearer the middle")
  func targetZone() throws {
    let places = stride(from: 0.0, through: 1, by: 0.05).map { $0 }
    let smoothed = try places.map { try #require(HongKongDollarIndicator.smoothedPosition($0)) }
    #expect(abs(smoothed[0]) < 1e-6 && abs(smoothed[20] - 1) < 1e-6)
    #expect(abs(smoothed[10] - 0.5) < 1e-9)
    for (earlier, later) in zip(smoothed, smoothed.dropFirst()) { #expect(earlier < later) }
    // The curve is flat at the edges: a quote a little inside stands for a fundamental well inside.
    #expect(smoothed[19] < 0.95)
    #expect(HongKongDollarIndicator.smoothedPosition(1.2) == nil)
  }

  @Test("A value of years ago is no headline; it is named as missing and kept as a component")
  func old() throws {
    let days = MacroSeries.tradingDays(from: 17_000, count: 40)
    let batch = MacroSeries.batch(
      "usdhkd_1d/hkd_per_usd",
      days: days,
      values: days.map { _ in 7.78 }
    )
    let late = Instant(startOf: Day(daysSince1970: 18_500))
    let reading = try reading(HongKongDollarIndicator(), [batch], asOf: late)
    #expect(reading.value == nil)
    #expect(reading.missing.contains { $0.what.contains("values after") })
    #expect(abs(try #require(reading.number("last_known_value")) - 0.7) < 1e-9)
    #expect(reading.remarks.first?.hasPrefix("stale") == true)
  }

  @Test("Gold at 2 920 is worth 752.5358 bn more than in the books (S38)")
  func gold() throws {
    let reading = try reading(
      GoldRevaluationIndicator(),
      [daily("gold_comex_1d/close", [2_900, 2_905, 2_890, 2_910, 2_920])]
    )
    #expect(abs(try #require(reading.value) - 752.535_803_966_642_7) < 1e-9)
    #expect(reading.percentile == 1)
    #expect(reading.coverage?.share == 1)
  }

  @Test("Without a futures strip the oil slope has no value, and its sign is printed")
  func oil() throws {
    let reading = try reading(
      OilSlopeIndicator(),
      [daily("wti_spot_1d/price_usd_bbl", [60, 61, -37, 60, 58])]
    )
    #expect(reading.value == nil && reading.interval == nil)
    #expect(reading.missing.contains { $0.what.contains("WTI months") })
    #expect(reading.remarks.contains { $0.contains("above zero contango") })
    #expect(reading.number("wti_spot_usd_per_barrel") == 58)
  }

  @Test("The slope is no term premium: it stays a component")
  func termPremium() throws {
    let reading = try reading(
      TermPremiumIndicator(),
      [
        daily("us_treasury_par_curve_1d/y10_bp", [400, 401, 402, 403, 404]),
        daily("us_treasury_par_curve_1d/y1_bp", [410, 400, 390, 380, 370]),
      ]
    )
    #expect(reading.value == nil)
    #expect(reading.missing.contains { $0.what.contains("ACM_TP_10Y") })
    #expect(reading.number("slope_10y_12m_bp") == 34)
    #expect(reading.number("slope_10y_12m_bp_percentile") == 1)
  }

  /// A dollar index that is `level` on each day.
  private func dollar(_ level: (Int) -> Double) -> DailyValues {
    var index = DailyValues()
    for day in DollarPathIndicator.statementDay - 900...DollarPathIndicator.statementDay + 800 {
      index.append(level(day - DollarPathIndicator.statementDay), on: day)
    }
    return index
  }

  @Test("The legs from the day of the statement have the signs of the path")
  func dollarPath() {
    let day = DollarPathIndicator.statementDay
    let tent = dollar { 100 + Double($0 <= 182 ? $0 : 364 - $0) / 20 }
    let legs = DollarPathIndicator.legs(tent, from: day)
    #expect((legs.first ?? 0) > 0 && (legs.second ?? 0) < 0)
    let flat = DollarPathIndicator.legs(dollar { _ in 100 }, from: day)
    #expect(flat.first == 0 && flat.second == 0)
    var early = DailyValues()
    for (place, value) in zip(tent.days, tent.values) where place < day + 182 {
      early.append(value, on: place)
    }
    #expect(DollarPathIndicator.legs(early, from: day).first == nil)
  }

  @Test("A dollar that only rises never shows the pattern, and few windows leave it uncertain")
  func dollarBaseRate() throws {
    let rising = DollarPathIndicator.baseRate(dollar { 100 + Double($0) / 50 })
    #expect(rising.share == 0)
    let interval = try #require(rising.interval)
    #expect(interval.low == 0 && interval.high > 0.5)
  }

  /// Loans of 60 months.
  private func loans(_ level: (Int) -> Double) -> DailyValues {
    var values = DailyValues()
    for month in 0..<60 {
      guard let day = Day(year: 2000 + month / 12, month: month % 12 + 1, day: 1) else { continue }
      values.append(level(month), on: day.daysSince1970)
    }
    return values
  }

  @Test("Loans that grow evenly have no impulse; loans that speed up have a constant one")
  func creditImpulse() {
    let even = CreditImpulseIndicator.impulse(loans { 1_000 + 10 * Double($0) })
    #expect(even.absolute.count == 36)
    #expect(even.absolute.values.allSatisfy { abs($0) < 1e-9 })
    let faster = CreditImpulseIndicator.impulse(loans { 1_000 + Double($0 * $0) })
    // (t² − (t−12)²) − ((t−12)² − (t−24)²) = 2 · 12².
    #expect(faster.absolute.values.allSatisfy { abs($0 - 288) < 1e-9 })
  }

  /// Quarterly delinquency and monthly unemployment, where unemployment repeats a wave later.
  private func sample(leadQuarters: Int) -> LeadSample {
    var delinquency = DailyValues()
    var unemployment = DailyValues()
    func wave(_ quarter: Int) -> Double {
      // Waves of unequal length, so that no other lag fits as well.
      Double((quarter * quarter) % 23) + Double((quarter * 5) % 17) / 3
    }
    for quarter in 0..<100 {
      let (year, first) = (1990 + quarter / 4, quarter % 4 * 3 + 1)
      for month in first..<first + 3 {
        guard let day = Day(year: year, month: month, day: 1) else { continue }
        if month == first { delinquency.append(wave(quarter), on: day.daysSince1970) }
        unemployment.append(wave(quarter - leadQuarters + 40), on: day.daysSince1970)
      }
    }
    // The same shift in the wave's argument on both sides.
    delinquency = delinquency.compactMap { day, _ in
      let (year, month, _) = Day(daysSince1970: day).civil
      return wave((year - 1990) * 4 + (month - 1) / 3 + 40)
    }
    return LeadSample(delinquency: delinquency, monthlyUnemployment: unemployment)
  }

  @Test(
    "A lead that was built in is found, and none is found where there is none",
    arguments: -3...3
  )
  func delinquencyLead(quarters: Int) throws {
    let sample = sample(leadQuarters: quarters)
    let best = try #require(sample.best(sample.rows.indices))
    #expect(best.lag == quarters)
    #expect(abs(best.correlation - 1) < 1e-9)
  }

  @Test("A quarter with a month missing is left out")
  func missingMonth() {
    let full = sample(leadQuarters: 0)
    var delinquency = DailyValues()
    var unemployment = DailyValues()
    for quarter in 0..<100 {
      for month in quarter % 4 * 3 + 1..<quarter % 4 * 3 + 4 {
        guard let day = Day(year: 1990 + quarter / 4, month: month, day: 1) else { continue }
        if month % 3 == 1 { delinquency.append(Double(quarter % 7), on: day.daysSince1970) }
        if !(quarter == 50 && month % 3 == 0) {
          unemployment.append(Double(quarter % 5), on: day.daysSince1970)
        }
      }
    }
    let sample = LeadSample(delinquency: delinquency, monthlyUnemployment: unemployment)
    // A quarter without unemployment spoils the lags that reach it and those four quarters later.
    #expect(sample.rows.count == full.rows.count - 13)
  }
}
