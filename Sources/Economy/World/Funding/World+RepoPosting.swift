import Quantities

extension World {
  /// Posts the changes of every overnight debt as one batch, in which payments net.
  func post(_ allocation: RepoAllocation) throws(WorldError) {
    var batch = LedgerBatch(.lending)
    for line in allocation.lines {
      let offer = repo.offers[line.lender]
      let lender = LedgerSettlement.Party(offer.account, in: offer.offer.money)
      try change(repo.needs[line.need].need.claim, line.need, by: line.change, lender, &batch)
    }
    for (need, standing) in allocation.standing.enumerated() {
      guard let claim = repo.needs[need].need.standingClaim else { continue }
      let lender = LedgerSettlement.Party(settlement.centralBank, in: settlement.reserves)
      try change(claim, need, by: standing.after - standing.before, lender, &batch)
    }
    try apply(batch)
  }

  /// A lender lends more to a borrower or is repaid.
  private func change(
    _ claim: InstrumentID,
    _ need: Int,
    by amount: Amount,
    _ lender: LedgerSettlement.Party,
    _ batch: inout LedgerBatch
  ) throws(WorldError) {
    let line = repo.needs[need]
    let borrower = LedgerSettlement.Party(line.account, in: line.need.money)
    if amount > .zero {
      batch.issue(claim, issuer: line.account, to: lender.account, amount)
      try addPayment(amount, from: lender, to: borrower, adding: &batch)
    } else if amount < .zero {
      try addPayment(-amount, from: borrower, to: lender, adding: &batch)
      batch.redeem(claim, issuer: line.account, from: lender.account, -amount)
    }
  }

  /// What tonight's debts cost a day: traded ones at their rate, extended ones at the facility's.
  func accrue(_ allocation: RepoAllocation, _ outcome: RepoOutcome, deskCounts: [Int]) {
    let average = averageRates(outcome, deskCounts)
    let facility = repo.market.terms.standingFacilityRate
    for (index, line) in allocation.lines.enumerated() where line.after > .zero {
      let offer = repo.offers[line.lender]
      accrue(
        line.after,
        rate: average[index] ?? facility,
        line.need,
        to: LedgerSettlement.Party(offer.account, in: offer.offer.money)
      )
    }
    for (need, standing) in allocation.standing.enumerated() where standing.after > .zero {
      let lender = LedgerSettlement.Party(settlement.centralBank, in: settlement.reserves)
      accrue(standing.after, rate: facility, need, to: lender)
    }
  }

  private func accrue(
    _ debt: Amount,
    rate: Double,
    _ need: Int,
    to receiver: LedgerSettlement.Party
  ) {
    let line = repo.needs[need]
    repo.accruals.append(
      RepoDesk.Accrual(
        payer: LedgerSettlement.Party(line.account, in: line.need.money),
        receiver: receiver,
        perDay: Double(debt.units) * rate / 36_000
      )
    )
  }

  /// The volume-weighted rate of each line of an allocation; nil where nothing was traded.
  private func averageRates(_ outcome: RepoOutcome, _ deskCounts: [Int]) -> [Double?] {
    let lenderOf = deskCounts.enumerated().flatMap {
      Array(repeating: $0.offset, count: $0.element)
    }
    let needOf = repo.needs.enumerated().flatMap {
      Array(repeating: $0.offset, count: $0.element.need.desks.count)
    }
    var volumes = [Double](repeating: 0, count: repo.offers.count * repo.needs.count)
    var costs = volumes
    for trade in outcome.trades {
      guard let desk = trade.lender else { continue }
      let place = needOf[trade.borrower] * repo.offers.count + lenderOf[desk]
      volumes[place] += Double(trade.amount.units)
      costs[place] += Double(trade.amount.units) * trade.rate
    }
    return zip(volumes, costs).map { $0 > 0 ? $1 / $0 : nil }
  }

  /// What each borrower lacks, and why.
  func enterShortfalls(_ allocation: RepoAllocation, _ outcome: RepoOutcome) {
    var first = 0
    for (place, line) in repo.needs.enumerated() {
      let count = line.need.desks.count
      var shortfall = RepoShortfall()
      shortfall.unmet = outcome.failures[first..<first + count].reduce(.zero, +)
      shortfall.extended = allocation.extended[place]
      first += count
      guard shortfall.unmet > .zero || shortfall.extended > .zero else { continue }
      let reason = repo.offers.first { $0.offer.cause != .decision }?.offer.cause ?? .decision
      let parent = event(behind: reason)
      let event = enter(
        parent == .none ? .announcement : .consequence,
        parent: parent,
        participant: Int32(line.participant),
        notional: -Double(shortfall.unmet.units) / 10_000
      )
      shortfall.cause = .event(event)
      repo.shortfalls[line.need.claim] = shortfall
    }
  }

  /// Publishes the day's percentiles as figures.
  func publish(_ outcome: RepoOutcome, in published: RepoFigures) {
    guard let day = RepoDay(outcome) else { return }
    repo.today = day
    let rates = [day.p01, day.p25, day.p50, day.p75, day.p99]
    for (figure, rate) in zip(published.percentiles, rates) { figures[figure.index] = rate }
  }
}
