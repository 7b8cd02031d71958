public import Quantities

/// An asset that counts towards the margin of another, below its worth.
public struct CollateralRule: Hashable, Sendable {
  /// The asset held; not the settlement asset of any contract.
  public let asset: AssetID
  /// The settlement asset whose cross margin it backs.
  public let target: AssetID
  /// One minus the haircut.
  public let weight: Rate
  /// The decimals of the prices given for it, target units per whole coin.
  public let priceDecimals: Int

  /// Creates a rule.
  public init(asset: AssetID, target: AssetID, weight: Rate, priceDecimals: Int) {
    precondition(asset != target, "an asset is not collateral for itself")
    precondition(weight.parts >= 0 && weight <= .one, "a weight lies in 0...1")
    self.asset = asset
    self.target = target
    self.weight = weight
    self.priceDecimals = priceDecimals
  }
}
