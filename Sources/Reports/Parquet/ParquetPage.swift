import Quantities

/// The values of one column in one group of rows: one data page, plain, with its statistics.
struct ParquetPage {
  /// Definition levels where the column is optional, then the values, plain.
  let body: [UInt8]
  /// The number of rows.
  let count: Int
  /// The number of missing values.
  let nullCount: Int
  /// The lowest and the highest value, plain; nil where there is none or a number is not a number.
  let bounds: (low: [UInt8], high: [UInt8])?

  init(_ column: ParquetColumn, rows: Range<Int>, isOptional: Bool) {
    let presence = column.presence(rows)
    count = rows.count
    nullCount = presence.count { !$0 }
    var body = isOptional ? Self.levels(presence) : []
    switch column.values {
    case .integers(let values):
      let present = values[rows].compactMap { $0 }
      body += Self.plain(present)
      bounds = Self.bounds(present)
    case .instants(let values):
      let present = values[rows].compactMap { $0?.microseconds }
      body += Self.plain(present)
      bounds = Self.bounds(present)
    case .numbers(let values):
      let present = values[rows].compactMap { $0 }
      body += Self.plain(present.map { Int64(bitPattern: $0.bitPattern) })
      bounds = Self.bounds(numbers: present)
    case .flags(let values):
      let present = values[rows].compactMap { $0 }
      body += Self.packed(present)
      bounds =
        present.isEmpty
        ? nil : ([present.allSatisfy { $0 } ? 1 : 0], [present.contains(true) ? 1 : 0])
    case .texts(let values):
      let present = values[rows].compactMap { $0.map { Array($0.utf8) } }
      for text in present { body += Self.little(UInt32(text.count)) + text }
      bounds = Self.bounds(texts: present)
    }
    self.body = body
  }

  /// Definition levels, 1 where there is a value: their length in four bytes, then one run of bits.
  private static func levels(_ presence: [Bool]) -> [UInt8] {
    let bits = packed(presence)
    var run: [UInt8] = []
    var header = UInt64(bits.count) << 1 | 1
    while header >= 0x80 {
      run.append(UInt8(truncatingIfNeeded: header) | 0x80)
      header >>= 7
    }
    run.append(UInt8(header))
    run += bits
    return little(UInt32(run.count)) + run
  }

  /// Bits, the first in the lowest place of the first byte.
  private static func packed(_ flags: [Bool]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: (flags.count + 7) / 8)
    for (index, flag) in flags.enumerated() where flag { bytes[index / 8] |= 1 << (index % 8) }
    return bytes
  }

  private static func plain(_ values: [Int64]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * 8)
    for value in values { bytes += little(value) }
    return bytes
  }

  private static func bounds(_ values: [Int64]) -> (low: [UInt8], high: [UInt8])? {
    guard let low = values.min(), let high = values.max() else { return nil }
    return (little(low), little(high))
  }

  /// Zeros are widened to −0 and +0, and no bounds are given beside NaN, as the format asks.
  private static func bounds(numbers: [Double]) -> (low: [UInt8], high: [UInt8])? {
    guard !numbers.contains(where: \.isNaN), var low = numbers.min(), var high = numbers.max()
    else { return nil }
    if low == 0 { low = -0.0 }
    if high == 0 { high = 0.0 }
    return (little(low.bitPattern), little(high.bitPattern))
  }

  private static func bounds(texts: [[UInt8]]) -> (low: [UInt8], high: [UInt8])? {
    guard let low = texts.min(by: { $0.lexicographicallyPrecedes($1) }),
      let high = texts.max(by: { $0.lexicographicallyPrecedes($1) })
    else { return nil }
    return (low, high)
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
