/// The named inputs of a vector, read with errors that name the field.
public struct VectorInputs: Sendable {
  /// The inputs as they stand in the file.
  public let value: VectorValue
  private let path: String

  /// Creates inputs from a map.
  ///
  /// - Parameters:
  ///   - value: A map; anything else has no fields.
  ///   - path: What precedes field names in errors, such as `inputs.position`.
  public init(_ value: VectorValue, path: String = "inputs") {
    self.value = value
    self.path = path
  }

  /// Whether a field is given and not null.
  public func has(_ name: String) -> Bool {
    guard let field = value[name] else { return false }
    return field != .null
  }

  /// The names of the fields, in the file's order.
  public var names: [String] {
    guard case .map(let fields) = value else { return [] }
    return fields.map(\.name)
  }

  /// A number.
  public func double(_ name: String) throws(VectorError) -> Double {
    guard let field = value[name] else {
      throw .missing(field: "\(path).\(name)", expected: "a number")
    }
    guard let number = field.double else { throw invalid(name, field, "a number") }
    return number
  }

  /// A number, or `fallback` where the field is absent or null.
  public func double(_ name: String, default fallback: Double) throws(VectorError) -> Double {
    has(name) ? try double(name) : fallback
  }

  /// A number, or nil where the field is absent or null.
  public func optionalDouble(_ name: String) throws(VectorError) -> Double? {
    has(name) ? try double(name) : nil
  }

  /// A whole number.
  public func integer(_ name: String) throws(VectorError) -> Int64 {
    guard let field = value[name] else {
      throw .missing(field: "\(path).\(name)", expected: "a whole number")
    }
    if case .integer(let number) = field { return number }
    if case .number(let number) = field, let exact = Int64(exactly: number) { return exact }
    throw invalid(name, field, "a whole number")
  }

  /// A word.
  public func word(_ name: String) throws(VectorError) -> String {
    guard let field = value[name] else {
      throw .missing(field: "\(path).\(name)", expected: "a word")
    }
    guard case .word(let text) = field else { throw invalid(name, field, "a word") }
    return text
  }

  /// A word, or nil where the field is absent or null.
  public func optionalWord(_ name: String) throws(VectorError) -> String? {
    has(name) ? try word(name) : nil
  }

  /// A truth value, or `fallback` where the field is absent or null.
  public func flag(_ name: String, default fallback: Bool) throws(VectorError) -> Bool {
    guard has(name), let field = value[name] else { return fallback }
    guard case .flag(let truth) = field else { throw invalid(name, field, "true or false") }
    return truth
  }

  /// The values of a list.
  public func list(_ name: String) throws(VectorError) -> [VectorValue] {
    guard let field = value[name] else {
      throw .missing(field: "\(path).\(name)", expected: "a list")
    }
    guard case .list(let values) = field else { throw invalid(name, field, "a list") }
    return values
  }

  /// The numbers of a list.
  public func doubles(_ name: String) throws(VectorError) -> [Double] {
    var numbers: [Double] = []
    for element in try list(name) {
      guard let number = element.double else { throw invalid(name, element, "a list of numbers") }
      numbers.append(number)
    }
    return numbers
  }

  /// The rows of a list of lists of numbers.
  public func matrix(_ name: String) throws(VectorError) -> [[Double]] {
    var rows: [[Double]] = []
    for element in try list(name) {
      guard case .list(let cells) = element else { throw invalid(name, element, "a list of rows") }
      var row: [Double] = []
      for cell in cells {
        guard let number = cell.double else { throw invalid(name, cell, "a number") }
        row.append(number)
      }
      rows.append(row)
    }
    return rows
  }

  /// The fields of a map.
  public func map(_ name: String) throws(VectorError) -> VectorInputs {
    guard let field = value[name] else {
      throw .missing(field: "\(path).\(name)", expected: "a map")
    }
    guard case .map = field else { throw invalid(name, field, "a map") }
    return VectorInputs(field, path: "\(path).\(name)")
  }

  /// The maps of a list, or an empty array where the field is absent.
  public func maps(_ name: String) throws(VectorError) -> [VectorInputs] {
    guard has(name) else { return [] }
    var maps: [VectorInputs] = []
    for (index, element) in try list(name).enumerated() {
      guard case .map = element else { throw invalid(name, element, "a list of maps") }
      maps.append(VectorInputs(element, path: "\(path).\(name)[\(index)]"))
    }
    return maps
  }

  /// The error for a field with a wrong value.
  public func invalid(
    _ name: String,
    _ field: VectorValue,
    _ expected: String
  ) -> VectorError {
    .invalid(field: "\(path).\(name)", value: field.description, expected: expected)
  }
}
