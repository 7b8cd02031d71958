import Quantities

extension RepoMarket {
  /// Without exposures all borrowers rank lenders alike: asked lenders in the order of ranks.
  mutating func serve(
    _ index: Int,
    _ borrower: RepoBorrower,
    _ lenders: [RepoLender],
    _ scale: Double
  ) {
    let surcharge = borrower.riskSurcharge(lossGivenDefault: terms.lossGivenDefault)
    for word in asked.indices {
      var bits = asked[word]
      while bits != 0 {
        let rank = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        let lender = ranked[rank]
        if borrower.defaultProbability > lenders[lender].defaultProbabilityLimit {
          outcome.refusalCount += 1
          continue
        }
        let rate = baseRates[lender] + surcharge
        guard rate <= borrower.maximumRate else { return }
        let limit = lenders[lender].exposureLimit ?? outcome.idleCash[lender]
        lend(index, borrower, rank, rate, limit, scale)
        guard outcome.failures[index] > .zero else { return }
      }
    }
  }

  mutating func serve(
    _ index: Int,
    _ borrowers: [RepoBorrower],
    _ lenders: [RepoLender],
    _ exposures: [Amount],
    _ scale: Double
  ) {
    let borrower = borrowers[index]
    offers.removeAll(keepingCapacity: true)
    for rank in ranked.indices where asked.contains(rank) {
      let lender = ranked[rank]
      let rate = lenders[lender].reservationRate(
        for: borrower,
        exposure: exposures[lender * borrowers.count + index],
        lossGivenDefault: terms.lossGivenDefault
      )
      if let rate { offers.append((rate, rank)) } else { outcome.refusalCount += 1 }
    }
    offers.sort { ($0.rate, $0.rank) < ($1.rate, $1.rank) }
    for (rate, rank) in offers where outcome.failures[index] > .zero {
      guard rate <= borrower.maximumRate else { return }
      let lender = ranked[rank]
      let exposure = exposures[lender * borrowers.count + index]
      let limit = lenders[lender].exposureLimit.map { $0 - exposure } ?? outcome.idleCash[lender]
      lend(index, borrower, rank, rate, limit, scale)
    }
  }

  mutating func lend(
    _ index: Int,
    _ borrower: RepoBorrower,
    _ rank: Int,
    _ asked: Double,
    _ limit: Amount,
    _ scale: Double
  ) {
    let lender = ranked[rank]
    let amount = min(outcome.failures[index], outcome.idleCash[lender], limit)
    let tightness = scale * Double(outcome.bilateralVolume.units)
    let rate = asked + tightness * (borrower.maximumRate - asked)
    outcome.trades.append(RepoTrade(lender: lender, borrower: index, amount: amount, rate: rate))
    outcome.failures[index] -= amount
    outcome.idleCash[lender] -= amount
    outcome.bilateralVolume += amount
    if outcome.idleCash[lender] == .zero { solvent.remove(rank) }
  }

  mutating func finish(_ index: Int, _ borrower: RepoBorrower) {
    let rest = outcome.failures[index]
    guard rest > .zero, borrower.isStandingFacilityEligible else { return }
    outcome.trades.append(
      RepoTrade(lender: nil, borrower: index, amount: rest, rate: terms.standingFacilityRate)
    )
    outcome.failures[index] = .zero
    outcome.standingFacility += rest
  }
}
