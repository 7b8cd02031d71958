import Quantities

extension Venue {
  /// Passes part of the engine's position on at its own entry value, so that the engine neither
  /// gains nor loses.
  @discardableResult
  mutating func passOn(
    lots: Int64,
    to other: TradeLeg,
    _ takeover: Takeover,
    as kind: ClearingEventKind
  ) throws(ClearingError) -> (fill: VenueState.ForcedFill, outcome: TradeOutcome) {
    guard lots > 0 else {
      return (
        VenueState.ForcedFill(), TradeOutcome(buyerRealised: .zero, sellerRealised: .zero)
      )
    }
    let contract = takeover.target.contract
    let size = try state.market(contract).size(ofLots: lots)
    let position = held(contract)
    let signed = position.size.units > 0 ? -size : size
    // The entry value that closing this size sets free; valuing the trade at it realises nothing.
    let released = try position.change(byFilling: signed, value: .zero).entryValue
    return try trade(signed, value: released, with: other, takeover, as: kind)
  }

  /// Trades a signed size of the engine's with another account at a value.
  mutating func trade(
    _ signed: Amount,
    value: Amount,
    with other: TradeLeg,
    _ takeover: Takeover,
    as kind: ClearingEventKind
  ) throws(ClearingError) -> (fill: VenueState.ForcedFill, outcome: TradeOutcome) {
    let contract = takeover.target.contract
    let engine = TradeLeg(account: SystemAccount.liquidationEngine)
    let isBuying = signed.units > 0
    let outcome = try state.house.trade(
      contract,
      quantity: signed.magnitude,
      value: isBuying ? value : -value,
      buyer: isBuying ? engine : other,
      seller: isBuying ? other : engine,
      as: kind
    )
    let lots = state.market(contract).lots(of: signed.magnitude)
    return (VenueState.ForcedFill(lots: lots, value: value), outcome)
  }
}
