public import Quantities

/// What a participant wants to do; the world does it, in part or not at all, and never more.
public struct Intent: Hashable, Sendable {
  /// The acts.
  public enum Act: Hashable, Sendable {
    /// A market order in a spot market, paid in a money; of one's own claim, an issue or buy-back.
    case order(MarketID, OrderSize, money: InstrumentID)
    /// Opens a perpetual position of a signed notional in dollars at a leverage.
    case open(MarketID, notional: Double, leverage: Double)
    /// Closes up to a notional in dollars of the long (positive) or short (negative) position.
    case close(MarketID, notional: Double)
    /// Trades a dated future for a signed notional in dollars.
    case future(MarketID, notional: Double)
    /// Creates claims at a facility with what it takes.
    case create(FacilityID, claims: Amount)
    /// Redeems claims at a facility for what it gives.
    case redeem(FacilityID, claims: Amount)
    /// Changes one's own facility.
    case adjust(FacilityID, FacilityTerms)
    /// Gives a claim or asset to an account for nothing else: coupons, fees, collateral, taxes.
    case transfer(InstrumentID, Amount, to: LedgerAccountID, as: LedgerFlowKind)
    /// Pays money of one kind to an account, or oneself, that keeps another: taxes, spending, deposits
    /// placed at the central bank.
    case pay(
      Amount,
      from: InstrumentID,
      to: LedgerAccountID,
      in: InstrumentID,
      as: LedgerFlowKind
    )
    /// Pays money to the holders of a claim on oneself, each its share in the money that it keeps.
    case payHolders(of: InstrumentID, Amount, money: InstrumentID)
    /// Offers cash in the overnight market; at ``DayStage/settlement``.
    case lendOvernight(RepoOffer)
    /// Asks for cash in the overnight market; at ``DayStage/settlement``.
    case borrowOvernight(RepoNeed)
    /// Lets a foreign bank borrow dollars over its own central bank; of the bank that borrows.
    case drawSwapLine(SwapLine, Amount)
    /// Repays dollars borrowed over a swap line as far as there are reserves.
    case repaySwapLine(SwapLine, Amount)
    /// Certificates on gold against the Treasury's account; of the Treasury.
    case revalueGold(GoldRevaluation, Amount)
    /// Issues a loan on oneself to a lender against money of the lender; a bank lends by owing a deposit.
    case borrow(loan: InstrumentID, Amount, from: LedgerAccountID, money: InstrumentID)
    /// Repays a loan on oneself to a lender.
    case repay(loan: InstrumentID, Amount, to: LedgerAccountID, money: InstrumentID)
    /// Cancels a claim on oneself that an account holds and issues it another one instead: conversion.
    case convert(InstrumentID, Amount, into: InstrumentID, Amount, of: LedgerAccountID)
    /// Writes a fraction of one's own claim down for every holder alike.
    case writeDown(InstrumentID, fraction: Double)
    /// Makes or uses up an outside asset by a technology: mining.
    case produce(InstrumentID, Amount)
    /// Publishes a figure.
    case publish(FigureID, Double)
  }

  /// What.
  public var act: Act
  /// Why, in kind.
  public var tag: IntentTag
  /// Because of what.
  public var cause: CauseReference
  /// Who; set by the list it is added to.
  var participant = 0

  /// Creates an intent.
  public init(_ act: Act, _ tag: IntentTag, because cause: CauseReference) {
    self.act = act
    self.tag = tag
    self.cause = cause
  }
}
