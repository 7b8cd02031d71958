import Exchange
import Foundation
import Observatory
import Quantities
import Statistics
import TestSupport
import Testing

@Suite("tier tables are continuous, convex and exact")
struct TierTableTests {
  typealias Fixture = ContractFixture

  static let tables: [(name: String, rows: [PublishedTier], deductions: [Double])] = [
    (
      "BTC", BinanceTiers20241024.btcusdt,
      [
        0, 50, 950, 11_450, 131_450, 481_450, 2_981_450, 14_481_450, 26_481_450, 41_481_450,
        121_481_450, 421_481_450,
      ]
    ),
    (
      "ETH", BinanceTiers20241024.ethusdt,
      [
        0, 50, 950, 11_450, 131_450, 381_450, 2_006_450, 9_506_450, 17_506_450, 27_506_450,
        80_506_450, 280_506_450,
      ]
    ),
    ("Bybit 2024", BybitTiers.btcusdt2024, [0, 1_200]),
    ("Bybit 2026", BybitTiers.btcusdt2026, [0, 510, 1_710]),
    ("Hyperliquid BTC", HyperliquidTiers.rows(of: "BTC") ?? [], [0, 1_875_000]),
    ("Hyperliquid ETH", HyperliquidTiers.rows(of: "ETH") ?? [], [0, 1_333_333.3333]),
  ]

  @Test("deductions follow from the recurrence as the venues print them", arguments: tables)
  func deductions(name: String, rows: [PublishedTier], deductions: [Double]) throws {
    let table = try TierTable(published: rows, in: .usd)
    var found: [Double] = []
    for index in table.tiers.indices {
      found.append(Asset.usd.value(of: try table.deduction(ofTier: index, rounding: .down)))
    }
    #expect(found == deductions, "\(name)")
  }

  @Test("margin is continuous, convex and the tax on every slice", arguments: tables)
  func brackets(name: String, rows: [PublishedTier], deductions: [Double]) throws {
    let table = try TierTable(published: rows, in: .usd)
    var stream = Fixture.stream(rows.count)
    let top = min(table.lastCap.units, 50_000_000_000_000)
    for _ in 0..<200 {
      let notional = Int64(stream.nextInteger(below: UInt64(top)))
      var tax = Int128(0)
      for tier in table.tiers {
        let inside = max(0, min(notional, tier.cap.units) - tier.floor.units)
        tax +=
          Int128(inside) * Int128(tier.maintenanceRate.numerator)
          * Int128(table.rateUnit / tier.maintenanceRate.denominator)
      }
      let exact = Int64(tax.divided(by: Int128(table.rateUnit), rounding: .up))
      #expect(try table.maintenanceMargin(of: Amount(notional)).units == exact)
    }
    for tier in table.tiers.dropLast() {
      let atCap = try table.maintenanceMargin(of: tier.cap)
      let above = try table.maintenanceMargin(of: tier.cap + Amount(1))
      #expect(above.units - atCap.units <= 1)
    }
  }

  @Test("a value exactly at a cap belongs to the lower tier; nothing lies above the last")
  func boundaries() throws {
    let table = try TierTable(published: BinanceTiers20241024.btcusdt, in: .usd)
    let cap = Fixture.dollars(50_000)
    #expect(try table.tierIndex(of: .zero) == 0)
    #expect(try table.tierIndex(of: cap) == 0)
    #expect(try table.tierIndex(of: cap + Amount(1)) == 1)
    #expect(try table.maxLeverage(of: cap) == Fraction(125))
    #expect(try table.maxLeverage(of: cap + Amount(1)) == Fraction(100))
    for tier in table.tiers { #expect(tier.contains(tier.cap)) }
    #expect(!table.tiers[1].contains(cap))
    let last = table.lastCap
    #expect(throws: MarginError.notionalAboveLastCap(notional: last + Amount(1), cap: last)) {
      try table.maintenanceMargin(of: last + Amount(1))
    }
  }

