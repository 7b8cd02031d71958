import Foundation
import Quantities
import Testing

@testable import Observatory

/// The shared folder itself, through the importer: a file of each kind.
@Suite(
  "Import of the shared folder",
  .enabled(if: SharedData.isPresent, "\(SharedData.remark)")
)
struct SharedImportTests {
  private static let root = SharedData.path("data")

  private static func items(_ names: Set<String>) throws -> [ImportItem] {
    try ImportPlan([root]).items.filter { names.contains($0.dataset) }
  }

  @Test("every file of the catalogue has a clear end, and none is refused")
  func plan() throws {
    let items = try ImportPlan([Self.root]).items
    let catalogue = try Catalogue(path: "\(Self.root)/CATALOG.yaml")
    #expect(items.count >= catalogue.entries.count)
    #expect(items.allSatisfy { $0.entry != nil })
  }

  @Test("files of each kind are taken, with unit, clock and first and last time")
  func kinds() throws {
    let expected: [(name: String, unit: String, period: SeriesPeriod)] = [
      (
        "binance_um_btcusdt_funding_8h/funding_rate", "fraction of notional per 8 h interval",
        .instant
      ),
      ("binance_um_leverage_tiers_2024-10/BTC%2FUSDT:USDT/1.0/max_leverage", "x", .instant),
      ("cftc_cot_crypto_weekly/133741/hedge_fund_short", "contracts", .week),
      ("dat_stock_prices_1d/3350.T/close", "JPY", .day),
      ("gold_monthly/price_usd_oz", "USD per ounce", .month),
      ("us_treasury_par_curve_1d/y10_bp", "basis points", .day),
      ("btc_etf_flows_by_issuer_1d/IBIT", "million USD", .day),
      ("coinglass_liquidations_4h/BTC/liq_long_usd", "USD", .fixed(.hours(4))),
      ("fred_monthly_long/DRCCLACBS/value", "percent", .quarter),
      ("fred_weekly_long/WALCL/value", "million USD", .week),
      ("deribit_options_chain_2026-08-08/BTC-10AUG26-57000-P/mark_iv", "percent", .instant),
      ("aave_btc_collateral_liquidations/V2/wBTC/amount_btc", "BTC", .instant),
    ]
    let folder = try TestFolder()
    let store = try folder.store()
    let importer = Importer(store)
    let names = Set(expected.map { SeriesID($0.name).dataset })
    let items = try Self.items(names)
    #expect(Set(items.map(\.dataset)) == names)
    for item in items {
      let outcome = try importer.run(item)
      #expect(outcome.status == .imported, "\(item.dataset): \(String(describing: outcome.error))")
    }
    for (name, unit, period) in expected {
      let series = try #require(try store.series(SeriesID(name), .latest), "\(name)")
      #expect(series.description.unit == unit, "\(name)")
      #expect(series.description.period == period, "\(name)")
      #expect(!series.isEmpty, "\(name)")
      #expect(series.observations.allSatisfy { $0.knowableAt >= $0.refersTo }, "\(name)")
    }
    #expect(try store.verification().isSound)
  }

  @Test("SOFR of 17 September 2019 is 525 basis points, known the next morning and not before")
  func sofr() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    for item in try Self.items(["sofr_percentiles_1d"]) { _ = try Importer(store).run(item) }
    let id = SeriesID("sofr_percentiles_1d/sofr_bp")
    let morning = try Instant(parsing: "2019-09-18T12:00:00Z")
    let known = try store.series(id, .asOf(morning))?.last
    #expect(known?.refersTo == (try Instant(parsing: "2019-09-17")))
    #expect(known?.value.doubleValue == 525)
    let before = try store.series(id, .asOf(morning - .seconds(1)))?.last
    #expect(before?.refersTo == (try Instant(parsing: "2019-09-16")))
  }
}
