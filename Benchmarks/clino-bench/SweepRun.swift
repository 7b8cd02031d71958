import Exchange
import Quantities
import Statistics

/// One timed pass over a book of isolated positions.
struct SweepRun {
  static let tickUnits: Int64 = 1_000
  static let openingPrice = Price(900_000_000)

  var openNanoseconds = 0.0
  var idleMarkNanoseconds = 0.0
  var marginNanoseconds = 0.0
  var liquidationNanoseconds = 0.0
  var bytesPerPosition = 0.0
  var liquidations = 0
  var fund: Int64 = 0
  var hash = ResultHash()
  var violations: [String] = []

  /// Opens, marks, re-margins and sweeps.
  init(positions: Int) throws {
    let scale = TradeScale(base: .btc, quote: .usd, priceDecimals: 4)
    let rules = PositionBookRules(
      scale: scale,
      tickUnits: Self.tickUnits,
      tiers: [PositionBookRules.Tier(rate: Rate(partsPerMillion: 5_000))],
      priceTicksMax: 1_800_000
    )
    var stream = Stream(seed: 1, run: 0, purpose: .sweepBenchmark)
    var book = PositionBook(rules: rules, capacity: positions)
    let opening = CPUClock()
    for _ in 0..<positions { try Self.open(in: &book, using: &stream) }
    openNanoseconds = opening.nanoseconds(per: positions)
    let marks = 1_000_000
    // No leverage above 50: nothing triggers within one percent.
    let marking = CPUClock()
    for mark in 0..<marks where book.isTriggered(atTick: Int32(895_000 + mark % 10_000)) {
      violations.append("a mark of the idle phase hit a position")
    }
    idleMarkNanoseconds = marking.nanoseconds(per: marks)
    let changes = min(positions, 2_000_000)
    let margining = CPUClock()
    for _ in 0..<changes {
      let id = PositionID(rawValue: Int32(stream.nextInteger(below: UInt64(positions))))
      try book.addMargin(Amount(Int64(stream.nextInteger(below: 1_000_000))), to: id)
    }
    marginNanoseconds = margining.nanoseconds(per: changes)
    bytesPerPosition = Double(book.byteCount) / Double(positions)
    sweep(book, scale)
  }

  private static func open(in book: inout PositionBook, using stream: inout Stream) throws {
    let word = stream.nextWord()
    let size = Int64(1_000_000 + word % 9_000_000)
    let leverage = Double(2 + (word >> 32) % 48) + stream.nextUniform()
    let notional = size * 9
    _ = try book.open(
      side: (word >> 40) % 10 < 3 ? .short : .long,
      size: Amount(size),
      entryNotional: Amount(notional),
      margin: Amount(Int64(Double(notional) / leverage)),
      ownerClass: UInt8((word >> 48) % 4),
      leverageBand: UInt8(leverage / 10)
    )
  }

  /// Marks from 90 000 USD to nothing in steps of one percent: every long goes.
  private mutating func sweep(_ book: PositionBook, _ scale: TradeScale) {
    let opened = book.count
    var engine = CascadeEngine(
      book: book,
      rules: CascadeRules(autoDeleverages: false, recordsTrades: false),
      insuranceFund: Amount(1_000_000_000_000_000),
      openingPrice: Self.openingPrice
    )
    var market = PriceTakingMarket(
      mark: Self.openingPrice,
      slippageFraction: 0.0025,
      grid: PriceGrid(scale: scale, tickUnits: Self.tickUnits)
    )
    let sweeping = CPUClock()
    for _ in 0..<400 {
      let outcome = engine.step(CascadeShock(newsLogReturn: -0.01), in: &market)
      liquidations += outcome.liquidationCount
    }
    liquidationNanoseconds = sweeping.nanoseconds(per: max(1, liquidations))
    fund = engine.accounts.insuranceFund.units
    violations += engine.checkConservation()
    hash.combine(liquidations)
    hash.combine(Int(fund))
    hash.combine(opened - engine.book.count)
  }

  /// The least of each phase.
  func fastest(_ other: SweepRun) -> SweepRun {
    var best = self
    best.openNanoseconds = min(openNanoseconds, other.openNanoseconds)
    best.idleMarkNanoseconds = min(idleMarkNanoseconds, other.idleMarkNanoseconds)
    best.marginNanoseconds = min(marginNanoseconds, other.marginNanoseconds)
    best.liquidationNanoseconds = min(liquidationNanoseconds, other.liquidationNanoseconds)
    return best
  }
}

extension Purpose {
  /// The book of the sweep benchmark.
  static let sweepBenchmark = Purpose(room: 0, index: 1)
}
