import Exchange
import Quantities
import Statistics

/// Contracts and random cases of the margin tests.
enum ContractFixture {
  static let usd = Asset.usd
  static let linear = Contract(
    symbol: "BTCUSDT",
    base: .btc,
    quote: .usd,
    settlement: .usd,
    payoff: .linear,
    term: .perpetual,
    priceDecimals: 4,
    tick: 1_000,
    lot: Amount(100_000)
  )
  static let inverse = Contract(
    symbol: "BTCUSD",
    base: .btc,
    quote: .usd,
    settlement: .btc,
    payoff: .inverse,
    term: .perpetual,
    priceDecimals: 4,
    tick: 5_000,
    lot: Amount(10_000)
  )
  /// Pays one satoshi per contract and ten-thousandth of a dollar of ether's price.
  static let quanto = Contract(
    symbol: "ETHUSD",
    base: .eth,
    quote: .usd,
    settlement: .btc,
    payoff: .quanto,
    term: .perpetual,
    priceDecimals: 4,
    tick: 500,
    lot: Amount(1),
    multiplier: Fraction(1, over: 100)
  )

  static func stream(_ seed: Int) -> Stream {
    Stream(seed: UInt64(seed), run: 0, purpose: Purpose(room: 2, index: 9_001))
  }

  /// A price in dollars.
  static func price(_ dollars: Double) -> Price {
    Price(Int64((dollars * 10_000).rounded()))
  }

  /// An amount of dollars.
  static func dollars(_ value: Double) -> Amount { Amount(Int64((value * 10_000).rounded())) }

  /// An amount of coin.
  static func coin(_ value: Double) -> Amount { Amount(Int64((value * 1e8).rounded())) }
}
