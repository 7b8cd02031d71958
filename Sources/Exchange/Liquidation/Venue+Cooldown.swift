import Quantities

extension Venue {
  /// Whether an account is left alone after a partial close; never below the policy's equity.
  func isCooling(
    _ account: AccountID,
    _ scope: LiquidationScope,
    _ status: MarginStatus
  ) -> Bool {
    let key = VenueState.LiquidationKey(account: account, scope: scope)
    guard let end = state.cooldowns[key], end > now else { return false }
    return canWait(status)
  }

  /// Leaves an account that was partly closed alone for a while, if the policy does.
  ///
  /// - Returns: Whether it is left alone.
  mutating func startCooldown(_ trigger: LiquidationTrigger) throws(ClearingError) -> Bool {
    let policy = configuration.policy
    guard policy.partialCooldown > .zero else { return false }
    guard canWait(try state.status(of: trigger.account, trigger.scope)) else { return false }
    let key = VenueState.LiquidationKey(account: trigger.account, scope: trigger.scope)
    state.cooldowns[key] = now + policy.partialCooldown
    return true
  }

  /// Forgets a cooldown.
  ///
  /// - Returns: Whether there was one: the rest of the account goes whole.
  @discardableResult
  mutating func endCooldown(of account: AccountID, _ scope: LiquidationScope) -> Bool {
    let key = VenueState.LiquidationKey(account: account, scope: scope)
    return state.cooldowns.removeValue(forKey: key) != nil
  }

  /// The first end of a cooldown that is still to come.
  var nextCooldownEnd: Instant? { state.cooldowns.values.filter { $0 > now }.min() }

  private func canWait(_ status: MarginStatus) -> Bool {
    let least = configuration.policy.cooldownEquityMin
    let equity = Int128(status.equity.units) * Int128(least.denominator)
    return status.equity.units > 0
      && equity >= Int128(status.maintenance.units) * Int128(least.numerator)
  }
}
