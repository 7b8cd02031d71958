import Testing

@testable import Scenarios

@Suite("The reduced cascade of the experiments")
struct ReducedCascadeTests {
  private func market(_ number: Int) -> ReducedCascade {
    ReducedCascade(
      ExperimentRun(experiment: "test", seed: 11, number: number, isControl: false)
    )
  }

  @Test("The impact of a billion is the drawn one, of nothing none", arguments: 0..<20)
  func impact(number: Int) {
    let market = market(number)
    #expect(market.impact(of: 0) == 0)
    #expect(abs(market.impact(of: 1e9) - market.impactOfBillion) < 1e-15)
    // Concave: four times the sale moves less than four times as far.
    #expect(market.impact(of: 4e9) < 4 * market.impact(of: 1e9))
  }

  @Test(
    "Without leverage nothing is forced, with it a fall goes at least as deep",
    arguments: 0..<20
  )
  func leverage(number: Int) {
    let market = market(number)
    let off = market.end(news: -0.1, sale: 1e9, isLeveraged: false)
    let on = market.end(news: -0.1, sale: 1e9)
    #expect(off.forced == 0)
    #expect(on.forced > 0 && on.fall > off.fall)
    // The end is the price of what was forced.
    let expected = 0.1 + market.impact(of: 1e9 + on.forced)
    #expect(abs(on.fall - expected) < 1e-12)
  }

  @Test(
    "A larger purse never makes the fall deeper, an endless one leaves the news",
    arguments: 0..<20
  )
  func purse(number: Int) {
    let market = market(number)
    let falls = [0, 1e9, 5e9, 20e9, 1e15].map { size in
      market.end(news: -0.1, sale: 0) { min(size, $0) }.fall
    }
    for (small, large) in zip(falls, falls.dropFirst()) { #expect(large <= small) }
    #expect(abs(falls[4] - 0.1) < 1e-12)
  }
}
