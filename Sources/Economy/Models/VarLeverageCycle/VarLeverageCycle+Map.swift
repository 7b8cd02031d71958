import Statistics

/// The state in numbers that may carry derivatives.
struct VarCycleCoordinates<Value: DifferentiableNumber> {
  var variance: Value
  var fundWeight: Value
  var price: Value
  var bankShare: Value
  var bankDebt: Value
  var previousPrice: Value

  init(_ values: [Value]) {
    (variance, fundWeight, price) = (values[0], values[1], values[2])
    (bankShare, bankDebt, previousPrice) = (values[3], values[4], values[5])
  }

  var values: [Value] { [variance, fundWeight, price, bankShare, bankDebt, previousPrice] }
}

extension VarLeverageCycle {
  /// The map, written once for numbers and for numbers with derivatives.
  func step<Value: DifferentiableNumber>(
    _ x: VarCycleCoordinates<Value>,
    fundShock: Double
  ) -> VarCycleCoordinates<Value> {
    let one = Value(1)
    let forgotten = timeStepYears * varianceDecayPerYear
    let move = (x.price / x.previousPrice).logarithm * Value(varHorizonYears / timeStepYears)
    let variance = Value(1 - forgotten) * x.variance + Value(forgotten) * move * move
    let limit =
      Value(riskScale) * (x.variance + Value(varianceOffset)).power(leverageExponent)

    let pull = Value(timeStepYears * reversionRatePerYear) * (Value(fundamentalValue) - x.price)
    let fundWeight = x.fundWeight + x.fundWeight / x.price * (pull + Value(fundShock))

    let bankWeight = Value(bankAssetWeight)
    let assets = x.price * x.bankShare / bankWeight
    let equity = assets - x.bankDebt
    let borrowing = Value(timeStepYears * leverageAdjustmentPerYear) * (limit * equity - assets)
    let equityFlow =
      Value(timeStepYears * equityAdjustmentPerYear) * (Value(targetEquity) - equity)

    let bankCash =
      (one - bankWeight) * x.bankShare * x.price / bankWeight + equityFlow + borrowing
    let fundShare = one - x.bankShare
    let fundCash = (one - x.fundWeight) * fundShare * x.price / x.fundWeight - equityFlow

    let price =
      (bankWeight * bankCash + fundWeight * fundCash)
      / (one - bankWeight * x.bankShare - fundShare * fundWeight)
    return VarCycleCoordinates([
      variance,
      fundWeight,
      price,
      bankWeight * (x.bankShare * price + bankCash) / price,
      x.bankDebt + borrowing,
      x.price,
    ])
  }

  /// ∂(next state)ᵢ/∂(state)ⱼ at a state, exact, without noise.
  func jacobian(at state: State) -> [[Double]] {
    let values = state.values
    let seeded = values.indices.map { DualNumber(values[$0], seed: $0) }
    let image = step(VarCycleCoordinates(seeded), fundShock: 0)
    return image.values.map { value in values.indices.map { value.derivatives[$0] } }
  }
}

/// What the map needs of a number.
protocol DifferentiableNumber {
  init(_ value: Double)
  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  var logarithm: Self { get }
  func power(_ exponent: Double) -> Self
}

extension Double: DifferentiableNumber {
  var logarithm: Double { Libm.log(self) }
  func power(_ exponent: Double) -> Double { Libm.pow(self, exponent) }
}

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
