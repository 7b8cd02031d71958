public import Quantities

/// An asset against money: delivery and payment in one batch.
///
/// The cash is round-half-even(price · quantity), the same integer for both sides.
public struct AssetTrade: Hashable, Sendable {
  /// What is traded: a claim or an outside asset.
  public let asset: InstrumentID
  /// How much, in the asset's smallest quantity; positive.
  public let quantity: Amount
  /// Dollars per unit in the asset's price decimals.
  public let price: Price
  /// Who gets the asset and pays.
  public let buyer: LedgerSettlement.Party
  /// Who gives the asset and is paid.
  public let seller: LedgerSettlement.Party

  /// Creates a trade.
  public init(
    of asset: InstrumentID,
    _ quantity: Amount,
    at price: Price,
    buyer: LedgerSettlement.Party,
    seller: LedgerSettlement.Party
  ) {
    self.asset = asset
    self.quantity = quantity
    self.price = price
    self.buyer = buyer
    self.seller = seller
  }

  /// The postings of the trade.
  ///
  /// - Parameters:
  ///   - kind: Why it happens: a forced sale is a liquidation.
  ///   - settlement: How the cash gets from buyer to seller.
  ///   - ledger: The books it is meant for.
  /// - Returns: Delivery and payment.
  /// - Throws: ``LedgerError`` if the cash leaves 64 bits or cannot be paid that way.
  public func batch(
    as kind: LedgerFlowKind = .trade,
    settlement: LedgerSettlement,
    in ledger: Ledger
  ) throws(LedgerError) -> LedgerBatch {
    var batch = LedgerBatch(kind)
    let cash = try ledger.cash(for: quantity, of: asset, at: price)
    batch.transfer(asset, from: seller.account, to: buyer.account, quantity)
    try settlement.pay(cash, from: buyer, to: seller, in: ledger, adding: &batch)
    return batch
  }
}

extension Ledger {
  /// The cash of a quantity at a price in 10⁻⁴ dollars, rounded half to even.
  ///
  /// - Throws: ``LedgerError/overflow(account:instrument:posting:)`` if it leaves 64 bits.
  public func cash(
    for quantity: Amount,
    of instrument: InstrumentID,
    at price: Price
  ) throws(LedgerError) -> Amount {
    guard instrument.column < instrumentCount else {
      throw .instrumentUnknown(index: instrument.index)
    }
    let description = instruments[instrument.column]
    let scale = TradeScale(
      baseDecimals: description.quantityDecimals,
      priceDecimals: description.priceDecimals,
      quoteDecimals: Asset.usd.decimals
    )
    do throws(QuantityError) {
      return try scale.cash(for: quantity, at: price, rounding: .toNearestOrEven)
    } catch {
      throw .overflow(account: "any", instrument: description.name, posting: "\(error)")
    }
  }
}
