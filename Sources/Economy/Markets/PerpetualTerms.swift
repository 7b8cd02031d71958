public import Exchange
public import Quantities

/// What a perpetual contract is and how its venue runs it.
public struct PerpetualTerms: Hashable, Sendable {
  /// The contract's name in tables.
  public var name: String
  /// The market's grid: scales and tick.
  public var grid: PriceGrid
  /// The maintenance tiers; with caps, in the order of their caps and only the last without one.
  public var tiers: [PerpetualTier]
  /// The venue's leverage cap; tiers may cap lower.
  public var leverageMax: Double
  /// The fee of a forced fill on its notional, paid by the insurance fund.
  public var liquidationFee: Rate
  /// What the insurance fund opens with, quote minor units.
  public var insuranceFund: Amount
  /// The fund never pays below this, quote minor units.
  public var insuranceFundFloor: Amount
  /// Whether positions past their trigger are liquidated.
  public var liquidates: Bool
  /// Whether opposite positions are closed when the fund has reached its floor.
  public var autoDeleverages: Bool
  /// In which order they are closed.
  public var deleveragingRule: CascadeRules.DeleveragingRule
  /// The lots of one owner and side beyond which new ones join older ones.
  public var lotCountMax: Int

  /// Creates terms.
  ///
  /// - Parameters:
  ///   - name: The contract's name.
  ///   - grid: Scales and tick; the quote is in minor units of the ledger.
  ///   - tiers: From 1 to 16; the default asks one half of a percent up to a leverage of 125.
  ///   - leverageMax: At least 1.
  ///   - liquidationFee: In 0 ..< 1.
  ///   - insuranceFund: Quote minor units, at least the floor.
  ///   - insuranceFundFloor: Quote minor units.
  ///   - liquidates: Whether positions past their trigger are liquidated.
  ///   - autoDeleverages: Whether opposite positions close what the fund cannot bear.
  ///   - deleveragingRule: In which order they are closed.
  ///   - lotCountMax: Positive.
  public init(
    name: String,
    grid: PriceGrid,
    tiers: [PerpetualTier] = [
      PerpetualTier(maintenanceRate: Rate(basisPoints: 50), leverageMax: 125)
    ],
    leverageMax: Double = 125,
    liquidationFee: Rate = .zero,
    insuranceFund: Amount = .zero,
    insuranceFundFloor: Amount = .zero,
    liquidates: Bool = true,
    autoDeleverages: Bool = true,
    deleveragingRule: CascadeRules.DeleveragingRule = .ranked,
    lotCountMax: Int = 512
  ) {
    precondition((1...16).contains(tiers.count), "a contract has 1 to 16 tiers: \(tiers.count)")
    precondition(leverageMax >= 1, "a leverage is at least 1: \(leverageMax)")
    precondition(lotCountMax > 0, "an owner has lots: \(lotCountMax)")
    self.name = name
    self.grid = grid
    self.tiers = tiers
    self.leverageMax = leverageMax
    self.liquidationFee = liquidationFee
    self.insuranceFund = insuranceFund
    self.insuranceFundFloor = insuranceFundFloor
    self.liquidates = liquidates
    self.autoDeleverages = autoDeleverages
    self.deleveragingRule = deleveragingRule
    self.lotCountMax = lotCountMax
  }

  /// A contract on bitcoin: satoshi, ticks of ten cents.
  public static let bitcoin = PerpetualTerms(
    name: "BTC",
    grid: PriceGrid(scale: TradeScale(base: .btc, quote: .usd, priceDecimals: 4), tickUnits: 1_000)
  )
  /// A contract on ether: 10⁻⁸ of a coin, ticks of one cent.
  public static let ether = PerpetualTerms(
    name: "ETH",
    grid: PriceGrid(scale: TradeScale(base: .eth, quote: .usd, priceDecimals: 4), tickUnits: 100)
  )
  /// A contract on a basket of other coins: 10⁻⁴ of a unit, ticks of 10⁻⁴ dollars.
  public static let altcoins = PerpetualTerms(
    name: "ALT",
    grid: PriceGrid(
      scale: TradeScale(baseDecimals: 4, priceDecimals: 4, quoteDecimals: 4),
      tickUnits: 1
    )
  )
}
