/// How a contract's value depends on its price.
///
/// | | linear and quanto | inverse |
/// |---|---|---|
/// | value of size q at price p | `V = q p` in the settlement asset | `V = q / p` in coin |
/// | profit of a side s entered at value E | `s (V − E)` | `s (E − V)` |
/// | average entry | arithmetic, `ΣqᵢPᵢ / Σqᵢ` | harmonic, `Σqᵢ / Σ(qᵢ/pᵢ)` |
///
/// Source: `exchange-mechanics.md` §1 [BM-inv, BY-iso].
public enum Payoff: Sendable, Hashable, CaseIterable {
  /// Straight in the price; size in base units, value and margin in the quote asset.
  case linear
  /// Convex in the price; size in quote units, value and margin in the base coin.
  case inverse
  /// Straight in the price; paid in a third asset with a fixed multiplier.
  case quanto

  /// Whether value rises with the price.
  public var isStraight: Bool { self != .inverse }

  /// The value of `size` at `price`, for analysis; the engine uses
  /// ``Contract/value(of:at:rounding:)``.
  ///
  /// - Parameters:
  ///   - size: Base units (linear), quote units (inverse), contracts times multiplier (quanto).
  ///   - price: Positive for an inverse contract.
  /// - Returns: Settlement units.
  public func value(of size: Double, at price: Double) -> Double {
    self == .inverse ? size / price : size * price
  }

  /// The price at which `size` has `value`: the average entry price of a position.
  public func price(of size: Double, value: Double) -> Double {
    self == .inverse ? size / value : value / size
  }

  /// The profit of a position that was entered at one value and stands at another.
  ///
  /// The one formula of profit and loss; it serves doubles and exact integers alike.
  ///
  /// - Parameters:
  ///   - side: Long or short.
  ///   - entryValue: The value at entry, not negative.
  ///   - exitValue: The value at the mark or the exit, not negative.
  /// - Returns: The gain, negative for a loss.
  public func profit<Number: SignedNumeric>(
    _ side: PositionSide,
    entryValue: Number,
    exitValue: Number
  ) -> Number {
    let gainOfLong = self == .inverse ? entryValue - exitValue : exitValue - entryValue
    return side == .long ? gainOfLong : -gainOfLong
  }
}
