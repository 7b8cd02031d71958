import Economy
import Exchange
import Quantities

/// What a small world of an experiment came to.
struct CoinOutcome {
  private let world: World

  init(_ world: World) { self.world = world }

  /// The days.
  var days: [WorldDay] { world.days }

  /// The log of a market's close over its opening price.
  func logMove(_ market: String = "BTC", day: Int) -> Double {
    guard let place = world.marketNames.firstIndex(of: market) else { return .nan }
    return Libm.logarithm(world.days[day].markets[place].close / world.openingPrices[place])
  }

  /// How far the lowest close of some days lies below the opening price, log units.
  func depth(_ market: String = "BTC", days: Range<Int>) -> Double {
    days.reduce(-Double.infinity) { max($0, -logMove(market, day: $1)) }
  }

  /// Dollars of longs that venues closed on some days.
  func liquidatedLongs(days: Range<Int>) -> Double {
    days.reduce(0) { $0 + (world.days[$1].perpetuals.first?.liquidatedLongs ?? 0) }
  }

  /// Dollars of positions that venues closed on some days.
  func liquidated(days: Range<Int>) -> Double {
    days.reduce(liquidatedLongs(days: days)) {
      $0 + (world.days[$1].perpetuals.first?.liquidatedShorts ?? 0)
    }
  }

  /// Signed dollars that a participant ordered on some days.
  func flow(of participant: String, days: Range<Int>) -> Double {
    guard let place = world.participantNames.firstIndex(of: participant) else { return 0 }
    return days.reduce(0) { $0 + world.days[$1].flows[place] }
  }

  /// A published figure at the end of a day.
  func figure(_ name: String, day: Int) -> Double {
    guard let place = world.publishedFigures.firstIndex(of: name) else { return .nan }
    return world.days[day].figures[place]
  }

  /// What an account holds at the end, whole units.
  func units(_ instrument: String, of account: String) -> Double {
    guard let holder = world.ledger.account(named: account),
      let held = world.ledger.instrument(named: instrument)
    else { return .nan }
    return Double(world.ledger.holding(of: holder, in: held).units) / unitsPerOne(held)
  }

  /// What an issuer owes at the end, whole units.
  func outstanding(_ instrument: String) -> Double {
    guard let claim = world.ledger.instrument(named: instrument) else { return .nan }
    return Double(world.ledger.outstanding(claim).units) / unitsPerOne(claim)
  }

  private func unitsPerOne(_ instrument: InstrumentID) -> Double {
    (0..<world.ledger.description(of: instrument).quantityDecimals).reduce(1) { unit, _ in 10 * unit
    }
  }
}
