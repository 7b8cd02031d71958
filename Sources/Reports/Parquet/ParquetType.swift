/// How a column is laid down: physical type, and what a reader should make of it.
///
/// Numbers are those of the Parquet format's `parquet.thrift`.
enum ParquetType {
  case integer
  case number
  case flag
  case text
  case instant

  init(_ values: ParquetColumn.Values) {
    self =
      switch values {
      case .integers: .integer
      case .numbers: .number
      case .flags: .flag
      case .texts: .text
      case .instants: .instant
      }
  }

  /// BOOLEAN 0, INT64 2, DOUBLE 5, BYTE_ARRAY 6.
  var physical: Int32 {
    switch self {
    case .flag: 0
    case .integer, .instant: 2
    case .number: 5
    case .text: 6
    }
  }

  /// The converted type of older readers: UTF8 0, TIMESTAMP_MICROS 10.
  var converted: Int32? {
    switch self {
    case .text: 0
    case .instant: 10
    case .integer, .number, .flag: nil
    }
  }

  /// Writes the logical type, a union: 1 STRING, 8 TIMESTAMP in microseconds adjusted to UTC.
  func writeLogical(to writer: inout ThriftCompactWriter) {
    switch self {
    case .text:
      writer.field(10) { union in union.field(1) { _ in } }
    case .instant:
      writer.field(10) { union in
        union.field(8) { timestamp in
          timestamp.field(1, flag: true)
          timestamp.field(2) { unit in unit.field(2) { _ in } }
        }
      }
    case .integer, .number, .flag: break
    }
  }
}
