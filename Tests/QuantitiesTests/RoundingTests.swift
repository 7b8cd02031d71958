import Quantities
import Testing

@Suite("Rounding by name")
struct RoundingTests {
  @Test(
    "each name rounds quotients of both signs as documented",
    arguments: [
      (Rounding.down, [-4, -3, -3, 2, 3, 3]),
      (.up, [-3, -2, -2, 3, 4, 4]),
      (.towardZero, [-3, -2, -2, 2, 3, 3]),
      (.awayFromZero, [-4, -3, -3, 3, 4, 4]),
      (.toNearestOrEven, [-4, -2, -2, 2, 4, 3]),
      (.toNearestOrAwayFromZero, [-4, -3, -2, 3, 4, 3]),
    ]
  )
  func names(rounding: Rounding, expected: [Int]) {
    // −14/4, −10/4, −9/4, 10/4, 14/4, 13/4
    let quotients = [-14, -10, -9, 10, 14, 13].map {
      Int(Int128($0).divided(by: 4, rounding: rounding))
    }
    #expect(quotients == expected)
  }

  @Test("a negative divisor rounds the same value", arguments: Rounding.allCases)
  func negativeDivisor(rounding: Rounding) {
    for dividend in -20...20 {
      let positive = Int128(dividend).divided(by: 3, rounding: rounding)
      #expect(Int128(-dividend).divided(by: -3, rounding: rounding) == positive)
    }
  }

  @Test("an exact quotient is never moved", arguments: Rounding.allCases)
  func exact(rounding: Rounding) {
    #expect(Int128(-12).divided(by: 4, rounding: rounding) == -3)
    #expect(Int128.max.divided(by: Int128.max, rounding: rounding) == 1)
  }
}
