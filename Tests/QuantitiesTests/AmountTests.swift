import Quantities
import Testing

@Suite("Amounts")
struct AmountTests {
  @Test("sums and differences are exact")
  func arithmetic() throws {
    #expect(Amount(150) + Amount(-50) == Amount(100))
    #expect(Amount(150) - Amount(200) == Amount(-50))
    #expect(-Amount(3) == Amount(-3))
    #expect(Amount(-7) * 3 == Amount(-21))
    #expect(try Amount(1).adding(Amount(2)) == Amount(3))
  }

  @Test("an overflow is reported, never wrapped")
  func overflow() {
    #expect(throws: QuantityError.self) { try Amount(.max).adding(Amount(1)) }
    #expect(throws: QuantityError.self) { try Amount(.min).adding(Amount(-1)) }
  }

  @Test("a trapping sum stops the program instead of wrapping")
  func trap() async {
    await #expect(processExitsWith: .failure) {
      _ = Amount(.max) + Amount(1)
    }
  }

  @Test("a split gives the left-over units to the largest remainders, ties to the lower index")
  func split() throws {
    #expect(try Amount(10).split(among: [1, 1, 1]) == [Amount(4), Amount(3), Amount(3)])
    #expect(try Amount(-10).split(among: [1, 1, 1]) == [Amount(-4), Amount(-3), Amount(-3)])
    #expect(try Amount(7).split(among: [0, 3, 1]) == [Amount(0), Amount(5), Amount(2)])
    #expect(throws: QuantityError.noWeight) { try Amount(7).split(among: [0, 0]) }
    #expect(throws: QuantityError.noWeight) { try Amount(7).split(among: []) }
  }

  @Test("a split sums to the whole and no share is a unit or more off", arguments: 0..<200)
  func splitProperty(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let whole = Int64(truncatingIfNeeded: next()) / 2
    let weights = (0..<Int(next() % 20 + 1)).map { _ in Int64(next() >> 2) }
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    let shares = try Amount(whole).split(among: weights)
    #expect(shares.reduce(Amount.zero, +) == Amount(whole))
    for (share, weight) in zip(shares, weights) {
      let exact = Int128(whole) * Int128(weight)
      #expect((Int128(share.units) * total - exact).magnitude < total.magnitude)
    }
  }
}
