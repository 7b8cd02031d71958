/// A column of exact decimal numbers that share their number of decimals.
public struct ExactColumn: Hashable, Sendable {
  /// The name in the header of the source.
  public let name: String
  /// The number of digits after the point, 0 to 18: the most any value is written with.
  public let decimals: Int
  /// The values in units of ten to the power of minus ``decimals``.
  public let units: [Int64]

  /// Creates a column.
  public init(name: String, decimals: Int, units: [Int64]) {
    precondition((0...18).contains(decimals), "decimals must be 0 to 18: \(decimals)")
    self.name = name
    self.decimals = decimals
    self.units = units
  }

  /// The number of values.
  public var count: Int { units.count }

  /// The value at an index, exactly.
  public subscript(index: Int) -> ExactDecimal {
    ExactDecimal(units: units[index], decimals: decimals)
  }

  /// The values as the nearest floating-point numbers, exact to the last bit below 2^53 units.
  ///
  /// - Complexity: O(count).
  public var doubles: [Double] {
    let divisor = Double(ExactDecimal.power(decimals))
    return units.map { Double($0) / divisor }
  }

  /// The values at a range of indices.
  func slice(_ range: Range<Int>) -> ExactColumn {
    ExactColumn(name: name, decimals: decimals, units: Array(units[range]))
  }
}

/// Collects values as they are written and brings them to common decimals at the end.
struct ExactColumnBuilder {
  let name: String
  private var units: [Int64] = []
  private var decimals: [UInt8] = []
  private(set) var decimalsMax = 0

  init(name: String) { self.name = name }

  mutating func append(_ value: ExactDecimal) {
    units.append(value.units)
    decimals.append(UInt8(value.decimals))
    decimalsMax = max(decimalsMax, value.decimals)
  }

  /// The column at `target` decimals, at least ``decimalsMax``.
  ///
  /// - Throws: ``ExactColumnOverflow`` at the first value that does not fit.
  func column(decimals target: Int) throws(ExactColumnOverflow) -> ExactColumn {
    let powers = (0...18).map(ExactDecimal.power)
    var scaled = units
    for index in scaled.indices {
      let written = Int(decimals[index])
      guard target > written else { continue }
      let (value, overflow) = scaled[index].multipliedReportingOverflow(
        by: powers[target - written]
      )
      guard !overflow else {
        throw ExactColumnOverflow(
          index: index,
          value: ExactDecimal(units: units[index], decimals: written)
        )
      }
      scaled[index] = value
    }
    return ExactColumn(name: name, decimals: target, units: scaled)
  }
}

/// A value that does not fit 64 bits at the decimals its column needs.
struct ExactColumnOverflow: Error {
  let index: Int
  let value: ExactDecimal
}
