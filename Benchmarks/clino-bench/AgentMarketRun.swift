import Exchange
import Glibc
import Quantities
import Statistics

/// One timed run of fundamental–chart–noise agents on the book, cleared and margined.
struct AgentMarketRun {
  let orderCount: Int
  let expiryCount: Int
  let liquidationCount: Int
  let tradeCount: Int
  let marginRefusalCount: Int
  let otherRefusalCount: Int
  let restingCount: Int
  let lastPrice: Double
  let cpuSeconds: Double
  let hash: ResultHash
  let check: String

  /// What is run.
  struct Case {
    var agentCount = 1_000
    /// Steps in which orders only rest, as the peer's first session has no executions.
    var warmupSteps = 50
    var steps = 50_000
    var ordersPerStep = 20
    var cash: Int64 = 10_000
    var startPrice = 300.0
    /// The tick is 10⁻⁵, as the peer's.
    var priceDecimals = 5
    var seed: UInt64 = 42
  }

  init(_ setting: Case) throws {
    var market = try Market(setting)
    let clock = CPUClock()
    for step in 0..<setting.warmupSteps + setting.steps {
      market.step(step, isWarmup: step < setting.warmupSteps)
    }
    cpuSeconds = clock.seconds
    let accounts = market.accounts
    orderCount = market.orderCount
    expiryCount = market.expiryCount
    liquidationCount = market.liquidationCount
    tradeCount = accounts.tradeCount
    marginRefusalCount = accounts.marginRefusalCount
    otherRefusalCount = accounts.otherRefusalCount
    restingCount = market.book.restingCount
    lastPrice = market.price
    var hash = accounts.hash
    hash.combine(Int(truncatingIfNeeded: market.book.stateHash))
    self.hash = hash
    check = market.check()
  }
}

/// The market on its way: a book, accounts, agents and the orders that will expire.
private struct Market: ~Copyable {
  var book: Book
  var accounts: AgentMarketAccounts
  var orderCount = 0
  var expiryCount = 0
  var liquidationCount = 0
  private let setting: AgentMarketRun.Case
  private let agents: AgentMarketAgents
  private let ticksPerUnit: Double
  private var turn: [Int32]
  /// The price before each of the last steps, in a ring.
  private var past: [Double]
  /// The orders that expire at each of the next steps, in a ring.
  private var expiring: [[OrderID]]
  /// Longer than any agent's window.
  private static let ring = 256

  init(_ setting: AgentMarketRun.Case) throws {
    self.setting = setting
    let total = (setting.warmupSteps + setting.steps) * setting.ordersPerStep
    ticksPerUnit = pow(10, Double(setting.priceDecimals))
    book = Book(rules: BookRules(), capacity: 1 << 13, idCapacity: 2 * total + 2)
    accounts = try AgentMarketAccounts(
      agentCount: setting.agentCount,
      cash: setting.cash,
      priceTicks: Int64(setting.startPrice * ticksPerUnit),
      priceDecimals: setting.priceDecimals
    )
    agents = AgentMarketAgents(
      count: setting.agentCount,
      fundamentalPrice: setting.startPrice,
      seed: setting.seed
    )
    turn = (0..<Int32(setting.agentCount)).map { $0 }
    past = [Double](repeating: setting.startPrice, count: Self.ring)
    expiring = [[OrderID]](repeating: [], count: Self.ring)
  }

  /// The last price.
  var price: Double { Double(accounts.markTicks) / ticksPerUnit }

  mutating func step(_ step: Int, isWarmup: Bool) {
    let place = step & (Self.ring - 1)
    past[place] = price
    for id in expiring[place] where book.cancel(order: id, observer: &accounts).isAccepted {
      expiryCount += 1
    }
    expiring[place].removeAll(keepingCapacity: true)
    var stream = Stream(seed: setting.seed, run: 0, step: UInt64(step), purpose: .agentTurn)
    let target = orderCount + setting.ordersPerStep
    // Agents are asked in random order until enough have placed an order.
    for first in turn.indices {
      turn.swapAt(first, first + stream.nextIndex(below: turn.count - first))
      ask(Int(turn[first]), step, isWarmup)
      if orderCount == target { break }
    }
    if !isWarmup { liquidate() }
  }

  private mutating func ask(_ agent: Int, _ step: Int, _ isWarmup: Bool) {
    let window = agents.windows[agent]
    let pastPrice = past[max(0, step - window) & (Self.ring - 1)]
    guard
      let wish = agents.order(of: agent, step: step, price: price, pastPrice: pastPrice)
    else { return }
    orderCount += 1
    let id = OrderID(orderCount) << 1 | (wish.side == .buy ? 0 : 1)
    let ticks = (wish.price * ticksPerUnit).rounded(.toNearestOrEven)
    let order = Order(
      id: id,
      account: AccountID(agent + 1),
      side: wish.side,
      price: Int64(min(max(ticks, 1), Double(BookRules.priceTicksLimit))),
      quantity: 1,
      isPostOnly: isWarmup
    )
    if book.submit(order, observer: &accounts).resting > 0 {
      expiring[(step + window) & (Self.ring - 1)].append(id)
    }
  }

  /// Closes every account below its maintenance margin at the last price.
  private mutating func liquidate() {
    var next = 1
    while let account = accounts.firstLiquidatable(from: next) {
      next = Int(account) + 1
      let lots = accounts.lots(of: account)
      book.cancelAll(of: account, reason: .liquidation, observer: &accounts)
      var order = Order.market(
        id: AgentMarketAccounts.firstForcedOrder + OrderID(liquidationCount),
        account: account,
        side: lots > 0 ? .sell : .buy,
        quantity: abs(lots)
      )
      order.isLiquidation = true
      book.submit(order, observer: &accounts)
      accounts.coverLoss(of: account)
      liquidationCount += 1
    }
  }

  /// Whether the books of both book and house add up.
  func check() -> String {
    if let fault = accounts.fault { return "\(fault)" }
    do throws(ClearingHouse.InvariantViolation) {
      try accounts.house.checkInvariants()
    } catch {
      return error.description
    }
    do throws(Book.InvariantViolation) {
      try book.checkInvariants()
    } catch {
      return error.description
    }
    return "ok"
  }
}
