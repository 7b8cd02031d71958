import Exchange
import Quantities
import Statistics
import Testing

@Suite("positions keep size and entry value exactly")
struct PositionTests {
  typealias Fixture = ContractFixture

  @Test("a reducing fill realises in proportion and leaves the average entry")
  func reduces() throws {
    var position = Position.flat
    _ = try position.book(Fixture.coin(2), at: Fixture.price(50_000), of: Fixture.linear)
    let fill = try position.book(Fixture.coin(-0.5), at: Fixture.price(52_000), of: Fixture.linear)
    #expect(fill.closed == Fixture.coin(0.5))
    #expect(fill.opened == .zero)
    #expect(fill.realised == Fixture.dollars(1_000))
    #expect(try Fixture.linear.averageEntry(of: position) == Fixture.price(50_000))
  }

  @Test("a fill through zero closes the old side and opens the new one at the fill price")
  func flips() throws {
    var position = Position.flat
    _ = try position.book(Fixture.coin(1), at: Fixture.price(50_000), of: Fixture.linear)
    let fill = try position.book(Fixture.coin(-3), at: Fixture.price(49_000), of: Fixture.linear)
    #expect(fill.closed == Fixture.coin(1))
    #expect(fill.opened == Fixture.coin(2))
    #expect(fill.realised == Fixture.dollars(-1_000))
    #expect(position.side == .short)
    #expect(position.entryValue == Fixture.dollars(98_000))
  }

  @Test("an inverse average entry is harmonic")
  func harmonic() throws {
    var position = Position.flat
    for price in [50_000.0, 40_000] {
      _ = try position.book(Fixture.dollars(10_000), at: Fixture.price(price), of: Fixture.inverse)
    }
    let average = try #require(try Fixture.inverse.averageEntry(of: position))
    #expect(Fixture.inverse.scale.value(of: average) == 44_444.4444)
  }

  @Test("an inverse short's gain is bounded by its entry value, a long's loss is not")
  func inverseShape() throws {
    let short = Position(size: Fixture.dollars(-10_000), entryValue: Fixture.coin(0.2))
    let far = try Fixture.inverse.unrealisedProfit(of: short, at: Fixture.price(1))
    let high = try Fixture.inverse.unrealisedProfit(of: short, at: Fixture.price(900_000_000))
    #expect(far > Fixture.coin(9_999))
    #expect(high >= -Fixture.coin(0.2))
    #expect(throws: MarginError.self) {
      try Fixture.inverse.unrealisedProfit(of: short, at: Price(0))
    }
  }

  @Test("a quanto contract pays size times price times its multiplier in the third asset")
  func quanto() throws {
    let long = Position(
      size: Amount(700),
      entryValue: try Fixture.quanto.value(of: Amount(700), at: Fixture.price(2_000), rounding: .up)
    )
    // 700 contracts × 150 dollars × 10⁴ price units × 1/100 satoshi.
    let profit = try Fixture.quanto.unrealisedProfit(of: long, at: Fixture.price(2_150))
    #expect(profit == Amount(700 * 150 * 100))
    #expect(try Fixture.quanto.averageEntry(of: long) == Fixture.price(2_000))
  }

  @Test("realised plus unrealised profit sums to zero over a market", arguments: 0..<60)
  func conserves(seed: Int) throws {
    let contract = [Fixture.linear, Fixture.inverse, Fixture.quanto][seed % 3]
    var stream = Fixture.stream(seed)
    var positions = [Position](repeating: .flat, count: 5)
    var realised: Int64 = 0
    for _ in 0..<300 {
      let buyer = stream.nextIndex(below: 5)
      let seller = (buyer + 1 + stream.nextIndex(below: 4)) % 5
      let quantity = Amount(1 + Int64(stream.nextInteger(below: 40_000_000)))
      let price = Price(100_000_000 + Int64(stream.nextInteger(below: 900_000_000)))
      let value = try contract.value(of: quantity, at: price, rounding: .toNearestOrEven)
      realised += try positions[buyer].book(quantity, value: value, payoff: contract.payoff)
        .realised.units
      realised += try positions[seller].book(-quantity, value: value, payoff: contract.payoff)
        .realised.units
    }
    #expect(positions.reduce(0) { $0 + $1.size.units } == 0)
    // Σ s·(exit − entry) with Σ s·exit = 0 at any common price: what is left is −Σ s·entry.
    let open = positions.reduce(Int64(0)) { sum, position in
      guard let side = position.side else { return sum }
      return sum
        + contract.payoff.profit(side, entryValue: position.entryValue.units, exitValue: 0)
    }
    #expect(realised + open == 0, "seed \(seed)")
  }

  @Test("an entry value beyond 64 bits is reported, and a fill of nothing traps")
  func overflow() async throws {
    var position = Position(size: Amount(1), entryValue: Amount(.max))
    #expect(throws: MarginError.self) {
      try position.book(Amount(1), value: Amount(1), payoff: .linear)
    }
    await #expect(processExitsWith: .failure) {
      var flat = Position.flat
      _ = try? flat.book(.zero, value: .zero, payoff: .linear)
    }
  }
}
