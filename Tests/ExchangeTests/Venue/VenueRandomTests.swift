import Exchange
import Quantities
import Testing

/// A small generator of its own, so that a seed always means the same commands.
struct CommandStream {
  var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next(below bound: Int64) -> Int64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    word ^= word >> 31
    return Int64(word % UInt64(bound))
  }

  mutating func chance(_ percent: Int64) -> Bool { next(below: 100) < percent }
}

/// A random session over four markets: linear, linear with a mark that follows the book, inverse,
/// and one whose index, mark and funding follow a venue profile.
struct RandomVenue: ~Copyable {
  var venue: Venue
  var stream: CommandStream
  var time = Instant(microseconds: 0)
  var nextOrder: OrderID = 1
  var prices: [Int64] = [10_000, 10_000, 10_000, 10_000]
  /// Whether stops, amendments and the fourth market are among what is drawn.
  let isExtended: Bool
  static let accounts: [AccountID] = [1, 2, 3, 4, 5, 6, 7, 8]

  static func policy(_ seed: UInt64) -> LiquidationPolicy {
    var policy = LiquidationPolicy()
    policy.remainder = LiquidationPolicy.Remainder.allCases[Int(seed % 3)]
    policy.deleveragingRanking =
      AutoDeleveragingRanking.allCases[
        Int(seed / 3 % UInt64(AutoDeleveragingRanking.allCases.count))
      ]
    policy.deleveragingPrice = LiquidationPolicy.DeleveragingPrice.allCases[Int(seed / 5 % 3)]
    policy.socialisation = LiquidationPolicy.Socialisation.allCases[Int(seed / 7 % 3)]
    policy.positionOrder = LiquidationPolicy.PositionOrder.allCases[Int(seed / 2 % 3)]
    policy.surplusShareMax = seed % 4 == 0 ? Rate(basisPoints: 50) : nil
    policy.partialFee = seed % 2 == 0 ? Rate(basisPoints: 20) : .zero
    policy.fundDrawdownMax = seed % 5 == 0 ? Fraction(3, over: 10) : nil
    policy.liquidatesAtEquality = seed % 6 != 0
    if seed % 7 == 1 {
      policy.partialClose = .share(Fraction(1, over: 5), valueMin: Fixture.usd(500), stepsMax: 3)
      policy.partialCooldown = .seconds(5)
      policy.cooldownEquityMin = Fraction(2, over: 3)
    }
    return policy
  }

  static func markets(_ seed: UInt64) throws -> [VenueMarket] {
    let tiers = try TierTable(rows: [
      TierRow(
        cap: Fixture.usd(2_000),
        maintenanceRate: Fraction(1, over: 100),
        maxLeverage: Fraction(50)
      ),
      TierRow(
        cap: Fixture.usd(10_000),
        maintenanceRate: Fraction(1, over: 40),
        maxLeverage: Fraction(20)
      ),
      TierRow(cap: nil, maintenanceRate: Fraction(1, over: 10), maxLeverage: Fraction(5)),
    ])
    return [
      try Fixture.linear(
        "A",
        tiers: tiers,
        takerFee: Rate(partsPerMillion: 437),
        makerFee: Rate(partsPerMillion: -111)
      ),
      try Fixture.linear(
        "B",
        tiers: tiers,
        takerFee: Rate(partsPerMillion: 333),
        markRule: .median(band: Rate(basisPoints: 1_000)),
        indexJumpMax: Rate(basisPoints: 5_000)
      ),
      try Fixture.inverse(),
      VenueMarket(
        profile: VenueProfile.all[Int(seed % UInt64(VenueProfile.all.count))],
        contract: try Fixture.linear("D").contract,
        schedule: .tiers(tiers),
        defaultLeverage: Fraction(10),
        impactNotional: seed % 2 == 0 ? Fixture.usd(300) : .zero,
        oracle: OracleFeed(source: .externalIndex, faults: faults(seed))
      ),
    ]
  }

  static func faults(_ seed: UInt64) -> [OracleFault] {
    switch seed % 5 {
    case 1: [.venueBook(since: Instant(microseconds: 200_000_000))]
    case 2: [.stale(since: Instant(microseconds: 300_000_000))]
    case 3: [.offset(factor: Fraction(101, over: 100))]
    default: []
    }
  }

