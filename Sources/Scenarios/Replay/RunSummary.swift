import Exchange
import Quantities

/// Computes the outcome of a run from its two traces.
struct RunSummary {
  let setting: RunSetting
  let factory: MarketFactory
  let treated: RunTrace
  let control: RunTrace

  private var scales: MarketScales { factory.scales }
  private var startPrice: Double { setting.state.price }

  func outcome(run: Int) -> RunOutcome {
    var outcome = RunOutcome(run: run, parameters: factory.opening.parameters)
    outcome.times = treated.steps.map(\.time)
    outcome.prices = treated.steps.map(\.price)
    outcome.pricesWithoutLeverage = control.steps.map(\.price)
    addMoves(&outcome)
    addLiquidations(&outcome)
    addLosses(&outcome)
    addCauses(&outcome)
    addOpenInterest(&outcome)
    outcome.outflow = -treated.steps.reduce(0) { $0 + $1.shock.exogenousVolume }
    let profile = OpeningProfile(factory: factory, without: setting.without)
    outcome.localGain = profile.localGain
    outcome.criticalSale = profile.criticalSale
    outcome.distanceToCascade = profile.distanceToCascade
    outcome.standsAtRest = OpeningProfile.standsAtRest(factory)
    outcome.violations = treated.violations + control.violations
    outcome.nonfiniteCount = treated.nonfiniteCount + control.nonfiniteCount
    outcome.drawHash = factory.opening.hash
    return outcome
  }

  /// Moves are measured at the turning point: where the price with leverage is furthest away.
  private func addMoves(_ outcome: inout RunOutcome) {
    let start = Libm.logarithm(startPrice)
    let moves = outcome.prices.map { Libm.logarithm($0) - start }
    guard let index = moves.indices.max(by: { abs(moves[$0]) < abs(moves[$1]) }) else { return }
    outcome.move = moves[index]
    outcome.moveWithoutLeverage =
      Libm.logarithm(outcome.pricesWithoutLeverage[index]) - start
  }

  private func addLiquidations(_ outcome: inout RunOutcome) {
    outcome.liquidatedByLeverage = Array(
      repeating: RunOutcome.Sides(),
      count: setting.state.leverageMixture.count
    )
    let hours = Int(
      ((treated.steps.last?.time ?? setting.state.asOf) - setting.state.asOf)
        .inSeconds / 3_600 + 0.999_999
    )
    outcome.liquidatedByHour = Array(repeating: RunOutcome.Sides(), count: max(1, hours))
    var previous = setting.state.asOf
    for step in treated.steps {
      let hour = min(Int((previous - setting.state.asOf).inSeconds / 3_600), max(1, hours) - 1)
      previous = step.time
      outcome.liquidationCount += step.outcome.liquidationCount
      outcome.autoDeleveraged += scales.dollars(step.outcome.autoDeleveragedNotional)
      outcome.insuranceFundChange += scales.dollars(step.outcome.insuranceFundChange)
      outcome.badDebt += scales.dollars(step.outcome.badDebt)
      outcome.socialisedLoss += scales.dollars(step.outcome.socialisedLoss)
      for trade in treated.engine.forest.trades[step.outcome.tradeRange]
      where trade.trade.kind == .liquidation || trade.trade.kind == .takeoverClose {
        add(trade, hour: hour, &outcome)
      }
    }
  }

  private func add(_ trade: CascadeTrade, hour: Int, _ outcome: inout RunOutcome) {
    let value = scales.dollars(trade.trade.fillNotional)
    let path: WritableKeyPath<RunOutcome.Sides, Double> =
      trade.trade.side == .sell ? \.long : \.short
    outcome.liquidated[keyPath: path] += value
    outcome.liquidatedByHour[hour][keyPath: path] += value
    outcome.liquidatedByLeverage[Int(trade.leverageBand)][keyPath: path] += value
  }

  /// Realised losses of accounts on margin; the market makers' is what they bought and sold, at the
  /// last price.
  private func addLosses(_ outcome: inout RunOutcome) {
    let accounts = treated.engine.accounts
    let opening = treated.openingAccounts
    let price = scales.grid.price(ofLog: Libm.logarithm(outcome.prices.last ?? startPrice))
    let bought = accounts.residualContracts - opening.residualContracts
    let value =
      (try? scales.trade.cash(for: bought, at: price, rounding: .toNearestOrEven)) ?? .zero
    let dealt = value + accounts.residualCash - opening.residualCash
    outcome.losses = [
      -scales.dollars(accounts.realisedProfit[Int(OwnerClass.retail.rawValue)]),
      -scales.dollars(accounts.realisedProfit[Int(OwnerClass.institution.rawValue)]),
      -scales.dollars(dealt),
      -outcome.insuranceFundChange,
      -scales.dollars(accounts.fees),
    ]
  }

  private func addCauses(_ outcome: inout RunOutcome) {
    let nodes = treated.engine.forest.nodes
    for node in nodes where !node.kind.isRoot {
      outcome.forcedTrades += 1
      outcome.deepestChain = max(outcome.deepestChain, Int(node.depth))
      if node.parent >= 0, !nodes[Int(node.parent)].kind.isRoot { outcome.forcedByForced += 1 }
    }
    outcome.orphanCount = treated.engine.forest.orphanCount
  }

  private func addOpenInterest(_ outcome: inout RunOutcome) {
    let unleveraged = factory.opening.unleveragedOpenInterest
    // Without leverage nothing leaves the book, so the control still holds the opening one.
    let opening = control.engine.book.totals(of: .long).size
    let before = scales.quantity(opening) + unleveraged
    let engine = treated.engine
    let longs =
      engine.book.totals(of: .long).size + Int128(max(0, engine.accounts.residualContracts.units))
      + Int128(max(0, engine.accounts.exogenousContracts.units))
    let after = scales.quantity(longs) + unleveraged
    let price = outcome.prices.last ?? startPrice
    outcome.openInterestChangeInAsset = after / before - 1
    outcome.openInterestChange = after * price / (before * startPrice) - 1
    let fall = before * startPrice - after * price
    if fall > 0 {
      outcome.forcedShareOfOpenInterest = max(0, (before - after) * startPrice / fall)
    }
  }
}
