import Economy
import Quantities
import Statistics
import Testing

@Suite("Losses and payments of companies that hold coins")
struct SolvencyModelTests {
  @Test("the layers of a loss sum to it, each full before the next is touched", arguments: 0..<300)
  func layers(seed: UInt64) {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 5))
    let draw = { Amount(Int64(stream.nextInteger(below: 1_000))) }
    let capacities = (0..<5).map { _ in draw() }
    let waterfall = LossWaterfall(
      reserves: capacities[0],
      operatorCash: capacities[1],
      bridgeCapacity: capacities[2],
      equityCapacity: capacities[3],
      customerBalances: capacities[4]
    )
    let loss = Amount(Int64(stream.nextInteger(below: 6_000)))
    let parts = waterfall.allocation(of: loss)
    #expect(parts.loss == loss)
    let layers = [
      parts.reserves, parts.operatorCash, parts.bridgeLoan, parts.equityRaise,
      parts.customerHaircut,
    ]
    for index in 0..<5 {
      #expect(layers[index] >= .zero && layers[index] <= capacities[index])
      if index + 1 < 5, layers[index + 1] > .zero { #expect(layers[index] == capacities[index]) }
    }
    if parts.uncovered > .zero { #expect(parts.customerHaircut == capacities[4]) }
    let fraction = waterfall.haircutFraction(of: parts)
    #expect(fraction >= 0 && fraction <= 1)
  }

  @Test("the hole of a hack of 1.5 with a reserve of 0.7 is 0.8 (row S45)")
  func hole() {
    let waterfall = LossWaterfall(
      reserves: Amount(700),
      operatorCash: Amount(300),
      bridgeCapacity: Amount(200),
      equityCapacity: Amount(100),
      customerBalances: Amount(20_000)
    )
    let parts = waterfall.allocation(of: Amount(1_500))
    #expect(parts.hole == Amount(800) && parts.customerHaircut == Amount(200))
    #expect(waterfall.haircutFraction(of: parts) == 0.01)
    let share = LossWaterfall.dilution(raise: Amount(100), equityValue: Amount(400), discount: 0.25)
    #expect(share == 0.25)
  }

  @Test("selling all coins at the distress price pays exactly what falls due")
  func distress() {
    let company = TreasuryDistress(
      debtDue: 900,
      fixedCharges: 150,
      cash: 200,
      issuanceCapacity: 50,
      coins: 40
    )
    #expect(company.shortfall == 800 && company.price == 20)
    #expect(company.coinsToSell(at: 20) == 40 && company.coinsToSell(at: 10) == 40)
    #expect(company.coinsToSell(at: 80) == 10)
    let safe = TreasuryDistress(
      debtDue: 0,
      fixedCharges: 10,
      cash: 20,
      issuanceCapacity: 0,
      coins: 1
    )
    #expect(safe.price == 0 && safe.coinsToSell(at: 5) == 0)
  }

  @Test("the highest distress price goes first, ties in the order given")
  func order() {
    #expect(TreasuryDistress.deathOrder(of: [0.2, 0.9, 0.2, 0.5]) == [1, 3, 0, 2])
    #expect(TreasuryDistress.deathOrder(of: []).isEmpty)
  }
}
