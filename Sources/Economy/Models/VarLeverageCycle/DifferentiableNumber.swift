import Statistics

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
