import Quantities

extension Venue {
  /// Brings a market's payment forward to this instant; prices of the instant still go first.
  mutating func payFundingNow(_ contract: ContractID) -> CommandRefusal? {
    guard isListed(contract) else { return .contractUnknown }
    guard state.market(contract).fundingRule != nil else { return .fundingNotAsRuled }
    guard state.markets[Int(contract)].index != nil else { return .markMissing }
    state.markets[Int(contract)].funding = VenueState.ScheduledFunding(rate: nil, due: now)
    return nil
  }

  /// Pays what is due, at its announced rate or the one the rule gives, and schedules the next
  /// payment of a rule.
  mutating func pay(
    _ funding: VenueState.ScheduledFunding,
    _ contract: ContractID
  ) throws(ClearingError) {
    let number = Int(contract)
    guard let rule = state.market(contract).fundingRule else {
      try state.payFunding(contract, rate: funding.rate ?? .zero)
      return
    }
    let premium = state.markets[number].premium.value(at: now) ?? .zero
    let rate = rule.rate(premium: premium)
    try state.payFunding(contract, rate: rate)
    guard !state.markets[number].isSettled else { return }
    state.markets[number].basisRate = rate
    state.markets[number].premium.restart(at: now)
    let due = rule.nextPayment(after: now)
    state.markets[number].funding = VenueState.ScheduledFunding(rate: nil, due: due)
    refreshMarks()
  }
}
