import Exchange
import Quantities

extension SyntheticDollarIssuer {
  /// The reserve fund: assets without the governance tokens less what is owed, dollars.
  func fund(_ view: ParticipantView) -> Double {
    guard let tokenInstrument else { return view.netWorth }
    return view.netWorth - view.dollars(tokenInstrument)
  }

  /// A venue that fails keeps gains that it has not settled, or the margin it has custody of.
  mutating func bookFailures(_ view: ParticipantView, _ intents: inout IntentList) {
    for (place, shock) in view.shocks(.hack)
    where shock.target == venueName && !failures.contains(place) {
      failures.insert(place)
      loss = .shock(place)
      guard hedges else { continue }
      let lost = coins.reduce(0.0) { sum, leg in
        guard terms.settlesOffExchange else { return sum + view.marginUsed(leg.market) }
        let short = -min(0, view.perpetualPosition(leg.market))
        return sum + short * max(0, -view.logReturnToday(leg.market))
      }
      intents.add(.transfer(money, view.amount(lost, of: money), to: venue, as: .default))
    }
  }

  /// Sells governance tokens while the fund is below its floor.
  func defend(_ view: ParticipantView, _ intents: inout IntentList) {
    guard let token, let tokenInstrument else { return }
    let supply = view.outstanding(claim)
    let held = view.units(tokenInstrument)
    guard supply > 0, held > 0 else { return }
    let ratio = fund(view) / supply
    guard ratio < terms.fundFloor else { return }
    intents.publish(figures.fundRatio, ratio, because: loss)
    let sold = terms.tokenSaleShare * view.clock.barDays * held * view.price(token)
    let missing = (terms.fundFloor - ratio) * supply
    intents.trade(
      token,
      dollars: -min(sold, missing),
      money: money,
      .forced,
      because: .figure(figures.fundRatio)
    )
  }

  /// A negative fund is shared among all holders of the dollars.
  func writeDown(_ view: ParticipantView, _ intents: inout IntentList) {
    let supply = view.outstanding(claim)
    let fund = fund(view)
    guard fund < -1, supply > 1 else { return }
    intents.publish(figures.hole, -fund, because: loss)
    intents.add(
      .writeDown(claim, fraction: min(1, -fund / supply)),
      .forced,
      because: .figure(figures.hole)
    )
  }

  /// Publishes the day.
  func publish(_ view: ParticipantView, _ intents: inout IntentList) {
    let supply = max(1, view.outstanding(claim))
    let hedged = hedgedValue(view)
    let earned = funding(view) * hedged / (terms.stakedShare * supply)
    intents.publish(figures.pegDeviation, view.price(market) - 1)
    intents.publish(figures.fundRatio, fund(view) / supply, because: loss)
    intents.publish(figures.tokenTreasury, tokenInstrument.map { view.units($0) } ?? 0)
    intents.publish(figures.hedgeShare, hedged / supply)
    intents.publish(figures.yield, terms.baseYield + earned)
    intents.publish(figures.hole, 0)
  }

  /// Pays stakers what the fund has beyond its target.
  func payStakers(_ view: ParticipantView, _ intents: inout IntentList) {
    let excess = fund(view) - terms.fundTarget * view.outstanding(claim)
    guard excess >= 1 else { return }
    let used = coins.reduce(0) { $0 + view.marginUsed($1.market) }
    let paid = min(excess, max(0, view.units(money) - used))
    intents.add(.transfer(money, view.amount(paid, of: money), to: stakers, as: .coupon))
  }
}
