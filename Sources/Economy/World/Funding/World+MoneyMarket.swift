import Quantities
import Statistics

extension World {
  /// D5: interest is paid, overnight debts mature, are funded anew or not, and everybody sees the result.
  func settleMoneyMarket() throws(WorldError) {
    try payRepoInterest()
    repo.clearOrders()
    try ask(.settlement)
    try clearRepo()
    try ask(.settled)
  }

  /// Pays what debts since the last settlement cost, as far as the borrower can.
  private func payRepoInterest() throws(WorldError) {
    let days = Double(clock.day - repo.lastDay)
    repo.lastDay = clock.day
    for accrual in repo.accruals {
      let owed = Amount(Int64((accrual.perDay * days).rounded(.toNearestOrEven)))
      try pay(owed, from: accrual.payer, to: accrual.receiver, as: .coupon)
    }
  }

  /// Lets offers and needs meet, posts the changes of all debts as one batch, and publishes the rates.
  private func clearRepo() throws(WorldError) {
    repo.today = nil
    repo.accruals.removeAll(keepingCapacity: true)
    repo.shortfalls.removeAll(keepingCapacity: true)
    guard let repoFigures, !repo.needs.isEmpty else { return }
    let lenders = repo.offers.map { cut($0) }
    repo.market.terms.standingFacilityRate = figures[repoFigures.facility.index]
    var stream = stream(StreamKey.of("repo market"), .repoMarket)
    let outcome = repo.market.clear(
      lenders: lenders.flatMap(\.self),
      borrowers: repo.needs.flatMap { borrowers(of: $0) },
      using: &stream
    )
    var allocation = allocation(of: outcome, deskCounts: lenders.map(\.count))
    allocation.makePayable(
      borrowers: repo.needs.map { available($0.need.money, to: $0.account) },
      lenders: repo.offers.map { lendable($0) },
      banks: settlingBanks()
    )
    try post(allocation)
    accrue(allocation, outcome, deskCounts: lenders.map(\.count))
    enterShortfalls(allocation, outcome)
    publish(outcome, in: repoFigures)
  }

  /// The desks of an offer, their cash cut alike to what the lender has and has lent overnight.
  private func cut(_ line: RepoDesk.Offer) -> [RepoLender] {
    let lent = repo.needs.reduce(Amount.zero) { $0 + available($1.need.claim, to: line.account) }
    let most = Double((lent + lendable(line)).units)
    let wanted = line.offer.desks.reduce(0.0) { $0 + Double($1.cash.units) }
    guard wanted > most else { return line.offer.desks }
    return line.offer.desks.map { desk in
      var desk = desk
      desk.cash = Amount(Int64((Double(desk.cash.units) * (most / wanted)).rounded(.down)))
      return desk
    }
  }

  private func borrowers(of line: RepoDesk.Need) -> [RepoBorrower] {
    guard line.need.standingClaim == nil else { return line.need.desks }
    return line.need.desks.map { desk in
      var desk = desk
      desk.isStandingFacilityEligible = false
      return desk
    }
  }

  /// The banks that borrowers keep their money with, and who is paid inside each.
  private func settlingBanks() -> [RepoAllocation.Bank] {
    let bankOf = repo.needs.map { issuer(of: $0.need.money) }
    var banks: [LedgerAccountID] = []
    for case .some(let bank) in bankOf where bank != settlement.centralBank && !banks.contains(bank)
    {
      banks.append(bank)
    }
    return banks.map { bank in
      RepoAllocation.Bank(
        reserves: available(settlement.reserves, to: bank),
        borrowers: bankOf.map { $0 == bank },
        lenders: repo.offers.map { $0.account == bank || issuer(of: $0.offer.money) == bank }
      )
    }
  }

  /// What a lender can pay a borrower who keeps deposits.
  private func lendable(_ line: RepoDesk.Offer) -> Amount {
    let source = LedgerSettlement.Party(line.account, in: line.offer.money)
    return payable(from: source, to: LedgerSettlement.Party(residual, in: deposits))
  }

  private func allocation(of outcome: RepoOutcome, deskCounts: [Int]) -> RepoAllocation {
    let lenderOf = owners(deskCounts)
    let needOf = owners(repo.needs.map(\.need.desks.count))
    var after = [Amount](repeating: .zero, count: repo.offers.count * repo.needs.count)
    var standing = [Amount](repeating: .zero, count: repo.needs.count)
    for trade in outcome.trades {
      let need = needOf[trade.borrower]
      guard let desk = trade.lender else {
        standing[need] += trade.amount
        continue
      }
      after[lenderOf[desk] * repo.needs.count + need] += trade.amount
    }
    var lines: [RepoAllocation.Line] = []
    for (need, line) in repo.needs.enumerated() {
      for (lender, offer) in repo.offers.enumerated() {
        lines.append(
          RepoAllocation.Line(
            lender: lender,
            need: need,
            before: available(line.need.claim, to: offer.account),
            after: after[lender * repo.needs.count + need]
          )
        )
      }
    }
    let before = repo.needs.map { line in
      line.need.standingClaim.map { available($0, to: settlement.centralBank) } ?? .zero
    }
    return RepoAllocation(lines: lines, standing: zip(before, standing).map { ($0, $1) })
  }

  /// Whose desk each place is.
  private func owners(_ counts: [Int]) -> [Int] {
    counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
  }
}
