import Quantities

extension ForeignBank {
  /// What it wants to have onshore, dollars: what it opened with less what its debts have cost.
  func target(_ start: Opening) -> Double { start.dollars - paidInterest }

  /// Dollars below which a lack is rounding.
  func isMissing(_ dollars: Double, _ start: Opening) -> Bool { dollars > 1e-6 * start.dollars }

  /// Pays what falls due and is not rolled, and borrows it again: paper first, then swaps.
  mutating func roll(
    _ view: ParticipantView,
    _ start: Opening,
    interest: Double,
    _ intents: inout IntentList
  ) {
    let refusal = trust.refusal(view, probability: figures.defaultProbability)
    if let reason = refusal.cause { cause = reason }
    isRefused = refusal.cause != nil
    let share = terms.rollShare
    let paper = repay(claims.paper, share * refusal.ofPaper, view, &intents)
    let swaps = repay(claims.swaps, share, view, &intents)
    let deposits = repay(claims.deposits, share * refusal.ofDeposits, view, &intents)
    let leaving = paper + swaps + deposits + interest
    let line = claims.line.map { view.outstanding($0.loan) } ?? 0
    // The line is dear: what it has lent is looked for elsewhere again every day.
    var wanted = target(start) - (money.total(view) - leaving) + line
    if !isMissing(wanted, start) { wanted = 0 }
    let owed = view.outstanding(claims.paper) - paper
    let room = max(0, terms.paperLimit * start.paper - owed)
    wanted -= sellPaper(min(wanted, (1 - refusal.ofPaper) * room), view, &intents)
    intents.publish(figures.demand, view.outstanding(claims.swaps) - swaps + wanted)
    swapped = Array(repeating: 0, count: dealers.count)
    _ = swap(wanted, view, &intents)
  }

  /// Repays every holder of a debt the same share of it.
  private func repay(
    _ claim: InstrumentID,
    _ share: Double,
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) -> Double {
    guard share > 0 else { return 0 }
    var repaid = 0.0
    for creditor in view.creditors(of: claim) {
      let amount = view.amount(share * creditor.units, of: claim)
      guard amount > .zero else { continue }
      intents.add(.repay(loan: claim, amount, to: creditor.account, money: money.deposits))
      repaid += Double(amount.units) / 10_000
    }
    return repaid
  }

  /// New paper, spread evenly over the money funds.
  private func sellPaper(
    _ dollars: Double,
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) -> Double {
    guard dollars > 0, !funds.isEmpty else { return 0 }
    let amount = view.amount(dollars / Double(funds.count), of: claims.paper)
    for fund in funds {
      intents.add(.borrow(loan: claims.paper, amount, from: fund, money: money.deposits))
    }
    return Double(amount.units) / 10_000 * Double(funds.count)
  }

  /// Borrows over swaps from one dealer after the other, from each what it can still lend today.
  ///
  /// - Returns: What no dealer lends, dollars.
  private mutating func swap(
    _ dollars: Double,
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) -> Double {
    var left = dollars
    for (place, dealer) in dealers.enumerated() {
      let lent = min(left, view.figure(dealer.capacity) - swapped[place])
      guard lent > 0 else { continue }
      let amount = view.amount(lent, of: claims.swaps)
      intents.add(.borrow(loan: claims.swaps, amount, from: dealer.account, money: money.deposits))
      swapped[place] += lent
      left -= lent
    }
    return left
  }

  /// Swaps what money funds had no cash for, draws the line for what it still lacks, or repays it.
  mutating func close(
    _ view: ParticipantView,
    _ start: Opening,
    _ intents: inout IntentList
  ) {
    var missing = target(start) - money.total(view)
    if isMissing(missing, start) { missing = swap(missing, view, &intents) }
    if terms.hasLine, let line = claims.line {
      if isMissing(missing, start) {
        intents.add(.drawSwapLine(line, view.amount(missing, of: money.reserves)))
        missing = 0
      } else if missing < 0, view.outstanding(line.loan) > 0 {
        intents.add(.repaySwapLine(line, view.amount(-missing, of: money.reserves)))
      }
    }
    money.balance(view, deposits: start.deposits, reserves: start.reserves, &intents)
    intents.publish(figures.shortfall, isMissing(missing, start) ? missing : 0)
    intents.publish(
      figures.defaultProbability,
      terms.defaultProbability(worth: view.netWorth, opening: start.worth)
    )
    publishBackflow(view, start, &intents)
    // What is sold once everything is met again is no longer the run's doing.
    if !isRefused, !isMissing(missing, start) { cause = .figure(figures.shortfall) }
  }
}
