import Exchange
import Quantities
import Statistics

/// Markets and random books for the tests of the cascade.
enum CascadeFixture {
  static let purpose = Purpose(room: 2, index: 9_001)
  static let scale = TradeScale(base: .btc, quote: .usd, priceDecimals: 4)
  /// One tick is ten cents.
  static let rules = PositionBookRules(
    scale: scale,
    tickUnits: 1_000,
    tiers: [
      PositionBookRules.Tier(rate: Rate(partsPerMillion: 5_000)),
      PositionBookRules.Tier(rate: Rate(partsPerMillion: 20_000), deduction: Amount(10_000_000)),
    ],
    priceTicksMax: 2_000_000
  )

  static func stream(_ seed: Int) -> Stream {
    Stream(seed: UInt64(seed), run: 0, purpose: purpose)
  }

  /// Positions around 90 000 USD with leverage from 2 to 50.
  static func book(
    count: Int,
    longShare: Double = 0.6,
    sizeMax: UInt64 = 300_000_000,
    using stream: inout Stream
  ) throws -> PositionBook {
    var book = PositionBook(rules: rules, capacity: count)
    for _ in 0..<count {
      _ = try openRandom(in: &book, longShare: longShare, sizeMax: sizeMax, using: &stream)
    }
    return book
  }

  static func openRandom(
    in book: inout PositionBook,
    longShare: Double = 0.6,
    sizeMax: UInt64 = 300_000_000,
    using stream: inout Stream
  ) throws -> PositionID {
    let side: PositionSide = stream.nextUniform() < longShare ? .long : .short
    let size = Amount(Int64(1 + stream.nextInteger(below: sizeMax)))
    let entry = Price(Int64(880_000_000 + stream.nextInteger(below: 40_000_000)))
    let notional = try scale.cash(for: size, at: entry, rounding: .toNearestOrEven)
    let leverage = Int64(2 + stream.nextInteger(below: 49))
    return try book.open(
      side: side,
      size: size,
      entryNotional: notional,
      margin: Amount(notional.units / leverage),
      ownerClass: UInt8(stream.nextInteger(below: 4)),
      leverageBand: UInt8(leverage),
      tier: Int(stream.nextInteger(below: 2))
    )
  }

  static func squareRootMarket(
    price: Double = 90_000,
    dailyVolume: Double = 4e8
  )
    -> SquareRootImpact
  {
    SquareRootImpact(
      parameters: SquareRootParameters(dailyVolatility: 0.03, dailyVolume: dailyVolume),
      logValue: logOf(price),
      grid: PriceGrid(scale: scale, tickUnits: 1_000)
    )
  }

  static func logOf(_ price: Double) -> Double {
    PriceGrid(scale: scale, tickUnits: 1).log(of: Price(Int64(price * 10_000)))
  }
}
