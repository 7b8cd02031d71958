import Exchange
import Quantities
import Statistics

extension World {
  /// D9: what is recorded of the day, from posted data only.
  func record() -> WorldDay {
    WorldDay(
      date: clock.date,
      markets: markets.indices.map { recordMarket($0) },
      perpetuals: perpetuals.map { recordPerpetual($0) },
      bases: futures.map(\.basis.annualised),
      futureOpenInterests: futures.map { openInterest(of: $0) },
      repo: clock.settlementBar == nil ? nil : repo.today,
      figures: figures,
      netWorths: roster.map { Double(ledger.netWorth(of: $0.account)) / 1e12 },
      flows: roster.indices.map { participant in
        markets.indices.reduce(0) { $0 + tally.flow(market: $1, participant: participant) }
      },
      forced: roster.indices.map { tally.forcedByParticipant[$0] },
      hash: hash
    )
  }

  private func recordMarket(_ place: Int) -> WorldDay.Market {
    let market = markets[place]
    return WorldDay.Market(
      close: market.dollars,
      low: Libm.exp(market.lowLogToday),
      realisedVolatility: market.history.realisedVolatility(days: 30),
      volume: market.volumeToday,
      flowByTag: IntentTag.allCases.map { tally.flow(market: place, tag: $0) },
      forced: tally.forcedByMarket[place],
      depth: market.impact.depthMultiplier,
      newsLogReturn: market.newsToday,
      noiseFlow: roster.indices.reduce(0) { sum, participant in
        roster[participant].kind == NoiseTraders.kind.id
          ? sum + tally.flow(market: place, participant: participant) : sum
      },
      haltedBars: market.haltedBarsToday,
      refused: market.refusedToday
    )
  }

  /// The sum of the long positions in a dated future, dollars at the mark.
  private func openInterest(of future: FutureBook) -> Double {
    let longs = ledger.holdings(in: future.instrument).reduce(0.0) {
      $0 + Double(max(0, $1.quantity.units))
    }
    return longs / markets[future.spot].unitsPerOne * future.settledPrice
  }

  private func recordPerpetual(_ book: PerpetualBook) -> WorldDay.Perpetual {
    let market = markets[book.spot]
    let accounts = book.market.engine.accounts
    return WorldDay.Perpetual(
      market: book.spot,
      openInterest: book.market.openInterestValue(at: market.price),
      openInterestCoins: Double(book.market.openInterest.units) / market.unitsPerOne,
      fundingRate: book.lastFundingRate,
      premium: book.premium.premium,
      localGain: book.market.liquidates ? book.market.localGain(in: market.impact) : 0,
      liquidatedLongs: book.liquidatedLongToday,
      liquidatedShorts: book.liquidatedShortToday,
      liquidationCount: book.forcedCountToday,
      insuranceFund: Double(accounts.insuranceFund.units) / 10_000,
      deficit: Double(accounts.deficit.units) / 10_000
    )
  }

  /// Books, prices and contracts in 64 bits; equal worlds have equal hashes.
  private var hash: UInt64 {
    var digest = StateDigest()
    ledger.combine(into: &digest)
    for market in markets { digest.combine(market.price.units) }
    for book in perpetuals { digest.combine(book.market.openInterest.units) }
    return digest.value
  }

  /// Whether a mechanism is on.
  func isOn(_ mechanism: WorldMechanism) -> Bool { !plan.without.contains(mechanism.id) }
}
