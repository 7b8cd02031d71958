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
