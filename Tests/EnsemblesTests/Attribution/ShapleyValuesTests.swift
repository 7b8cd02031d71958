import Statistics
import Testing

@testable import Ensembles

@Suite("ShapleyValues")
struct ShapleyValuesTests {
  @Test("the glove game: the scarce glove gets two thirds")
  func gloves() {
    // Player 0 has a left glove, 1 and 2 a right one; a pair is worth 6.
    let values: [Int64] = (0..<8).map { set in set & 1 != 0 && set & 6 != 0 ? 6 : 0 }
    let split = ShapleyValues(values: values)
    #expect(split.denominator == 6)
    #expect(split.numerators == [24, 6, 6])
  }

  @Test("a player without effect gets nothing, and equal players get the same")
  func axioms() {
    let values: [Int64] = (0..<8).map { set in Int64((set & 3).nonzeroBitCount * 10) }
    let split = ShapleyValues(values: values)
    #expect(split.numerators[2] == 0)
    #expect(split.numerators[0] == split.numerators[1])
  }

  @Test("the shares sum to the total exactly", arguments: 0..<50)
  func efficiency(seed: Int) {
    var stream = Stream(
      seed: UInt64(seed),
      run: 0,
      step: 0,
      participant: 0,
      purpose: Purpose(room: 6, index: 0x300)
    )
    let players = 1 + seed % 8
    let values = (0..<(1 << players)).map { _ in Int64(stream.nextUniform() * 2e13 - 1e13) }
    let split = ShapleyValues(values: values)
    let total = Int128(values[values.count - 1]) - Int128(values[0])
    #expect(split.numerators.reduce(0, +) == total * split.denominator)
    let orders = [Array(0..<players), (0..<players).reversed()]
    let sampled = ShapleyValues(orders: orders) { values[Int($0)] }
    #expect(sampled.numerators.reduce(0, +) == total * sampled.denominator)
    let printed = ExactShares.rounded(total, over: 1000)
    let parts = ExactShares.rounded(
      split.numerators,
      over: split.denominator * 1000,
      to: printed
    )
    #expect(parts.reduce(0, +) == printed)
    for (part, numerator) in zip(parts, split.numerators) {
      let exact = Double(numerator) / Double(split.denominator) / 1000
      #expect(abs(Double(part) - exact) <= 2)
    }
  }

  @Test("all orders give the same split as all sets")
  func orders() {
    let values: [Int64] = [0, 5, 7, 20, -3, 4, 9, 31]
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    let exact = ShapleyValues(values: values)
    let sampled = ShapleyValues(orders: orders) { values[Int($0)] }
    #expect(exact == sampled)
  }
}
