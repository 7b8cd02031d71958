/// What happens when an order would trade against its own account's resting order.
///
/// The taker's mode decides. Source: Binance developers, "Self Trade Prevention (STP) FAQ".
public enum SelfTradePrevention: UInt8, Sendable, Hashable, CaseIterable {
  /// Own orders trade with each other.
  case none
  /// The taker's remainder is cancelled; the maker stays.
  case expireTaker
  /// The maker is cancelled; the taker goes on.
  case expireMaker
  /// Both are cancelled.
  case expireBoth
  /// Both are reduced by the smaller of the two quantities, without a trade.
  case decrement
}
