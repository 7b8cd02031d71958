import Exchange
import Quantities

/// The exact scales of a simulated market, chosen so that a tick is between a millionth and a
/// hundred-thousandth of its price; below 10⁻⁷ dollars it is coarser.
struct MarketScales: Sendable {
  let trade: TradeScale
  let grid: PriceGrid
  /// The price of the state, US dollars.
  let openingPrice: Double
  /// The highest price of the trigger index, in ticks: four times the opening price.
  let priceTicksMax: Int32

  /// The scales of a market at a price in US dollars.
  init(price: Double) {
    openingPrice = price
    let magnitude = Int(Libm.logarithm10(price).rounded(.down))
    let tickDecimals = min(5 - magnitude, 12)
    let priceDecimals = max(4, tickDecimals)
    let baseDecimals = price >= 100 ? 8 : price >= 0.01 ? 4 : 0
    trade = TradeScale(
      baseDecimals: baseDecimals,
      priceDecimals: priceDecimals,
      quoteDecimals: Asset.usd.decimals
    )
    let tickUnits = Int64(powerOfTen(priceDecimals - tickDecimals))
    grid = PriceGrid(scale: trade, tickUnits: tickUnits)
    priceTicksMax = Int32(min((4 * price / grid.tickSize).rounded(.up), 1e9))
  }

  /// The size nearest to a number of units of the asset.
  func size(_ quantity: Double) throws(ScenarioError) -> Amount {
    let scaled = (quantity * Double(Int64(powerOfTen(trade.baseDecimals)))).rounded()
    guard let units = Int64(exactly: scaled), units > 0 else {
      throw .argument(
        name: "open_interest_usd",
        value: "\(quantity) units of the asset a parcel",
        expected: "a parcel between one minor unit and 64 bits"
      )
    }
    return Amount(units)
  }

  /// US dollars of an amount.
  func dollars(_ amount: Amount) -> Double { Asset.usd.value(of: amount) }

  /// Units of the asset of an amount.
  func quantity(_ amount: Int128) -> Double {
    Double(amount) / Double(Int64(powerOfTen(trade.baseDecimals)))
  }
}
