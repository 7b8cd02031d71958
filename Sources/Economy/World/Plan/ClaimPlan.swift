/// A claim that the opening sheet lacks: a currency, an index, deposits of a second bank.
///
/// Somebody's new asset is somebody's new debt, so a plan says where it comes from: it replaces a claim
/// that its holders give up, or its issuer gets a debt of someone else for it.
public struct ClaimPlan: Hashable, Sendable {
  /// What the issuer gets when it issues the claim.
  public enum Origin: Hashable, Sendable {
    /// Holders give up the same value of another claim, which its issuer cancels.
    case replaces(String)
    /// A debtor owes the issuer the same number of units, as a claim of this name at the same price.
    case owedBy(String, as: String)
  }

  /// The name.
  public var name: String
  /// The account that owes it: of the opening sheet, or a new one of this name.
  public var issuer: String
  /// Whether a new issuer keeps reserves and settles its customers' payments.
  public var isBank: Bool
  /// What one unit is called.
  public var unit: String
  /// The opening price in dollars.
  public var price: Double
  /// Decimals of the smallest quantity.
  public var quantityDecimals: Int
  /// Decimals of the price.
  public var priceDecimals: Int
  /// Where it comes from.
  public var origin: Origin
  /// Accounts of the opening sheet and how much they hold, in whole units.
  public var holders: [CoinPlan.Holder]

  /// Creates a claim.
  public init(
    _ name: String,
    of issuer: String,
    isBank: Bool = false,
    unit: String = "USD",
    price: Double = 1,
    quantityDecimals: Int = 4,
    priceDecimals: Int = 4,
    origin: Origin,
    holders: [CoinPlan.Holder]
  ) {
    self.name = name
    self.issuer = issuer
    self.isBank = isBank
    self.unit = unit
    self.price = price
    self.quantityDecimals = quantityDecimals
    self.priceDecimals = priceDecimals
    self.origin = origin
    self.holders = holders
  }
}
