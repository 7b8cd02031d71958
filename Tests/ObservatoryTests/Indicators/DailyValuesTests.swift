import Quantities
import Statistics
import Testing

@testable import Observatory

@Suite("Values by day")
struct DailyValuesTests {
  private func values(seed: Int, count: Int) -> DailyValues {
    var stream = Stream(seed: UInt64(seed), run: 0, purpose: Purpose(room: 4, index: 900))
    var values = DailyValues()
    var (day, price) = (10_000, 100.0)
    for _ in 0..<count {
      day += 1 + Int(stream.nextInteger(below: 3))
      price *= 0.97 + 0.06 * stream.nextUniform()
      values.append(price, on: day)
    }
    return values
  }

  @Test("Drawdowns equal those of a search of each window", arguments: 0..<20)
  func drawdown(seed: Int) {
    let prices = values(seed: seed, count: 120)
    let window = 5 + seed
    let found = prices.drawdown(window: window)
    #expect(found.count == prices.count - window + 1)
    for (place, value) in found.values.enumerated() {
      let highest = prices.values[place..<place + window].max() ?? 0
      #expect(value == 1 - prices.values[place + window - 1] / highest)
    }
  }

  @Test("Volatility starts afresh after a hole, and equals the formula elsewhere")
  func volatility() throws {
    var prices = DailyValues()
    for day in 0..<10 { prices.append(100 + Double(day * day % 7), on: day) }
    for day in 30..<36 { prices.append(50 + Double(day % 5), on: day) }
    let found = prices.realisedVolatility(window: 4, periodsPerYear: 252)
    #expect(found.days == [4, 5, 6, 7, 8, 9, 34, 35])
    let returns = (1...4).map { Libm.log(prices.values[$0] / prices.values[$0 - 1]) }
    let expected = (returns.reduce(0) { $0 + $1 * $1 } * 252 / 4).squareRoot()
    #expect(abs(found.values[0] - expected) < 1e-12)
  }

  @Test("A price that is not positive has no return")
  func negativePrice() {
    var prices = DailyValues()
    for (day, price) in [20.0, 21, -37, 22, 23, 22].enumerated() { prices.append(price, on: day) }
    #expect(prices.realisedVolatility(window: 2, periodsPerYear: 252).days == [4, 5])
  }

  @Test("Two histories meet on the days of the first, with a value at most so old")
  func combined() {
    var first = DailyValues()
    for day in [1, 5, 9, 20] { first.append(Double(day), on: day) }
    var second = DailyValues()
    for day in [2, 9] { second.append(100, on: day) }
    #expect(first.combined(with: second, within: 5) { $0 + $1 }.days == [5, 9])
    #expect(first.combined(with: second, within: 0) { $0 + $1 }.days == [9])
  }

  @Test("A second value of a day replaces the first; a range holds its ends")
  func days() {
    var history = DailyValues()
    for (day, value) in [(1, 1.0), (2, 2), (2, 3), (5, 4)] { history.append(value, on: day) }
    #expect(history.values == [1, 3, 4])
    #expect(history.values(in: 2...5) == [3, 4])
    #expect(history.values(in: 3...4).isEmpty)
    #expect(history.value(atOrBefore: 4, within: 2) == 3)
    #expect(history.value(atOrBefore: 4, within: 1) == nil)
    #expect(history.share(atOrBelow: 3) == 2.0 / 3)
  }
}
