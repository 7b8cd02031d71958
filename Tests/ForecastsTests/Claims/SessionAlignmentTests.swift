import Foundation
import Observatory
import Quantities
import Testing

@testable import Forecasts

@Suite("Bitcoin and New York are sampled at one hour")
struct SessionAlignmentTests {
  private static let hourlyName = "binance_spot_btcusdt_1h/close"
  private static let fund = "us_etfs_1d/QQQ/close"
  private static let start = Day.at(2021, 1, 1)
  private static let dayCount = 800
  private static let asOf = Day.at(2023, 3, 12)

  /// Hourly log prices of bitcoin, a walk of uniform steps: element i is the close of hour i.
  private static let walk: [Double] = {
    var state: UInt64 = 20_210_101
    var price = log(30_000.0)
    return (0..<dayCount * 24).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      price += (Double(state >> 11) * 0x1p-53 - 0.5) * 0.02
      return price
    }
  }()

  /// Hourly bars whose prices come some hours late.
  private static func hourly(lag: Int) -> SeriesBatch {
    let opens = Instant(startOf: start)
    return TestSeries.batch(
      hourlyName,
      observations: walk.indices.map { hour in
        let time = opens + .hours(1) * Int64(hour)
        let price = exp(walk[max(0, hour - lag)])
        return Observation(
          refersTo: time,
          knowableAt: time + .hours(1),
          value: ExactDecimal(units: Int64((price * 1e6).rounded()), decimals: 6)
        )
      }
    )
  }

  /// A fund that follows bitcoin's price of 16:00 New York with an error of its own.
  private static let equities = TestSeries.daily(
    fund,
    (0..<dayCount).compactMap { offset in
      let day = start + offset
      guard let close = TradingCalendar.newYork.close(of: day) else { return nil }
      let hour = Int((close - Instant(startOf: start)).microseconds / 3_600_000_000) - 1
      return (
        day: day, value: 300 * exp(walk[hour] - walk[0] + 0.01 * sin(Double(offset * offset)))
      )
    }
  )

  private static let daily = TestSeries.daily(
    "yahoo_btcusd_1d/close",
    start...(start + (dayCount - 1))
  ) { exp(walk[$0 * 24 + 23]) }

  private func view(_ series: [SeriesBatch]) -> MarketView {
    MarketView(MemoryStore(series), asOf: Instant(startOf: Self.asOf))
  }

  private func longRun(_ series: [SeriesBatch]) throws -> Evidence {
    let base = try FactBase.embedded()
    let claim = try base.claim("S2.C08")
    return try #require(
      try ClaimExaminer(base).assessment(of: claim, view(series)).evidence.first
    )
  }

  @Test("The claim's windows are those of the indicator's functions on the same closes")
  func oneNumber() throws {
    let series = [Self.hourly(lag: 0), Self.equities, Self.daily]
    let view = view(series)
    let hourly = try #require(try view.series(SeriesID(Self.hourlyName)))
    let fund = try #require(try view.series(SeriesID(Self.fund)))
    var closes = Observatory.DailyValues()
    for observation in fund.observations {
      closes.append(
        observation.value.doubleValue,
        on: observation.refersTo.day.daysSince1970
      )
    }
    let expected = AlignedReturns(NewYorkCloses.of(hourly), closes).correlations(window: 90)
    let smallest = expected.values.min()
    let lowest = try #require(smallest)
    let evidence = try longRun(series)
    #expect(
      evidence.number
        == ComputedNumber(
          raw: lowest,
          unit: "correlation",
          observations: expected.values.count + 89
        )
    )
    #expect(evidence.text.contains("of \(expected.values.count) windows"))
    #expect(evidence.text.hasSuffix("BTC is sampled at 16:00 New York."))
    #expect(evidence.sources.map(\.description.id.name) == [Self.fund, Self.hourlyName])

    let indicator = try #require(Indicators.all.first { $0.id == "I06" })
    let newest = try indicator.reading(view).components
      .first { $0.name == "nasdaq100_90_sessions" }?.value
    #expect(newest == expected.values.last)
  }

  @Test("Hourly bars that come eight hours late change the correlation")
  func lag() throws {
    let aligned = try #require(try longRun([Self.hourly(lag: 0), Self.equities]).number?.value)
    let late = try #require(try longRun([Self.hourly(lag: 8), Self.equities]).number?.value)
    #expect(aligned > 0.8)
    #expect(late < aligned - 0.2)
  }

  @Test("Without an hourly bar of the window closes at 00:00 UTC stand in, and the text says so")
  func fallback() throws {
    let evidence = try longRun([Self.daily, Self.equities])
    #expect(evidence.text.contains("BTC is sampled at 00:00 UTC"))
    #expect(evidence.text.contains("no hourly bar"))
    let names = evidence.sources.map(\.description.id.name)
    #expect(names == [Self.fund, "yahoo_btcusd_1d/close"])
    let whole = try #require(evidence.number?.value)
    #expect(try #require(try longRun([Self.hourly(lag: 0), Self.equities]).number?.value) > whole)
  }
}
