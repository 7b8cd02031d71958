/// What the ledger is told about an instrument.
///
/// A claim has exactly one issuer. Loans or repo with several debtors are one instrument per debtor
/// and share a ``family``, so that who loses when a debtor fails is never a question, and what each
/// debtor owes is exact by itself.
public struct LedgerInstrument: Hashable, Sendable {
  /// The three forms of `model.md` §0.1.
  public enum Form: Hashable, Sendable {
    /// The liability of one account.
    case claim(issuer: LedgerAccountID)
    /// Nobody's liability; made and used up only by production and consumption.
    case outside
    /// A contract between holders: signed positions that sum to zero.
    case derivative
  }

  /// The name in tables and errors.
  public let name: String
  /// The row of a Godley table that the instrument is part of.
  public let family: String
  /// Claim, outside asset or derivative.
  public let form: Form
  /// Decimals of the smallest quantity.
  public let quantityDecimals: Int
  /// Decimals of the price in dollars per one unit.
  public let priceDecimals: Int
  /// What one unit is called.
  public let unit: String

  /// The decimals of an exact value: quantity times price, in 10⁻¹² dollars.
  public static let valueDecimals = 12

  /// Creates the description of an instrument.
  ///
  /// - Parameters:
  ///   - name: Not empty, unique in the ledger.
  ///   - family: The instrument's own name if nil.
  ///   - form: Claim, outside asset or derivative.
  ///   - quantityDecimals: Not negative; 4 for money and shares, 8 for bitcoin and ether.
  ///   - priceDecimals: Not negative; with `quantityDecimals` at most 12.
  ///   - unit: What one unit is called.
  public init(
    name: String,
    family: String? = nil,
    form: Form,
    quantityDecimals: Int = 4,
    priceDecimals: Int = 4,
    unit: String = "USD"
  ) {
    precondition(!name.isEmpty, "an instrument needs a name")
    precondition(
      quantityDecimals >= 0 && priceDecimals >= 0
        && quantityDecimals + priceDecimals <= LedgerInstrument.valueDecimals,
      "decimals of \(name) exceed 12: \(quantityDecimals) and \(priceDecimals)"
    )
    self.name = name
    self.family = family ?? name
    self.form = form
    self.quantityDecimals = quantityDecimals
    self.priceDecimals = priceDecimals
    self.unit = unit
  }
}
