public import Exchange
public import Quantities

/// One perpetual contract: who holds it, who is liquidated, and what everybody is owed.
///
/// Pure state without access to the ledger. Owners trade at prices that the world has already found,
/// against the residual liquidity provider; the world sends a bar's net orders through
/// ``clear(newsLogReturn:orders:in:)``, which liquidates; ``settle(at:)`` says at the end who pays
/// what, summing to zero, for the world to post.
///
///     var market = PerpetualMarket(terms: .bitcoin, openingPrice: price)
///     let fund = market.addOwner()
///     try market.open(owner: fund, side: .long, notional: million, leverage: 5, at: price)
///     let outcome = market.clear(newsLogReturn: 0, orders: orders, in: &liquidity)
///     let settlement = market.settle(at: liquidity.midPrice)
///
/// Positions are lots: at most one new lot per owner, side, tier, leverage band and day, closed in the order
/// in which they were opened, where notional says the tier those of the highest tier first.
public struct PerpetualMarket: Sendable {
  /// The number of owners a market can have.
  public static let ownerCountMax = PositionBook.ownerClassCount - 1

  /// What the contract is.
  public let terms: PerpetualTerms
  /// The positions and the accounts of the venue.
  public internal(set) var engine: CascadeEngine
  /// The number of owners.
  public private(set) var ownerCount = 0
  /// The day, counted from zero.
  public private(set) var dayIndex = 0

  var queues: [LotQueue]
  /// The serial number of the lot that last took each position number.
  var serials: [Int64] = []
  var nextSerial: Int64 = 0
  /// The lot that an opening of the same owner, side, tier and band joins.
  var newestLots: [NewestLot?]
  var settled: SettledState
  /// The number of accounts that each owner stands for: a venue's tiers look at one of them.
  private(set) var accountCounts: [Double] = []
  /// Whether the notional of an account says its tier.
  let isTieredByNotional: Bool
  /// The queues of one owner and side: one, or one for each tier where notional says the tier.
  let queuesPerSide: Int

  /// The latest lot of its kind.
  struct NewestLot: Sendable {
    let entry: LotQueue.Entry
    let dayIndex: Int
  }

  /// Opens an empty market.
  ///
  /// - Parameters:
  ///   - terms: What the contract is.
  ///   - openingPrice: Positive; the trigger index is finest below four times this price.
  ///   - contract: The contract's number in forced trades.
  public init(terms: PerpetualTerms, openingPrice: Price, contract: ContractID = 0) {
    precondition(openingPrice.units > 0, "a price is positive: \(openingPrice.units)")
    self.terms = terms
    let ticks = openingPrice.units / terms.grid.tickUnits
    let rules = PositionBookRules(
      scale: terms.grid.scale,
      tickUnits: terms.grid.tickUnits,
      tiers: terms.tiers.map { PositionBookRules.Tier(rate: $0.maintenanceRate) },
      priceTicksMax: Int32(
        min(max(64, ticks.multipliedReportingOverflow(by: 4).partialValue), 1 << 29)
      )
    )
    engine = CascadeEngine(
      book: PositionBook(rules: rules, capacity: 16_384),
      rules: CascadeRules(
        liquidates: terms.liquidates,
        autoDeleverages: terms.autoDeleverages,
        deleveragingRule: terms.deleveragingRule,
        insuranceFundFloor: terms.insuranceFundFloor,
        liquidationFee: terms.liquidationFee
      ),
      insuranceFund: terms.insuranceFund,
      openingPrice: openingPrice,
      contract: contract
    )
    let sides = Self.ownerCountMax * PositionSide.allCases.count
    isTieredByNotional = terms.hasNotionalTiers
    queuesPerSide = isTieredByNotional ? terms.tiers.count : 1
    queues = Array(repeating: LotQueue(), count: sides * queuesPerSide)
    newestLots = Array(repeating: nil, count: sides * terms.tiers.count * LeverageBand.count)
    settled = SettledState(insuranceFund: terms.insuranceFund)
  }

  /// Adds an owner.
  ///
  /// - Parameter accountCount: How many equal accounts it stands for, at least 1: a tier table looks at one.
  /// - Returns: Its number, from 0 below ``ownerCountMax``; its owner class in the engine.
  public mutating func addOwner(accountCount: Double = 1) -> Int {
    precondition(accountCount >= 1, "an owner is at least one account: \(accountCount)")
    precondition(
      ownerCount < Self.ownerCountMax,
      "\(terms.name) has \(Self.ownerCountMax) owners already"
    )
    ownerCount += 1
    accountCounts.append(accountCount)
    return ownerCount - 1
  }

  /// Whether positions past their trigger are liquidated.
  public var liquidates: Bool {
    get { engine.rules.liquidates }
    set { engine.rules.liquidates = newValue }
  }

  /// Whether opposite positions close what the insurance fund cannot bear.
  public var autoDeleverages: Bool {
    get { engine.rules.autoDeleverages }
    set { engine.rules.autoDeleverages = newValue }
  }

  /// Why each forced trade of the day happened.
  public var forest: CausalForest { engine.forest }

  /// Starts a day: the forest begins anew, and openings get lots of their own.
  public mutating func startDay() {
    dayIndex += 1
    engine.startForest()
  }

  // MARK: - Lots

  func requireOwner(_ owner: Int) {
    precondition(
      owner >= 0 && owner < ownerCount,
      "\(terms.name) has no owner \(owner), only \(ownerCount)"
    )
  }

  func sideIndex(_ owner: Int, _ side: PositionSide) -> Int { owner * 2 + Int(side.rawValue) }

  /// The queue of a tier's lots.
  func queueIndex(_ owner: Int, _ side: PositionSide, tier: Int) -> Int {
    sideIndex(owner, side) * queuesPerSide + min(tier, queuesPerSide - 1)
  }

  func isLive(_ entry: LotQueue.Entry) -> Bool {
    serials[entry.position.index] == entry.serial && engine.book.position(entry.position) != nil
  }

  /// Books a new lot as the newest of its owner and side.
  mutating func enqueue(
    _ id: PositionID,
    _ owner: Int,
    _ side: PositionSide,
    tier: Int
  ) -> LotQueue.Entry {
    while serials.count <= id.index { serials.append(-1) }
    serials[id.index] = nextSerial
    let entry = LotQueue.Entry(position: id, serial: nextSerial)
    nextSerial += 1
    let index = queueIndex(owner, side, tier: tier)
    queues[index].append(entry)
    let liveCount = engine.book.totals(of: side, ownerClass: UInt8(owner)).count
    if queues[index].count > 2 * liveCount + 64 {
      var queue = queues[index]
      queues[index] = LotQueue()
      queue.sweep { isLive($0) }
      queues[index] = queue
    }
    return entry
  }
}
