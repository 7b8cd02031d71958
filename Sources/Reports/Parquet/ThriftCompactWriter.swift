/// Writes the compact protocol of Apache Thrift, which Parquet's headers and footer use.
///
/// Source: the Thrift specification, "Thrift Compact protocol encoding". Fields of a struct are
/// written in order of their ids.
struct ThriftCompactWriter {
  /// The type codes of fields and list elements.
  enum Kind: UInt8 {
    case yes = 1
    case no = 2
    case int16 = 4
    case int32 = 5
    case int64 = 6
    case binary = 8
    case list = 9
    case structure = 12
  }

  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private var lastField = 0

  /// Writes a 32-bit field.
  mutating func field(_ id: Int, int32 value: Int32) {
    header(id, .int32)
    zigzag(Int64(value))
  }

  /// Writes a 64-bit field.
  mutating func field(_ id: Int, int64 value: Int64) {
    header(id, .int64)
    zigzag(value)
  }

  /// Writes a 16-bit field.
  mutating func field(_ id: Int, int16 value: Int16) {
    header(id, .int16)
    zigzag(Int64(value))
  }

  /// Writes a flag.
  mutating func field(_ id: Int, flag value: Bool) { header(id, value ? .yes : .no) }

  /// Writes bytes.
  mutating func field(_ id: Int, binary value: [UInt8]) {
    header(id, .binary)
    binary(value)
  }

  /// Writes text.
  mutating func field(_ id: Int, text value: String) { field(id, binary: Array(value.utf8)) }

  /// Writes a struct.
  mutating func field(_ id: Int, structure body: (inout ThriftCompactWriter) -> Void) {
    header(id, .structure)
    structure(body)
  }

  /// Writes a list of structs.
  mutating func field<Element>(
    _ id: Int,
    structures elements: [Element],
    _ body: (inout ThriftCompactWriter, Element) -> Void
  ) {
    header(id, .list)
    listHeader(elements.count, .structure)
    for element in elements { structure { body(&$0, element) } }
  }

  /// Writes a list of 32-bit numbers.
  mutating func field(_ id: Int, int32s elements: [Int32]) {
    header(id, .list)
    listHeader(elements.count, .int32)
    for element in elements { zigzag(Int64(element)) }
  }

  /// Writes a list of texts.
  mutating func field(_ id: Int, texts elements: [String]) {
    header(id, .list)
    listHeader(elements.count, .binary)
    for element in elements { binary(Array(element.utf8)) }
  }

  /// The bytes of one struct that stands alone.
  static func bytes(of body: (inout ThriftCompactWriter) -> Void) -> [UInt8] {
    var writer = ThriftCompactWriter()
    writer.structure(body)
    return writer.bytes
  }

  private mutating func structure(_ body: (inout ThriftCompactWriter) -> Void) {
    let outer = lastField
    lastField = 0
    body(&self)
    bytes.append(0)
    lastField = outer
  }

  private mutating func header(_ id: Int, _ kind: Kind) {
    let step = id - lastField
    precondition(step > 0, "fields are written in order: \(id) after \(lastField)")
    if step < 16 {
      bytes.append(UInt8(step) << 4 | kind.rawValue)
    } else {
      bytes.append(kind.rawValue)
      zigzag(Int64(id))
    }
    lastField = id
  }

  private mutating func listHeader(_ count: Int, _ kind: Kind) {
    if count < 15 {
      bytes.append(UInt8(count) << 4 | kind.rawValue)
    } else {
      bytes.append(0xF0 | kind.rawValue)
      variable(UInt64(count))
    }
  }

  private mutating func binary(_ value: [UInt8]) {
    variable(UInt64(value.count))
    bytes += value
  }

  private mutating func zigzag(_ value: Int64) {
    variable(UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  private mutating func variable(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
