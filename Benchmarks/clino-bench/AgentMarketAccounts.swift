import Exchange
import Quantities

/// The accounts behind the book: every fill is cleared, every order and every match is margined.
struct AgentMarketAccounts: BookObserver {
  /// Forced orders have ids from here on; below, the lowest bit of an id is its side.
  static let firstForcedOrder: OrderID = 1 << 62

  private(set) var house: ClearingHouse
  private(set) var hash = ResultHash()
  private(set) var tradeCount = 0
  private(set) var marginRefusalCount = 0
  /// Post-only orders that would have traded.
  private(set) var otherRefusalCount = 0
  /// The last price.
  private(set) var markTicks: Int64
  /// The first posting that failed; the run is over then.
  private(set) var fault: ClearingError?
  private let contract: Contract
  private let schedule: MarginSchedule
  private let leverage = Fraction(10)
  /// What the house holds for each account, copied after each posting: columns that scan fast.
  private var wallets: [Int64]
  private var sizes: [Int64]
  private var entryValues: [Int64]
  private var openBuys: [Int64]
  private var openSells: [Int64]
  /// Price units of a dollar's minor unit: values of whole lots are exact in price units.
  private let priceUnits: Int64

  /// Opens an account for each agent, numbered from 1, and deposits its cash.
  init(agentCount: Int, cash: Int64, priceTicks: Int64, priceDecimals: Int) throws {
    contract = Contract(
      symbol: "FCN",
      base: Asset(symbol: "SHARE", decimals: 0),
      quote: .usd,
      settlement: .usd,
      payoff: .linear,
      term: .perpetual,
      priceDecimals: priceDecimals,
      tick: 1,
      lot: Amount(1)
    )
    schedule = .tiers(
      try TierTable(flatRate: Fraction(1, over: Self.maintenanceDivisor), maxLeverage: leverage)
    )
    house = ClearingHouse(assets: [.usd], settlementAssets: [0])
    markTicks = priceTicks
    precondition(priceDecimals >= Asset.usd.decimals, "prices are at least as fine as dollars")
    priceUnits = (Asset.usd.decimals..<priceDecimals).reduce(1) { product, _ in product * 10 }
    openBuys = [Int64](repeating: 0, count: agentCount + 1)
    openSells = openBuys
    wallets = openBuys
    sizes = openBuys
    entryValues = openBuys
    for agent in 1...agentCount {
      try house.open(AccountID(agent))
      try house.deposit(Amount(cash * Asset.usd.unitsPerOne), asset: 0, to: AccountID(agent))
      refresh(AccountID(agent))
    }
  }

  /// Reads one account back from the house.
  private mutating func refresh(_ account: AccountID) {
    let position = house.position(of: account, contract: 0)
    wallets[Int(account)] = house.wallet(of: account, asset: 0).units
    sizes[Int(account)] = position.size.units
    entryValues[Int(account)] = position.entryValue.units
  }

  mutating func rested(_ order: RestingOrder) {
    addOpen(order.quantity, order.id, order.account)
  }

  mutating func cancelled(_ cancellation: Cancellation) {
    guard cancellation.id < Self.firstForcedOrder else { return }
    addOpen(-cancellation.quantity, cancellation.id, cancellation.account)
  }

  mutating func rejected(order id: OrderID, reason: OrderRejection) {
    switch reason {
    case .marginInsufficient: marginRefusalCount += 1
    // An order that traded before it expired.
    case .unknownOrder: break
    default: otherRefusalCount += 1
    }
  }

  mutating func admits(entry order: Order) -> Bool {
    order.isLiquidation
      || admits(order.account, adding: order.quantity, order.side, at: order.price)
  }

  mutating func admits(maker: RestingOrder, filling quantity: Int64) -> Bool {
    // Its lots are among the open ones already.
    admits(maker.account, adding: 0, maker.side, at: maker.price)
  }

  mutating func filled(_ fill: Fill) {
    guard fault == nil else { return }
    do throws(ClearingError) {
      let value: Amount
      do throws(MarginError) {
        value = try contract.value(
          of: Amount(fill.quantity),
          at: Price(fill.price),
          rounding: .toNearestOrEven
        )
      } catch {
        throw .overflow(operation: error.description)
      }
      let isTakerBuying = fill.takerSide == .buy
      try house.trade(
        0,
        quantity: Amount(fill.quantity),
        value: value,
        buyer: TradeLeg(account: isTakerBuying ? fill.takerAccount : fill.makerAccount),
        seller: TradeLeg(account: isTakerBuying ? fill.makerAccount : fill.takerAccount)
      )
    } catch {
      fault = error
    }
    refresh(fill.makerAccount)
    refresh(fill.takerAccount)
    addOpen(-fill.quantity, fill.maker, fill.makerAccount)
    markTicks = fill.price
    tradeCount += 1
    hash.combine(Int(fill.price))
    hash.combine(Int(fill.makerAccount) << 32 | Int(fill.takerAccount))
  }

  /// Signed lots held.
  func lots(of account: AccountID) -> Int64 { sizes[Int(account)] }

  /// The first account from a place on whose equity at the mark is below its maintenance margin.
  func firstLiquidatable(from start: Int) -> AccountID? {
    for place in start..<sizes.count where sizes[place] != 0 {
      let notional = abs(sizes[place]) * markTicks
      if equity(at: place) * Self.maintenanceDivisor < notional { return AccountID(place) }
    }
    return nil
  }

  /// Lets the insurance fund pay what a flat account cannot.
  mutating func coverLoss(of account: AccountID) {
    let cash = house.wallet(of: account, asset: 0)
    guard fault == nil, cash < .zero, lots(of: account) == 0 else { return }
    do throws(ClearingError) {
      try house.transfer(
        -cash,
        asset: 0,
        from: SystemAccount.insuranceFund,
        to: account,
        as: .insurance
      )
    } catch {
      fault = error
    }
    refresh(account)
  }

  /// One over the maintenance margin rate of the schedule, 0.5 %.
  private static let maintenanceDivisor: Int64 = 200

  /// Wallet plus unrealised profit at the mark, in price units.
  private func equity(at place: Int) -> Int64 {
    (wallets[place] - entryValues[place]) * priceUnits + sizes[place] * markTicks
  }

  /// Whether equity covers the initial margin of the worse side, if the lots were open too.
  private func admits(
    _ account: AccountID,
    adding lots: Int64,
    _ side: OrderSide,
    at priceTicks: Int64
  ) -> Bool {
    let place = Int(account)
    do throws(MarginError) {
      let required = try OrderMargin.initialMargin(
        size: Amount(sizes[place]),
        buys: Amount(openBuys[place] + (side == .buy ? lots : 0)),
        sells: Amount(openSells[place] + (side == .sell ? lots : 0)),
        price: Price(max(priceTicks, markTicks)),
        contract: contract,
        schedule: schedule,
        leverage: leverage
      )
      return equity(at: place) >= required.units * priceUnits
    } catch {
      return false
    }
  }

  private mutating func addOpen(_ lots: Int64, _ id: OrderID, _ account: AccountID) {
    if id & 1 == 0 {
      openBuys[Int(account)] += lots
    } else {
      openSells[Int(account)] += lots
    }
  }
}
