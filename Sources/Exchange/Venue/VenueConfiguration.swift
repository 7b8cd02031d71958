public import Quantities

/// Everything about a venue that does not change in a session.
public struct VenueConfiguration: Sendable {
  /// What can be deposited.
  public let assets: [Asset]
  /// The contracts, by number.
  public let markets: [VenueMarket]
  /// Assets that back another asset's margin.
  public let collateral: [CollateralRule]
  /// What happens below maintenance margin.
  public let policy: LiquidationPolicy

  /// Creates a configuration.
  public init(
    assets: [Asset],
    markets: [VenueMarket],
    collateral: [CollateralRule] = [],
    policy: LiquidationPolicy = LiquidationPolicy()
  ) {
    for market in markets {
      precondition(market.settlementAsset < assets.count, "settlement asset out of range")
      precondition(
        assets[Int(market.settlementAsset)] == market.contract.settlement,
        "\(market.contract.symbol) does not settle in asset \(market.settlementAsset)"
      )
    }
    for rule in collateral {
      precondition(rule.asset < assets.count && rule.target < assets.count, "asset out of range")
      precondition(
        !markets.contains { $0.settlementAsset == rule.asset },
        "asset \(rule.asset) settles contracts and cannot be counted twice"
      )
    }
    self.assets = assets
    self.markets = markets
    self.collateral = collateral
    self.policy = policy
  }
}
