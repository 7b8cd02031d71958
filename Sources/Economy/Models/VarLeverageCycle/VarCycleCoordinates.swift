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
