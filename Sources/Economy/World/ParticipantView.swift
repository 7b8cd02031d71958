import Exchange
public import Quantities
public import Statistics

/// What a participant can see: its own sheet, what is public, and its own random draws.
///
/// It is a window, valid during one call; nothing can be changed through it.
public struct ParticipantView {
  /// When it is asked.
  public let stage: DayStage
  let world: World
  let place: Int

  init(_ world: World, place: Int, stage: DayStage) {
    self.world = world
    self.place = place
    self.stage = stage
  }

  // MARK: - Time

  /// What time it is.
  public var clock: WorldClock { world.clock }

  // MARK: - Oneself

  /// Its account.
  public var account: LedgerAccountID { world.roster[place].account }

  /// What it holds of an instrument; signed for a derivative.
  public func holding(_ instrument: InstrumentID) -> Amount {
    world.ledger.holding(of: account, in: instrument)
  }

  /// What it holds of an instrument in whole units.
  public func units(_ instrument: InstrumentID) -> Double {
    Double(holding(instrument).units) / unitsPerOne(instrument)
  }

  /// What it holds of an instrument in dollars at the ledger's price.
  public func dollars(_ instrument: InstrumentID) -> Double {
    units(instrument) * bookPrice(instrument)
  }

  /// Assets less liabilities in dollars.
  public var netWorth: Double { Double(world.ledger.netWorth(of: account)) / 1e12 }

  /// The stream of its own draws of the step; numbers keep purposes apart.
  public func stream(_ number: UInt32) -> Stream {
    world.stream(world.roster[place].key, .participant(number))
  }

  /// Its perpetual position in dollars, longs less shorts.
  public func perpetualPosition(_ market: MarketID) -> Double {
    perpetualNotional(market, .long) - perpetualNotional(market, .short)
  }

  /// The margin in its perpetual positions, dollars.
  public func marginUsed(_ market: MarketID) -> Double {
    guard let (contract, owner) = perpetual(market) else { return 0 }
    return Double(world.perpetuals[contract].market.marginUsed(by: owner).units) / 10_000
  }

  /// The equity in its perpetual positions, dollars.
  public func perpetualEquity(_ market: MarketID) -> Double {
    guard let (contract, owner) = perpetual(market) else { return 0 }
    let price = world.markets[market.index].price
    return Double(world.perpetuals[contract].market.equity(of: owner, at: price).units) / 10_000
  }

  /// Its position in a dated future, signed dollars at the mark.
  public func futurePosition(_ market: MarketID) -> Double {
    guard let future = world.futures.first(where: { $0.spot == market.index }) else { return 0 }
    let coins = Double(holding(future.instrument).units) / world.markets[market.index].unitsPerOne
    return coins * future.settledPrice
  }

  // MARK: - The public record

  /// The shocks that are going on, with their places in the plan.
  public func shocks(_ kind: WorldShock.Kind) -> [(place: Int, shock: WorldShock)] {
    guard !world.plan.shocks.isEmpty else { return [] }
    return world.plan.shocks.enumerated().filter {
      $0.element.kind == kind && world.isActive($0.element)
    }.map { ($0.offset, $0.element) }
  }

  /// A published figure.
  public func figure(_ figure: FigureID) -> Double { world.figures[figure.index] }

  /// A window and what happened at it today.
  public func facility(_ facility: FacilityID) -> Facility { world.facilities[facility.index] }

  /// What an issuer owes of a claim in all, or how much of an asset exists, in whole units.
  public func outstanding(_ instrument: InstrumentID) -> Double {
    Double(world.ledger.outstanding(instrument).units) / unitsPerOne(instrument)
  }

  /// The ledger's price of an instrument, dollars per unit.
  public func bookPrice(_ instrument: InstrumentID) -> Double {
    let decimals = world.ledger.description(of: instrument).priceDecimals
    return Double(world.ledger.price(of: instrument).units) / Double(Int64(powerOfTen(decimals)))
  }

  /// The smallest quantity of a number of whole units, rounded to nearest.
  public func amount(_ units: Double, of instrument: InstrumentID) -> Amount {
    let scaled = (units * unitsPerOne(instrument)).rounded(.toNearestOrEven)
    return Amount(Int64(min(9e18, max(-9e18, scaled))))
  }

  func unitsPerOne(_ instrument: InstrumentID) -> Double {
    Double(Int64(powerOfTen(world.ledger.description(of: instrument).quantityDecimals)))
  }

  private func perpetualNotional(_ market: MarketID, _ side: PositionSide) -> Double {
    guard let (contract, owner) = perpetual(market) else { return 0 }
    let price = world.markets[market.index].price
    return world.perpetuals[contract].market.notionalValue(of: owner, side: side, at: price)
  }

  private func perpetual(_ market: MarketID) -> (contract: Int, owner: Int)? {
    guard let contract = world.markets[market.index].perpetual,
      let owner = world.perpetuals[contract].owner(of: account)
    else { return nil }
    return (contract, owner)
  }
}
