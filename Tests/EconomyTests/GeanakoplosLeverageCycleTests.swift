import Economy
import Testing

@Suite("Geanakoplos's leverage cycle")
struct GeanakoplosLeverageCycleTests {
  @Test("every equation holds at the dynamic equilibrium", arguments: 0..<20)
  func dynamicEquations(step: Int) throws {
    let payoff = 0.04 * Double(step)
    let e = try GeanakoplosLeverageCycle(badPayoff: payoff).dynamic()
    let (a, b) = (e.initialMarginalBuyer, e.downMarginalBuyer)
    #expect(b > 0 && b < a && a < 1)
    #expect(e.downPrice < e.initialPrice && e.initialPrice < 1)
    #expect(abs(e.downPrice - (b + (1 - b) * payoff)) < 1e-12)
    #expect(abs(a - (1 + e.downPrice) / (1 + e.initialPrice)) < 1e-12)
    #expect(abs(a - b * (1 + e.downPrice) / (1 + payoff)) < 1e-12)
    let left = (1 - e.downPrice) * b
    let right = (e.initialPrice - e.downPrice) * (b + 1 - a)
    #expect(abs(left - right) < 1e-12)
  }

  @Test("bad news moves the price more than its content, because the optimists are ruined")
  func crashExceedsNews() throws {
    for payoff in [0.0, 0.1, 0.2, 0.4] {
      let e = try GeanakoplosLeverageCycle(badPayoff: payoff).dynamic()
      #expect(e.crashFraction > 2 * e.newsOnlyFraction)
      #expect(e.downLeverage < e.initialLeverage)
    }
  }

  @Test("leverage raises the static price: fewer buyers hold the asset")
  func leverageRaisesPrice() {
    for payoff in [0.0, 0.2, 0.5, 0.8] {
      let economy = GeanakoplosLeverageCycle(badPayoff: payoff)
      let (without, with) = (economy.staticWithoutLeverage(), economy.staticWithLeverage())
      if payoff > 0 { #expect(with.price > without.price) }
      #expect(abs(1 / (1 + without.price) - without.marginalBuyer) < 1e-14)
      let h = with.marginalBuyer
      #expect(abs(1 - h + payoff - h * with.price) < 1e-14)
    }
  }

  @Test("refuses a bad payoff that is not below the good one")
  func domain() async {
    await #expect(processExitsWith: .failure) {
      _ = GeanakoplosLeverageCycle(badPayoff: 1)
    }
  }
}
