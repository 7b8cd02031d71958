public import Quantities

/// The liquidity into which seized collateral is sold: a spot book, or a reduced-form impact.
public protocol CollateralMarket {
  /// What selling a quantity would bring now, in minor units of the debt asset.
  func proceeds(ofSelling quantity: Amount, of asset: AssetID) -> Amount
  /// Sells a quantity and returns what it brought; the market's state moves.
  mutating func sell(_ quantity: Amount, of asset: AssetID) -> Amount
}
