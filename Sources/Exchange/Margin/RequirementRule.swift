/// What a venue counts in the margin requirement of a position.
public struct RequirementRule: Hashable, Sendable {
  /// The value on which maintenance margin is charged.
  public enum Basis: Sendable, Hashable, CaseIterable {
    /// The entry value: Bybit isolated, `p_liq = e (1 − s (1/L − m))` [BY-iso].
    case entryValue
    /// The value at the mark price: Binance and most others [BN-liq].
    case markValue
  }

  /// Where the fee of the forced close enters the requirement.
  public enum ClosingFee: Sendable, Hashable, CaseIterable {
    /// Nowhere.
    case excluded
    /// At the liquidation price: `m + f` stands for `m` [OK-liq].
    case atLiquidationPrice
    /// At the bankruptcy price, as a fixed amount [BY-inv].
    case atBankruptcyPrice
  }

  /// The value on which maintenance margin is charged.
  public var basis: Basis
  /// Where the fee of the forced close enters.
  public var closingFee: ClosingFee

  /// Creates a rule.
  public init(basis: Basis, closingFee: ClosingFee) {
    self.basis = basis
    self.closingFee = closingFee
  }

  /// Maintenance on the mark value, no fee: Binance, Hyperliquid, the textbook form.
  public static let markValue = RequirementRule(basis: .markValue, closingFee: .excluded)
}
