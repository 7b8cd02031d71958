/// An outside asset with the accounts that hold it at the opening.
///
/// One of the opening sheet's keeps its holders and its price there; the holders here come beside them,
/// for what the sheet does not list.
public struct CoinPlan: Hashable, Sendable {
  /// The name.
  public var name: String
  /// Decimals of the smallest quantity.
  public var quantityDecimals: Int
  /// Decimals of the price.
  public var priceDecimals: Int
  /// The opening price in dollars.
  public var price: Double
  /// Accounts of the opening sheet and how much they hold, in whole units.
  public var holders: [Holder]

  /// One holder.
  public struct Holder: Hashable, Sendable {
    /// The account.
    public var account: String
    /// How much.
    public var quantity: Double

    /// Creates a holder.
    public init(_ account: String, _ quantity: Double) {
      self.account = account
      self.quantity = quantity
    }
  }

  /// Creates a coin.
  public init(
    _ name: String,
    price: Double,
    quantityDecimals: Int = 4,
    priceDecimals: Int = 4,
    holders: [Holder]
  ) {
    self.name = name
    self.price = price
    self.quantityDecimals = quantityDecimals
    self.priceDecimals = priceDecimals
    self.holders = holders
  }
}
