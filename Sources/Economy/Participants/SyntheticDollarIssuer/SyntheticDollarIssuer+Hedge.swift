import Exchange
import Quantities

extension SyntheticDollarIssuer {
  /// Moves the mix towards its target and the shorts to what the coins are worth.
  func hedge(_ view: ParticipantView, _ intents: inout IntentList) {
    let hedged = hedgedValue(view)
    let move = mixMove(view, hedged: hedged)
    for leg in coins {
      let value = view.units(leg.instrument) * view.price(leg.market)
      let limit = terms.participation * view.dailyVolume(leg.market) * view.clock.barDays
      let traded = min(limit, max(-limit, max(-value, move * leg.weight)))
      intents.trade(leg.market, dollars: traded, money: money, .neutral)
      let short = -min(0, view.perpetualPosition(leg.market))
      let missing = value + traded - short
      guard traded != 0 || abs(missing) > terms.tolerance * value else { continue }
      if missing > 1 {
        let notional = -missing
        intents.add(
          .open(leg.market, notional: notional, leverage: terms.hedgeLeverage),
          .neutral
        )
      } else if missing < -1 {
        intents.add(.close(leg.market, notional: missing), .neutral)
      }
    }
  }

  /// Coins at the market, dollars.
  func hedgedValue(_ view: ParticipantView) -> Double {
    coins.reduce(0) { $0 + view.units($1.instrument) * view.price($1.market) }
  }

  /// The annualised funding of seven days, weighted by the legs.
  func funding(_ view: ParticipantView) -> Double {
    coins.reduce(0) { $0 + $1.weight * view.fundingAnnual($1.market, days: 7) }
  }

  /// The dollars of coins to buy in the bar.
  private func mixMove(_ view: ParticipantView, hedged: Double) -> Double {
    // No rate is known before the first payment.
    guard view.clock.day > 0 else { return 0 }
    let dollars = view.units(money)
    // Margin may take four fifths of the stablecoins: the rest pays losses and redemptions.
    let margin = 0.8 * terms.hedgeLeverage
    let affordable = (hedged + dollars) * margin / (1 + margin)
    let ramp = min(1, max(0, funding(view) / terms.fundingFull))
    let target = min(affordable, terms.hedgeShareMax * ramp * view.outstanding(claim))
    let gap = target - hedged
    let used = coins.reduce(0) { $0 + view.marginUsed($1.market) }
    // Redemptions that reach into the margin cannot wait.
    if dollars < used / 0.9 { return min(gap, dollars - used / 0.9) }
    guard abs(gap) > terms.tolerance * max(hedged, target) else { return 0 }
    return terms.mixRate * view.clock.barDays * gap
  }
}
