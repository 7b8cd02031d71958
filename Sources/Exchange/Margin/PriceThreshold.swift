/// The prices at which a condition such as "equity is used up" holds.
///
/// Venues show "none" where a price would be zero, negative or infinite; here the two opposite
/// reasons are kept apart.
public enum PriceThreshold<Value: Sendable>: Sendable {
  /// No positive price fulfils the condition.
  case never
  /// The condition holds at this price and below: a net long.
  case atOrBelow(Value)
  /// The condition holds at this price and above: a net short.
  case atOrAbove(Value)
  /// Every positive price fulfils the condition.
  case always

  /// The price, or nil where there is none to show.
  public var price: Value? {
    switch self {
    case .atOrBelow(let value), .atOrAbove(let value): value
    case .never, .always: nil
    }
  }

  /// The same threshold on another scale.
  func mapped<Other: Sendable>(
    _ transform: (Value, _ isFall: Bool) throws(MarginError) -> Other
  ) throws(MarginError) -> PriceThreshold<Other> {
    switch self {
    case .never: .never
    case .always: .always
    case .atOrBelow(let value): .atOrBelow(try transform(value, true))
    case .atOrAbove(let value): .atOrAbove(try transform(value, false))
    }
  }
}

extension PriceThreshold: Equatable where Value: Equatable {}
extension PriceThreshold: Hashable where Value: Hashable {}