  /// Three spot venues around a price; the last one is sometimes silent.
  static func constituents(_ price: Int64, at time: Instant) -> [IndexConstituent] {
    [
      IndexConstituent(venue: "a", price: Price(price), time: time, weight: 3),
      IndexConstituent(venue: "b", price: Price(price + price / 500), time: time, weight: 2),
      IndexConstituent(
        venue: "c",
        price: price % 7 == 0 ? nil : Price(price - price / 300),
        time: time,
        weight: 1
      ),
    ]
  }

  init(
    seed: UInt64,
    order: [AccountID] = RandomVenue.accounts,
    isExtended: Bool = true
  ) throws {
    self.isExtended = isExtended
    let start = Instant(microseconds: 0)
    var venue = Venue(
      Fixture.configuration(try RandomVenue.markets(seed), policy: RandomVenue.policy(seed))
    )
    for account in order {
      _ = try venue.execute(.open(account, isHedged: account % 4 == 0), at: start)
    }
    for account in RandomVenue.accounts {
      _ = try venue.execute(.deposit(account, 0, Fixture.usd(1_000)), at: start)
      _ = try venue.execute(.deposit(account, 1, Amount(200_000)), at: start)
      if account % 3 == 0 { _ = try venue.execute(.deposit(account, 2, Amount(50_000)), at: start) }
    }
    let opening: [VenueCommand] = [
      .updateMark(0, Price(10_000)), .updateIndex(1, Price(10_000)),
      .updateMark(2, Price(10_000)), .updateCollateral(2, Price(5_000)),
      .updateConstituents(3, RandomVenue.constituents(10_000, at: start)),
    ]
    _ = try venue.execute(opening, at: start)
    self.venue = venue
    stream = CommandStream(seed: seed)
  }

  mutating func step() throws -> [VenueEvent] {
    time = time + Duration(microseconds: stream.next(below: 3) * 500_000)
    return try venue.execute(command(), at: time)
  }

  private mutating func command() -> VenueCommand {
    let account = RandomVenue.accounts[Int(stream.next(below: 8))]
    let contract = ContractID(stream.next(below: isExtended ? 4 : 3))
    switch stream.next(below: 100) {
    case 0..<60 where !isExtended: return submission(account, contract)
    case 0..<52: return submission(account, contract)
    case 52..<56: return stop(account, contract)
    case 56..<60:
      let delta = stream.next(below: 41) - 20
      return .amend(
        contract,
        account,
        nextOrder - 1 - min(OrderID(stream.next(below: 60)), nextOrder - 1),
        price: stream.chance(50) ? max(1, prices[Int(contract)] + delta) : nil,
        quantity: stream.chance(70) ? stream.next(below: 40) + 1 : nil
      )
    case 60..<78: return move(contract)
    case 78..<82: return .cancel(contract, account, OrderID(stream.next(below: 500) + 1))
    case 82..<85 where contract == 3: return ruled()
    case 82..<85:
      let rate = Rate(partsPerMillion: stream.next(below: 40_001) - 20_000)
      let due = time + Duration(microseconds: stream.next(below: 3) * 500_000)
      return .scheduleFunding(contract, rate, due: due)
    case 85..<88:
      return .withdraw(account, AssetID(stream.next(below: 3)), Amount(stream.next(below: 400_000)))
    case 88..<91:
      return .deposit(account, AssetID(stream.next(below: 3)), Amount(stream.next(below: 900_000)))
    case 91..<93: return .setLeverage(account, contract, Fraction(stream.next(below: 25) + 1))
    case 93..<95: return .setIsolated(account, contract, slot(account), stream.chance(60))
    case 95..<97:
      return .moveMargin(
        account,
        contract,
        slot(account),
        Amount(stream.next(below: 400_001) - 200_000)
      )
    case 97: return .updateCollateral(2, Price(3_000 + stream.next(below: 4_000)))
    case 98: return .endowFund(AssetID(stream.next(below: 2)), Amount(stream.next(below: 600_000)))
    default: return stream.chance(80) ? .advance : .startSession
    }
  }

  private mutating func ruled() -> VenueCommand {
    guard stream.chance(50) else { return .fundingInstant(3) }
    let near = max(1, prices[3] + stream.next(below: 101) - 50)
    return .updateReference(3, .externalPerpetuals, Price(near))
  }

  private mutating func slot(_ account: AccountID) -> PositionSlot {
    guard account % 4 == 0 else { return .net }
    return stream.chance(50) ? .long : .short
  }

