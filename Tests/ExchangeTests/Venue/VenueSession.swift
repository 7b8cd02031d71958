import Exchange
import Quantities

/// A venue of small round numbers: dollars with four decimals, a coin per lot, prices in cents.
enum Fixture {
  static let coin = Asset(symbol: "COIN", decimals: 4)
  static let gem = Asset(symbol: "GEM", decimals: 4)

  /// Dollars as minor units.
  static func usd(_ dollars: Int64) -> Amount { Amount(dollars * 10_000) }

  /// A price in whole dollars, as ticks and as price units alike.
  static func price(_ dollars: Int64) -> Price { Price(dollars * 100) }

  static func linear(
    _ symbol: String = "COINUSD",
    term: Contract.Term = .perpetual,
    tiers: TierTable? = nil,
    takerFee: Rate = .zero,
    makerFee: Rate = .zero,
    markRule: MarkRule = .external,
    indexJumpMax: Rate? = nil
  ) throws -> VenueMarket {
    VenueMarket(
      contract: Contract(
        symbol: symbol,
        base: coin,
        quote: .usd,
        settlement: .usd,
        payoff: .linear,
        term: term,
        priceDecimals: 2,
        tick: 1,
        lot: Amount(10_000)
      ),
      settlementAsset: 0,
      schedule: .tiers(
        try tiers ?? TierTable(flatRate: Fraction(1, over: 50), maxLeverage: Fraction(20))
      ),
      takerFee: takerFee,
      makerFee: makerFee,
      defaultLeverage: Fraction(10),
      markRule: markRule,
      indexJumpMax: indexJumpMax
    )
  }

  /// An inverse contract of one dollar per lot, settled in coin (asset 1).
  static func inverse() throws -> VenueMarket {
    VenueMarket(
      contract: Contract(
        symbol: "COINUSD-INVERSE",
        base: coin,
        quote: .usd,
        settlement: coin,
        payoff: .inverse,
        term: .perpetual,
        priceDecimals: 2,
        tick: 1,
        lot: Amount(10_000)
      ),
      settlementAsset: 1,
      schedule: .tiers(
        try TierTable(flatRate: Fraction(1, over: 50), maxLeverage: Fraction(20))
      ),
      takerFee: Rate(basisPoints: 5),
      makerFee: Rate(basisPoints: -1),
      defaultLeverage: Fraction(10)
    )
  }

  static func configuration(
    _ markets: [VenueMarket],
    policy: LiquidationPolicy = LiquidationPolicy()
  ) -> VenueConfiguration {
    VenueConfiguration(
      assets: [.usd, coin, gem],
      markets: markets,
      collateral: [
        CollateralRule(
          asset: 2,
          target: 0,
          weight: Rate(basisPoints: 8_000),
          priceDecimals: 2
        )
      ],
      policy: policy
    )
  }
}

/// A venue with a clock that ticks once per command and checks every sum after each.
struct VenueSession: ~Copyable {
  var venue: Venue
  var time = Instant(microseconds: 0)
  var nextOrder: OrderID = 1
  var events: [VenueEvent] = []

  init(_ markets: [VenueMarket], policy: LiquidationPolicy = LiquidationPolicy()) {
    venue = Venue(Fixture.configuration(markets, policy: policy))
  }

  /// Executes commands of one instant and checks the books.
  @discardableResult
  mutating func run(_ commands: VenueCommand...) throws -> [VenueEvent] {
    time = time + .seconds(1)
    let new = try venue.execute(commands, at: time)
    try venue.checkInvariants()
    events += new
    return new
  }

  /// Opens an account with dollars in it.
  mutating func open(_ account: AccountID, dollars: Int64, isHedged: Bool = false) throws {
    try run(
      .open(account, isHedged: isHedged),
      .deposit(account, 0, Fixture.usd(dollars))
    )
  }

