import Quantities

/// What a venue knows besides its books: accounts, prices, open orders.
///
/// It listens to the books: it posts every fill, and answers for positions and margin.
struct VenueState: Sendable {
  let configuration: VenueConfiguration
  var house: ClearingHouse
  var markets: [MarketState]
  var collateralPrices: [Price?]
  var isHedged: [AccountID: Bool] = [:]
  var leverages: [SlotKey: Fraction] = [:]
  var orders: [OrderKey: OpenOrder] = [:]
  /// Resting lots per account, contract and slot; read by key, never iterated.
  var openLots: [SlotKey: SidedLots] = [:]
  /// Realised profit of the session by account; read by key, never iterated.
  var sessionProfits: [AccountID: Int64] = [:]
  /// The fund's cash per asset at the commands of the drawdown window, oldest first.
  var fundHistory: [[(time: Instant, cash: Amount)]] = []
  var events: [VenueEvent] = []
  var sequence = CauseSequence()
  /// The first posting that failed after its event had happened.
  var fault: ClearingError?
  /// The contract whose book is at work.
  var active: ContractID = 0
  /// Until when a partly closed account is left alone; read by key, or sorted.
  var cooldowns: [LiquidationKey: Instant] = [:]
  /// The stop that fired last.
  var lastFired: OrderID?
  /// What the forced order at work has traded so far.
  var forcedFill = ForcedFill()

  struct MarketState: Hashable, Sendable {
    var mark: Price?
    /// The mark before its last change.
    var previousMark: Price?
    var index: Price?
    var lastTicks: Int64?
    var isSettled = false
    var funding: ScheduledFunding?
    var oracle: OracleFeed
    /// The index of the constituents or of the last command, before oracle faults.
    var externalIndex: Price?
    var redemptionValue: Price?
    var externalPerpetuals: Price?
    var averages: MarkAverages
    var premium: PremiumAverage
    /// The last funding rate, or the basis of a dated future.
    var basisRate = Rate.zero

    init(_ market: VenueMarket) {
      oracle = market.oracle
      averages = MarkAverages()
      premium = PremiumAverage(kind: market.fundingRule?.average ?? .timeWeighted)
    }
  }

  struct ScheduledFunding: Hashable, Sendable {
    /// The rate, or `nil` for the one that the market's rule gives when the time comes.
    var rate: Rate?
    var due: Instant
  }

  struct LiquidationKey: Hashable, Sendable {
    var account: AccountID
    var scope: LiquidationScope
  }

  struct OrderKey: Hashable, Sendable {
    var contract: ContractID
    var id: OrderID
  }

  struct SlotKey: Hashable, Sendable {
    var account: AccountID
    var contract: ContractID
    var slot: PositionSlot
  }

  struct OpenOrder: Hashable, Sendable {
    var account: AccountID
    var slot: PositionSlot
    var side: OrderSide
    var isResting = false
    /// Whether it is a stop that has not fired.
    var isWaiting = false
  }

  struct SidedLots: Hashable, Sendable {
    var buying: Int64 = 0
    var selling: Int64 = 0

    subscript(side: OrderSide) -> Int64 {
      get { side == .buy ? buying : selling }
      set { if side == .buy { buying = newValue } else { selling = newValue } }
    }
  }

  struct ForcedFill: Hashable, Sendable {
    var lots: Int64 = 0
    var value: Amount = .zero
  }

  init(_ configuration: VenueConfiguration) {
    self.configuration = configuration
    house = ClearingHouse(
      assets: configuration.assets,
      settlementAssets: configuration.markets.map(\.settlementAsset)
    )
    markets = configuration.markets.map { MarketState($0) }
    collateralPrices = configuration.collateral.map { _ in nil }
    fundHistory = configuration.assets.map { _ in [] }
  }

  func market(_ contract: ContractID) -> VenueMarket { configuration.markets[Int(contract)] }

  func leverage(of account: AccountID, _ contract: ContractID) -> Fraction {
    leverages[SlotKey(account: account, contract: contract, slot: .net)]
      ?? market(contract).defaultLeverage
  }

  /// Signed lots of a position.
  func lots(of account: AccountID, _ contract: ContractID, _ slot: PositionSlot) -> Int64 {
    let position = house.position(of: account, contract: contract, slot: slot)
    return market(contract).lots(of: position.size)
  }

  func openLots(of account: AccountID, _ contract: ContractID, _ slot: PositionSlot) -> SidedLots {
    openLots[SlotKey(account: account, contract: contract, slot: slot)] ?? SidedLots()
  }

  mutating func addOpenLots(_ lots: Int64, of order: OpenOrder, _ contract: ContractID) {
    let key = SlotKey(account: order.account, contract: contract, slot: order.slot)
    var open = openLots[key] ?? SidedLots()
    open[order.side] += lots
    openLots[key] = open.buying == 0 && open.selling == 0 ? nil : open
  }
}
