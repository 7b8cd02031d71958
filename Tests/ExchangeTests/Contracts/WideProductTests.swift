import Quantities
import Statistics
import Testing

@testable import Exchange

@Suite("256-bit products round once")
struct WideProductTests {
  @Test("wide and narrow paths agree", arguments: 0..<200)
  func agrees(seed: Int) throws {
    var stream = ContractFixture.stream(seed)
    func word() -> Int128 {
      let value =
        Int128(Int64(bitPattern: stream.nextWord())) >> Int128(stream.nextIndex(below: 60))
      return value == 0 ? 1 : value
    }
    let (a, b, c) = (word(), word(), word())
    // A common factor pushes the product beyond 128 bits and leaves the quotient alone.
    let factor: Int128 = 1 << 62
    for rounding in Rounding.allCases {
      let narrow = (a * b).divided(by: c, rounding: rounding)
      let wide = (a * factor).scaled(by: b * factor, over: c, rounding: rounding)
      let scaled = (a * factor).scaled(by: b, over: c * factor, rounding: rounding)
      #expect(scaled == narrow, "seed \(seed) \(rounding)")
      if let wide, c.magnitude == 1 { #expect(wide == a * b * factor * factor * c) }
    }
  }

  @Test("a quotient beyond 128 bits is nil, ties go to even")
  func edges() {
    let big = Int128.max
    #expect(big.scaled(by: big, over: 1, rounding: .down) == nil)
    #expect(big.scaled(by: big, over: big, rounding: .up) == big)
    #expect((-big).scaled(by: 3, over: 6, rounding: .toNearestOrEven) == -(big / 2 + 1))
    #expect(big.scaled(by: 4, over: 8, rounding: .down) == big / 2)
    #expect((-big).scaled(by: 4, over: 8, rounding: .down) == -(big / 2) - 1)
  }

  @Test("products compare exactly where doubles cannot")
  func compares() {
    let big = Int128(Int64.max) * Int128(Int64.max)
    #expect(Int128.isProduct(big, big - 1, atMost: big, big))
    #expect(!Int128.isProduct(big, big, atMost: big, big - 1))
  }
}
