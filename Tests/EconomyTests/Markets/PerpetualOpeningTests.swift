import Economy
import Exchange
import Quantities
import Testing

@Suite("The opening book of a perpetual market")
struct PerpetualOpeningTests {
  private let price = PerpetualFixture.price

  @Test("holds what it says, nobody past his trigger, with nothing to settle")
  func opening() throws {
    var market = PerpetualFixture.market(owners: 2)
    let usd = PerpetualFixture.usd(30e9)
    let long = PerpetualOpening(side: .long, notional: usd, entryPremium: 0.1, entrySpread: 0.15)
    let short = PerpetualOpening(side: .short, notional: usd, entryPremium: 0.1, entrySpread: 0.15)
    let first = try market.openBook(long, owner: 0, at: price)
    let second = try market.openBook(short, owner: 1, at: price)
    #expect(first.lotCount == 5 * 64 && second.lotCount == 5 * 64)
    #expect(market.lotCount == 640)
    #expect(abs(market.openInterestValue(at: price) - 30e9) < 1)
    #expect(market.residualPosition == .zero)
    let settlement = market.settle(at: price)
    #expect(settlement.ownerChanges == [.zero, .zero])
    #expect(PerpetualFixture.violations(market) == [])
    var liquidity = PerpetualFixture.liquidity()
    let outcome = market.clear(newsLogReturn: 0, orders: [], in: &liquidity)
    #expect(outcome.cascade.liquidationCount == 0)
    // Losers entered above: more leverage is left than they began with.
    let leverage = market.effectiveLeverage(of: 0, at: price)
    #expect(leverage > market.effectiveLeverage(of: 1, at: price))
    #expect(leverage > 4 && leverage < 30)
    let gain = market.localGain(in: liquidity)
    #expect(gain > 0.01 && gain < 100)
    let density = market.liquidationDensity(below: price)
    #expect(density > 1e9)
    // Λ between that at rest and that at the end of the range.
    let forced = density * 0.0305
    let slopes = [liquidity.marginalImpact(after: 0), liquidity.marginalImpact(after: -forced)]
    #expect(slopes[1] * density <= gain * 1.01 && gain <= slopes[0] * density * 1.01)
  }

  @Test("closing the oldest lots takes them evenly from the distribution of entries")
  func ageing() throws {
    var market = PerpetualFixture.market(owners: 1)
    let opening = PerpetualOpening(
      side: .long,
      notional: PerpetualFixture.usd(64e6),
      mixture: [PerpetualOpening.Component(leverage: 2, weight: 1)],
      entrySpread: 0.1
    )
    try market.openBook(opening, owner: 0, at: price)
    func meanEntry() -> Double {
      let lots = market.lots(of: 0, side: .long)
      let notional = lots.reduce(0.0) { $0 + Double($1.entryNotional.units) }
      return notional / lots.reduce(0.0) { $0 + Double($1.size.units) }
    }
    let before = meanEntry()
    // The mean of a lognormal: the median times exp(s²/2).
    #expect(abs(before * 1e4 / 90_000 - 1.005) < 0.001)
    let half = PerpetualFixture.usd(32e6)
    try market.reduce(owner: 0, side: .long, byNotional: half, at: price)
    #expect(abs(meanEntry() / before - 1) < 0.01)
  }

  @Test("entries of those who could not be open still are left out", arguments: [2.0, 10, 50])
  func truncation(leverage: Double) throws {
    for side in PositionSide.allCases {
      var market = PerpetualFixture.market(owners: 1)
      let opening = PerpetualOpening(
        side: side,
        notional: PerpetualFixture.usd(1e6),
        mixture: [PerpetualOpening.Component(leverage: leverage, weight: 2)],
        entryPremium: side == .long ? 0.3 : -0.3,
        entrySpread: 0.1
      )
      try market.openBook(opening, owner: 0, at: price)
      let mark = market.engine.book.rules.tick(at: price)
      for lot in market.lots(of: 0, side: side) {
        let tick = try #require(market.engine.book.liquidationTick(of: lot.id))
        let distance = Double(mark - tick) / Double(mark) * Double(side.sign)
        #expect(distance > 0.0015, "\(side) at \(tick)")
      }
    }
  }
}