  private mutating func stop(_ account: AccountID, _ contract: ContractID) -> VenueCommand {
    let isBuying = stream.chance(50)
    let reference = StopReference.allCases[Int(stream.next(below: 3))]
    let last = prices[Int(contract)]
    let offset = stream.next(below: last / 20 + 2) + 1
    var order = Order.limit(
      id: nextOrder,
      account: account,
      side: isBuying ? .buy : .sell,
      price: max(1, isBuying ? last + 2 * offset : last - 2 * offset),
      quantity: stream.next(below: 25) + 1,
      timeInForce: stream.chance(50) ? .goodTillCancelled : .immediateOrCancel
    )
    order.isReduceOnly = stream.chance(20)
    nextOrder += 1
    let stop = StopOrder(
      order: order,
      reference: reference,
      condition: isBuying ? .atOrAbove : .atOrBelow,
      trigger: max(1, isBuying ? last + offset : last - offset)
    )
    return .submitStop(contract, stop, slot(account))
  }

  private mutating func submission(_ account: AccountID, _ contract: ContractID) -> VenueCommand {
    let side: OrderSide = stream.chance(50) ? .buy : .sell
    let last = prices[Int(contract)]
    let offset = stream.next(below: last / 25 + 2) - last / 60
    let price = max(1, side == .buy ? last - offset : last + offset)
    let lots = contract == 2 ? stream.next(below: 1_500) + 1 : stream.next(below: 25) + 1
    var order = Order.limit(
      id: nextOrder,
      account: account,
      side: side,
      price: price,
      quantity: lots,
      timeInForce: stream.chance(80) ? .goodTillCancelled : .immediateOrCancel
    )
    nextOrder += 1
    order.isReduceOnly = stream.chance(8)
    if stream.chance(30) {
      let modes = SelfTradePrevention.allCases
      order.selfTradePrevention = modes[Int(stream.next(below: Int64(modes.count)))]
    }
    return .submit(contract, order, slot(account))
  }

  private mutating func move(_ contract: ContractID) -> VenueCommand {
    let isJump = stream.chance(15)
    let percent = isJump ? stream.next(below: 81) - 40 : stream.next(below: 7) - 3
    let moved = max(50, min(1_000_000, prices[Int(contract)] * (100 + percent) / 100))
    prices[Int(contract)] = moved
    if contract == 3 {
      return .updateConstituents(3, RandomVenue.constituents(moved, at: time))
    }
    return contract == 1
      ? .updateIndex(contract, Price(moved)) : .updateMark(contract, Price(moved))
  }
}

@Suite("Venue under random commands")
struct VenueRandomTests {
  @Test("a thousand random commands conserve cash and contracts after each", arguments: 0..<100)
  func conservation(seed: UInt64) throws {
    var random = try RandomVenue(seed: seed)
    var known: Set<Int32> = []
    var last: Int32 = -1
    for step in 0..<1_000 {
      let events = try random.step()
      do {
        try random.venue.checkInvariants()
      } catch {
        Issue.record("seed \(seed), step \(step): \(error)")
        return
      }
      for event in events {
        switch event {
        case .root(let id, _):
          #expect(id > last, "seed \(seed), step \(step)")
          last = id
          known.insert(id)
        case .forced(let trade):
          #expect(trade.id > last, "seed \(seed), step \(step)")
          #expect(known.contains(trade.parent), "seed \(seed), step \(step): orphan \(trade.id)")
          last = trade.id
          known.insert(trade.id)
        default: continue
        }
      }
    }
  }

  @Test("after every command no account is left at or below its margin unless carried over")
  func nothingFallsAnyMore() throws {
    var random = try RandomVenue(seed: 11)
    for step in 0..<1_000 {
      _ = try random.step()
      guard random.venue.carriedOverCount == 0 else { continue }
      for account in RandomVenue.accounts {
        for asset in [AssetID(0), 1] {
          let status = try random.venue.marginStatus(of: account, .cross(asset))
          #expect(
            !status.isLiquidatable(random.venue.configuration.policy),
            "step \(step), account \(account): \(status)"
          )
        }
      }
    }
  }

  @Test("random sessions reach every step of the waterfall")
  func coverage() throws {
    var seen: Set<ForcedTradeKind> = []
    var uncovered = 0
    for seed in UInt64(0)..<40 {
      var random = try RandomVenue(seed: seed, isExtended: false)
      for _ in 0..<600 {
        let events = try random.step()
        seen.formUnion(events.forcedTrades.map(\.kind))
        uncovered += events.uncovered.count
      }
    }
    #expect(seen == Set(ForcedTradeKind.allCases))
    #expect(uncovered > 0)
  }
}
