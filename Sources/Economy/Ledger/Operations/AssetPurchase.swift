public import Quantities

/// The central bank buys an asset with new money, or sells one and cancels the money.
///
/// A bank is paid in reserves. Anyone else is paid in deposits: its bank gets the reserves and owes
/// the deposit. Source: `model.md` §4.8.
public struct AssetPurchase: Hashable, Sendable {
  /// What the central bank buys.
  public let asset: InstrumentID
  /// How much; positive.
  public let quantity: Amount
  /// Dollars per unit in the asset's price decimals.
  public let price: Price
  /// Who sells, and the money it is paid in: reserves for a bank.
  public let seller: LedgerSettlement.Party

  /// Creates a purchase.
  public init(
    of asset: InstrumentID,
    _ quantity: Amount,
    at price: Price,
    from seller: LedgerSettlement.Party
  ) {
    self.asset = asset
    self.quantity = quantity
    self.price = price
    self.seller = seller
  }

  /// The postings of the purchase.
  ///
  /// - Throws: ``LedgerError`` if the cash leaves 64 bits or cannot be paid that way.
  public func batch(
    settlement: LedgerSettlement,
    in ledger: Ledger
  ) throws(LedgerError) -> LedgerBatch {
    let trade = AssetTrade(
      of: asset,
      quantity,
      at: price,
      buyer: LedgerSettlement.Party(settlement.centralBank, in: settlement.reserves),
      seller: seller
    )
    return try trade.batch(as: .assetPurchase, settlement: settlement, in: ledger)
  }
}