  @Test("a size cut that lowers the tier raises free margin by more than the base rate")
  func lowerTier() throws {
    let table = try TierTable(published: BinanceTiers20241024.btcusdt, in: .usd)
    let before = try table.maintenanceMargin(of: Fixture.dollars(700_000))
    let after = try table.maintenanceMargin(of: Fixture.dollars(500_000))
    #expect(before - after == Fixture.dollars(100_000 * 0.0065 + 100_000 * 0.005))
  }

  @Test("initial margin respects the tier's leverage and rounds up")
  func initialMargin() throws {
    let table = try TierTable(published: BybitTiers.neiroethusdtBefore20250620, in: .usd)
    let notional = Fixture.dollars(60_000)
    let leverage = Fraction(1_667, over: 100)
    #expect(try table.initialMargin(of: notional, leverage: leverage).units == 35_992_802)
    #expect(throws: MarginError.leverageAboveTier(leverage: Fraction(17), maximum: leverage)) {
      try table.initialMargin(of: notional, leverage: Fraction(17))
    }
  }

  @Test("a ladder that was cut reaches a fifth as far at the same leverage")
  func compression() throws {
    let before = try TierTable(published: BybitTiers.neiroethusdtBefore20250620, in: .usd)
    let after = try TierTable(published: BybitTiers.neiroethusdtFrom20250620, in: .usd)
    let notional = Fixture.dollars(50_000)
    #expect(try before.maxLeverage(of: notional) == Fraction(20))
    #expect(try after.maxLeverage(of: notional) == Fraction(13))
    #expect(
      try after.maintenanceMargin(of: notional) > before.maintenanceMargin(of: notional)
    )
  }

  @Test("rows that do not form a table are refused with row and field")
  func malformed() throws {
    func row(_ cap: Double?, _ rate: Int64, _ leverage: Int64) -> TierRow {
      TierRow(
        cap: cap.map { Fixture.dollars($0) },
        maintenanceRate: Fraction(rate, over: 1_000),
        maxLeverage: Fraction(leverage)
      )
    }
    let cases: [([TierRow], Int, String)] = [
      ([], 0, "rows"),
      ([row(10, 5, 50), row(10, 6, 40)], 2, "cap"),
      ([row(nil, 5, 50), row(20, 6, 40)], 1, "cap"),
      ([row(10, 5, 50), row(20, 4, 40)], 2, "maintenance rate"),
      ([row(10, 0, 50)], 1, "maintenance rate"),
      ([row(10, 5, 50), row(20, 6, 60)], 2, "maximum leverage"),
    ]
    for (rows, number, field) in cases {
      do {
        _ = try TierTable(rows: rows)
        Issue.record("accepted \(field) of row \(number)")
      } catch {
        guard case .malformedTier(number, field, _, _) = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }

  @Test(
    "every contract of the 2024-10 snapshot: the recurrence gives the file's deductions",
    .enabled(if: SharedData.isPresent, "the shared data folder is absent")
  )
  func snapshot() throws {
    let path = SharedData.url("data/derivatives/binance_um_leverage_tiers_2024-10.csv.gz").path
    let file = try LeverageTiers.read(path)
    #expect(file.symbols.count == 349)
    var differing: [String] = []
    for symbol in file.symbols {
      let published = try file.tiers(of: symbol)
      var rows: [TierRow] = []
      for tier in published {
        let rate = tier.maintenanceMarginRate
        rows.append(
          TierRow(
            cap: try tier.maxNotional.map { Amount(try $0.units(decimals: 4)) },
            maintenanceRate: Fraction(Rate(partsPerTrillion: try rate.units(decimals: 12))),
            maxLeverage: Fraction(Int64(tier.maxLeverage))
          )
        )
      }
      let table = try TierTable(rows: rows)
      for (index, tier) in published.enumerated() {
        let ours = try table.deduction(ofTier: index, rounding: .toNearestOrEven).units
        let theirs = try tier.deduction.units(decimals: 4)
        if ours != theirs { differing.append("\(symbol) tier \(index + 1): \(ours) \(theirs)") }
      }
    }
    #expect(differing == [])
  }
}
