import Exchange
import Quantities
import Statistics
import Testing

/// The readable model of a position book: an array that is searched in full.
private struct ReferenceBook {
  struct Entry {
    let id: PositionID
    var position: IsolatedPosition
    var tick: Int64
  }

  var entries: [Entry] = []

  static func tick(of position: IsolatedPosition, _ tier: PositionBookRules.Tier) -> Int64 {
    // b + d − c = 8 decimals, one tick = 1 000 price units.
    let one = Int128(Rate.partsPerOne)
    let m = Int128(tier.rate.parts)
    let eight = Int128(100_000_000)
    let covered = Int128(position.margin.units + tier.deduction.units)
    let notional = Int128(position.entryNotional.units)
    let size = Int128(position.size.units)
    if position.side == .long {
      return Int64(
        ((notional - covered) * eight * one)
          .divided(by: size * (one - m) * 1_000, rounding: .up)
      )
    }
    return Int64(
      ((notional + covered) * eight * one)
        .divided(by: size * (one + m) * 1_000, rounding: .down)
    )
  }

  func next(mark: Int64) -> Entry? {
    func distance(_ entry: Entry) -> Int64 {
      entry.position.side == .long ? entry.tick - mark : mark - entry.tick
    }
    return
      entries
      .filter { distance($0) >= 0 }
      .max { (distance($0), $1.id) < (distance($1), $0.id) }
  }
}

@Suite("A position book")
struct PositionBookTests {
  @Test(
    "opens, re-margins, reduces and liquidates like an array searched in full",
    arguments: 0..<40
  )
  func matchesReference(seed: Int) throws {
    var stream = CascadeFixture.stream(seed)
    var book = PositionBook(rules: CascadeFixture.rules, capacity: seed % 2 == 0 ? 10 : 4_000)
    var reference = ReferenceBook()
    for _ in 0..<600 {
      switch stream.nextInteger(below: 10) {
      case 0..<5:
        let id = try CascadeFixture.openRandom(in: &book, using: &stream)
        let position = try #require(book.position(id))
        let tier = CascadeFixture.rules.tiers[Int(position.tier)]
        reference.entries.append(
          .init(id: id, position: position, tick: ReferenceBook.tick(of: position, tier))
        )
      case 5..<7 where !reference.entries.isEmpty:
        let index = Int(stream.nextInteger(below: UInt64(reference.entries.count)))
        let entry = reference.entries[index]
        let margin = entry.position.margin.units
        let change = Int64(stream.nextInteger(below: UInt64(2 * margin + 1))) - margin
        try book.addMargin(Amount(change), to: entry.id)
        try refresh(&reference, index, book)
      case 7 where !reference.entries.isEmpty:
        let index = Int(stream.nextInteger(below: UInt64(reference.entries.count)))
        let entry = reference.entries[index]
        let size = 1 + stream.nextInteger(below: UInt64(entry.position.size.units))
        let closed = try book.reduce(entry.id, by: Amount(Int64(size)))
        if closed.isComplete {
          reference.entries.remove(at: index)
        } else {
          try refresh(&reference, index, book)
        }
      default:
        let mark = Int32(840_000 + stream.nextInteger(below: 120_000))
        for _ in 0..<4 {
          let expected = reference.next(mark: Int64(mark))
          let trigger = book.nextTriggered(atTick: mark)
          #expect(trigger?.id == expected?.id, "seed \(seed), mark \(mark)")
          guard let trigger, let expected else { break }
          #expect(Int64(trigger.tick) == expected.tick)
          #expect(try book.close(trigger.id) == expected.position)
          reference.entries.removeAll { $0.id == trigger.id }
        }
      }
    }
    #expect(book.count == reference.entries.count)
    #expect(book.checkInvariants() == [])
  }

  private func refresh(_ reference: inout ReferenceBook, _ index: Int, _ book: PositionBook) throws
  {
    let id = reference.entries[index].id
    let position = try #require(book.position(id))
    reference.entries[index].position = position
    reference.entries[index].tick = ReferenceBook.tick(
      of: position,
      CascadeFixture.rules.tiers[Int(position.tier)]
    )
  }

  @Test("a partial close splits notional and margin without losing a unit", arguments: 0..<50)
  func partialCloseIsExact(seed: Int) throws {
    var stream = CascadeFixture.stream(seed)
    var book = try CascadeFixture.book(count: 1, using: &stream)
    let id = PositionID(rawValue: 0)
    let whole = try #require(book.position(id))
    var (size, notional, margin) = (Int64(0), Int64(0), Int64(0))
    while let left = book.position(id) {
      let step = Int64(1 + stream.nextInteger(below: UInt64(left.size.units)))
      let part = try book.reduce(id, by: Amount(step)).part
      size += part.size.units
      notional += part.entryNotional.units
      margin += part.margin.units
    }
    #expect(Amount(size) == whole.size)
    #expect(Amount(notional) == whole.entryNotional)
    #expect(Amount(margin) == whole.margin)
  }