  /// Rests or executes a limit order at whole dollars.
  @discardableResult
  mutating func order(
    _ account: AccountID,
    _ side: OrderSide,
    _ lots: Int64,
    at dollars: Int64,
    contract: ContractID = 0,
    slot: PositionSlot = .net,
    timeInForce: TimeInForce = .goodTillCancelled,
    isReduceOnly: Bool = false
  ) throws -> [VenueEvent] {
    let id = nextOrder
    nextOrder += 1
    var order = Order.limit(
      id: id,
      account: account,
      side: side,
      price: dollars * 100,
      quantity: lots,
      timeInForce: timeInForce
    )
    order.isReduceOnly = isReduceOnly
    return try run(.submit(contract, order, slot))
  }

  /// Lets `long` buy from `short` at whole dollars.
  mutating func trade(
    long: AccountID,
    short: AccountID,
    _ lots: Int64,
    at dollars: Int64,
    contract: ContractID = 0,
    longSlot: PositionSlot = .net,
    shortSlot: PositionSlot = .net
  ) throws {
    try order(short, .sell, lots, at: dollars, contract: contract, slot: shortSlot)
    try order(long, .buy, lots, at: dollars, contract: contract, slot: longSlot)
  }

  @discardableResult
  mutating func mark(_ dollars: Int64, contract: ContractID = 0) throws -> [VenueEvent] {
    try run(.updateMark(contract, Fixture.price(dollars)))
  }

  mutating func isolate(_ account: AccountID, contract: ContractID = 0) throws {
    try run(.setIsolated(account, contract, .net, true))
  }

  /// Signed lots.
  func lots(_ account: AccountID, contract: ContractID = 0, slot: PositionSlot = .net) -> Int64 {
    venue.house.position(of: account, contract: contract, slot: slot).size.units / 10_000
  }

  func wallet(_ account: AccountID, asset: AssetID = 0) -> Amount {
    venue.house.wallet(of: account, asset: asset)
  }

  var fund: Amount { wallet(SystemAccount.insuranceFund) }

  /// All wallets and isolated margins of the venue, and what positions are worth at mark: constant
  /// but for deposits.
  func wealth(asset: AssetID = 0) throws -> Int64 {
    var total = wallet(SystemAccount.insuranceFund, asset: asset).units
    total += wallet(SystemAccount.fees, asset: asset).units
    total += wallet(SystemAccount.rounding, asset: asset).units
    total += wallet(SystemAccount.uncoveredLoss, asset: asset).units
    for account in venue.house.participantIDs {
      total += wallet(account, asset: asset).units
    }
    for account in venue.house.accountIDs {
      for contract in venue.configuration.markets.indices {
        let market = venue.configuration.markets[contract]
        guard market.settlementAsset == asset else { continue }
        for slot in PositionSlot.allCases {
          let position = venue.house.position(
            of: account,
            contract: ContractID(contract),
            slot: slot
          )
          total += position.isolatedMargin.units - position.entryValue.units
        }
      }
    }
    return total
  }
}

extension [VenueEvent] {
  /// The forced trades among the events.
  var forcedTrades: [ForcedTrade] {
    compactMap { event in
      guard case .forced(let trade) = event else { return nil }
      return trade
    }
  }

  func forced(_ kind: ForcedTradeKind) -> [ForcedTrade] { forcedTrades.filter { $0.kind == kind } }

  /// The accounts that were liquidated, in order.
  var triggeredAccounts: [AccountID] {
    compactMap { event in
      guard case .triggered(let account, _, _, _, _) = event else { return nil }
      return account
    }
  }

  var refusals: [CommandRefusal] {
    compactMap { event in
      guard case .refused(let refusal) = event else { return nil }
      return refusal
    }
  }

  var rejections: [OrderRejection] {
    compactMap { event in
      guard case .orderRejected(_, _, let reason) = event else { return nil }
      return reason
    }
  }

  var cancellations: [Cancellation] {
    compactMap { event in
      guard case .cancelled(_, let cancellation) = event else { return nil }
      return cancellation
    }
  }

  var fills: [Fill] {
    compactMap { event in
      guard case .filled(_, let fill, _) = event else { return nil }
      return fill
    }
  }

  /// Losses that nobody covered.
  var uncovered: [Amount] {
    compactMap { event in
      guard case .lossUncovered(_, let amount) = event else { return nil }
      return amount
    }
  }
}
