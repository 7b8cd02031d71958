import Testing

@testable import Economy

@Suite("carry positions")
struct CarryTests {
  private let rule = CarryRule(
    capacity: 25e9,
    required: 0.05,
    width: 0.04,
    entry: 0.05,
    exit: 0.15,
    urgency: 0.01
  )

  @Test(
    "the target is a ramp of the carry",
    arguments: [(0.04, 0.0), (0.05, 0), (0.066_3, 25e9 * 0.407_5), (0.09, 25e9), (0.2, 25e9)]
  )
  func rampsUp(carry: Double, expected: Double) {
    #expect(abs(rule.target(carry: carry) - expected) < 1)
  }

  @Test("entries close 5 % of a gap, exits 15 %, and twice that far below the cost")
  func closesGaps() {
    #expect(rule.change(of: 5e9, target: 10e9, carry: 0.07, days: 1) == 0.05 * 5e9)
    #expect(rule.change(of: 10e9, target: 0, carry: 0.045, days: 1) == -0.15 * 10e9)
    #expect(rule.change(of: 10e9, target: 0, carry: 0.039, days: 1) == -0.3 * 10e9)
  }

  @Test("the parts of a day close what the day closes", arguments: [2, 24, 96])
  func scalesWithTime(parts: Int) {
    var position = 10e9
    for _ in 0..<parts {
      position += rule.change(of: position, target: 0, carry: 0.045, days: 1 / Double(parts))
    }
    #expect(abs(position / 8.5e9 - 1) < 1e-12)
  }

  @Test(
    "the closed fraction leaves exactly the margin and the buffer",
    arguments: [0.42, 0.3, 0.1]
  )
  func restoresCash(cash: Double) {
    let margin = CarryMargin(coins: 10, price: 110, cash: cash * 1_100, loan: 970, rate: 0.4)
    let closed = margin.closingFraction(buffer: 0.1)
    let left = (1 - closed) * 1_100
    let after = cash * 1_100 + closed * (1_100 - 970)
    #expect(abs(after - 0.5 * left) < 1e-9)
  }

  @Test("the cash ends at the price of exhaustion")
  func findsThePrice() {
    let margin = CarryMargin(coins: 10, price: 110, cash: 400, loan: 0, rate: 0.4)
    let price = margin.exhaustionPrice
    #expect(price < 110)
    let there = CarryMargin(
      coins: 10,
      price: price,
      cash: 400 + 10 * (110 - price),
      loan: 0,
      rate: 0.4
    )
    #expect(abs(there.freeCash) < 1e-9)
  }
}