  @Test("funding moves every trigger by F/(1 - m) and pays exactly what it takes")
  func fundingShiftsTriggers() throws {
    var book = PositionBook(rules: CascadeFixture.rules, capacity: 10)
    let size = Amount(100_000_000)
    let notional = Amount(900_000_000)
    let long = try book.open(
      side: .long,
      size: size,
      entryNotional: notional,
      margin: Amount(90_000_000)
    )
    let short = try book.open(
      side: .short,
      size: size,
      entryNotional: notional,
      margin: Amount(90_000_000)
    )
    let before = try #require(book.liquidationTick(of: long))
    // One percent of 90 000 USD per coin: 900 USD, 904.52 USD of liquidation price.
    try book.applyFunding(rate: Rate(basisPoints: 100), at: Price(900_000_000))
    let after = try #require(book.liquidationTick(of: long))
    #expect(after - before == 9_046)
    #expect(book.position(long)?.margin == Amount(81_000_000))
    #expect(book.position(short)?.margin == Amount(99_000_000))
    #expect(book.fundingUnsettled == 0)
    try book.close(long)
    #expect(book.fundingPool == 9_000_000)
    try book.close(short)
    #expect(book.fundingPool == 0)
    #expect(book.checkInvariants() == [])
  }

  @Test("funding alone can liquidate: the index sees it without touching the position")
  func fundingLiquidates() throws {
    var book = PositionBook(rules: CascadeFixture.rules, capacity: 10)
    let id = try book.open(
      side: .long,
      size: Amount(100_000_000),
      entryNotional: Amount(900_000_000),
      margin: Amount(9_000_000)
    )
    let early = book.nextTriggered(atTick: 900_000)
    #expect(early == nil)
    try book.applyFunding(rate: Rate(basisPoints: 90), at: Price(900_000_000))
    let late = book.nextTriggered(atTick: 900_000)
    #expect(late?.id == id)
  }

  @Test(
    "of positions on both sides the one furthest past its trigger goes first, then the lower id"
  )
  func totalOrder() throws {
    var book = PositionBook(rules: CascadeFixture.rules, capacity: 10)
    func open(_ side: PositionSide, _ margin: Int64) throws -> PositionID {
      try book.open(
        side: side,
        size: Amount(100_000_000),
        entryNotional: Amount(900_000_000),
        margin: Amount(margin)
      )
    }
    let first = try open(.long, 4_500_000)
    let second = try open(.long, 4_500_000)
    let third = try open(.short, 0)
    var order: [PositionID] = []
    while let next = book.nextTriggered(atTick: 900_000) {
      order.append(next.id)
      try book.close(next.id)
    }
    #expect(order == [third, first, second])
  }

  @Test("refuses values outside their domain and leaves the book as it was")
  func refusals() throws {
    var book = PositionBook(rules: CascadeFixture.rules, capacity: 1)
    #expect(throws: CascadeError.self) {
      try book.open(side: .long, size: .zero, entryNotional: Amount(1), margin: Amount(1))
    }
    #expect(throws: CascadeError.self) {
      try book.open(
        side: .long,
        size: Amount(1),
        entryNotional: Amount(1),
        margin: Amount(1),
        tier: 2
      )
    }
    #expect(throws: CascadeError.positionUnknown(id: 0)) {
      try book.close(PositionID(rawValue: 0))
    }
    let id = try book.open(
      side: .long,
      size: Amount(100_000_000),
      entryNotional: Amount(900_000_000),
      margin: Amount(5)
    )
    #expect(throws: CascadeError.self) { try book.addMargin(Amount(-6), to: id) }
    #expect(book.position(id)?.margin == Amount(5))
    #expect(book.checkInvariants() == [])
  }

  @Test("a position takes at most 64 bytes, indexes included")
  func memory() throws {
    var stream = CascadeFixture.stream(1)
    var book = try CascadeFixture.book(count: 200_000, using: &stream)
    #expect(book.byteCount <= 64 * 200_000)
    for _ in 0..<400_000 {
      let id = PositionID(rawValue: Int32(stream.nextInteger(below: 200_000)))
      try book.addMargin(Amount(Int64(stream.nextInteger(below: 50_000_000))), to: id)
    }
    #expect(book.byteCount <= 64 * 200_000)
    #expect(book.checkInvariants() == [])
  }
}
