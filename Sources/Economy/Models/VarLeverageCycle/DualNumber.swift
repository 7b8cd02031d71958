import Statistics

/// A value with its derivatives by up to eight variables: forward differentiation without error.
struct DualNumber: DifferentiableNumber {
  let value: Double
  let derivatives: SIMD8<Double>

  init(_ value: Double) {
    self.init(value, .zero)
  }

  /// The variable with the given number.
  init(_ value: Double, seed: Int) {
    var derivatives = SIMD8<Double>.zero
    derivatives[seed] = 1
    self.init(value, derivatives)
  }

  private init(_ value: Double, _ derivatives: SIMD8<Double>) {
    self.value = value
    self.derivatives = derivatives
  }

  static func + (left: Self, right: Self) -> Self {
    Self(left.value + right.value, left.derivatives + right.derivatives)
  }

  static func - (left: Self, right: Self) -> Self {
    Self(left.value - right.value, left.derivatives - right.derivatives)
  }

  static func * (left: Self, right: Self) -> Self {
    Self(
      left.value * right.value,
      left.derivatives * right.value + left.value * right.derivatives
    )
  }

  static func / (left: Self, right: Self) -> Self {
    let quotient = left.value / right.value
    return Self(quotient, (left.derivatives - quotient * right.derivatives) / right.value)
  }

  var logarithm: Self { Self(Libm.log(value), derivatives / value) }

  func power(_ exponent: Double) -> Self {
    // The derivative of a constant is zero also where its formula, 0 · value^(−1), is not a number.
    guard exponent != 0 else { return Self(1) }
    return Self(
      Libm.pow(value, exponent),
      exponent * Libm.pow(value, exponent - 1) * derivatives
    )
  }
}
