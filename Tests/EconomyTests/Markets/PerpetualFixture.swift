import Economy
import Exchange
import Quantities
import Statistics

/// Perpetual markets on bitcoin at 90 000 dollars for the tests.
enum PerpetualFixture {
  static let price = dollars(90_000)
  static let purpose = Purpose(room: 3, index: 9_100)

  static func stream(_ seed: Int) -> Statistics.Stream {
    Statistics.Stream(seed: UInt64(seed), run: 0, purpose: purpose)
  }

  /// A price in dollars at four decimals.
  static func dollars(_ value: Double) -> Price { Price(Int64((value * 10_000).rounded())) }
  /// An amount of dollars.
  static func usd(_ value: Double) -> Amount { Amount(Int64((value * 10_000).rounded())) }

  static func terms(_ change: (inout PerpetualTerms) -> Void = { _ in }) -> PerpetualTerms {
    var terms = PerpetualTerms.bitcoin
    terms.insuranceFund = usd(50_000_000)
    terms.liquidationFee = Rate(basisPoints: 5)
    change(&terms)
    return terms
  }

  static func market(
    owners: Int,
    _ change: (inout PerpetualTerms) -> Void = { _ in }
  ) -> PerpetualMarket {
    var market = PerpetualMarket(terms: terms(change), openingPrice: price)
    for _ in 0..<owners { _ = market.addOwner() }
    return market
  }

  static func liquidity(dailyVolume: Double = 3e10) -> SquareRootImpact {
    let grid = PerpetualTerms.bitcoin.grid
    return SquareRootImpact(
      parameters: SquareRootParameters(dailyVolatility: 0.03, dailyVolume: dailyVolume),
      logValue: grid.log(of: price),
      grid: grid
    )
  }

  /// What must hold after every operation.
  static func violations(_ market: PerpetualMarket) -> [String] {
    var violations = market.engine.checkConservation()
    var contracts = market.residualPosition
    for owner in 0..<market.ownerCount {
      contracts += market.position(of: owner)
      for side in PositionSide.allCases {
        let lots = market.lots(of: owner, side: side)
        let size = lots.reduce(Amount.zero) { $0 + $1.size }
        if size != market.quantity(of: owner, side: side) {
          violations.append("owner \(owner) \(side): lots \(size), held otherwise")
        }
        if !lots.allSatisfy({ Int($0.ownerClass) == owner && $0.side == side }) {
          violations.append("owner \(owner) \(side): a lot of somebody else")
        }
      }
    }
    if contracts != .zero { violations.append("contracts sum to \(contracts.units)") }
    return violations
  }
}
