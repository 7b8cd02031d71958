extension VectorInputs {
  /// A number inside a range; `expected` says the range in words.
  func double(
    _ name: String,
    within range: some RangeExpression<Double>,
    _ expected: String
  ) throws(VectorError) -> Double {
    let number = try double(name)
    guard range.contains(number), number.isFinite else {
      throw invalid(name, .number(number), expected)
    }
    return number
  }

  /// A number above zero.
  func positive(_ name: String) throws(VectorError) -> Double {
    try double(name, within: Double.leastNonzeroMagnitude..., "a positive number")
  }

  /// A number that is not negative.
  func nonnegative(_ name: String) throws(VectorError) -> Double {
    try double(name, within: 0..., "a number that is not negative")
  }

  /// A whole number from one to a limit that keeps a run within memory.
  func count(_ name: String, max limit: Int64 = 1 << 24) throws(VectorError) -> Int {
    let number = try integer(name)
    guard (1...limit).contains(number) else {
      throw invalid(name, .integer(number), "a whole number from 1 to \(limit)")
    }
    return Int(number)
  }
}
