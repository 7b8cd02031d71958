/// Why something changed hands: the rows of the transaction-flow matrix.
public enum LedgerFlowKind: UInt8, Sendable, Hashable, CaseIterable {
  /// The opening balance sheet is written down.
  case opening
  /// An asset is exchanged for money.
  case trade
  /// Money is paid for nothing else: wages, taxes, public spending.
  case payment
  /// Longs and shorts pay each other to keep a contract near its index.
  case funding
  /// Gains and losses of a contract since its last settlement are paid.
  case variationMargin
  /// An issuer pays its holders.
  case coupon
  /// Claims are created or repaid at par: loans, repo, fund shares, stablecoins.
  case lending
  /// A forced trade or takeover of a position.
  case liquidation
  /// Creditors write down what a debtor will not pay.
  case `default`
  /// Assets are stolen.
  case hack
  /// The Treasury issues gold certificates against a higher price of its gold.
  case goldRevaluation
  /// The central bank buys or sells an asset.
  case assetPurchase
  /// The central bank lends to another one, which lends on.
  case swapLine
  /// An outside asset comes into being.
  case production
  /// An outside asset is used up.
  case consumption
  /// A price changes while nothing changes hands.
  case revaluation

  var row: Int { Int(rawValue) }

  /// The words in a table's first column.
  public var title: String {
    switch self {
    case .variationMargin: "variation margin"
    case .goldRevaluation: "gold revaluation"
    case .assetPurchase: "asset purchase"
    case .swapLine: "swap line"
    case .opening, .trade, .payment, .funding, .coupon, .lending, .liquidation, .default, .hack,
      .production, .consumption, .revaluation:
      String(describing: self)
    }
  }
}
