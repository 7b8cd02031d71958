import Quantities

/// The fields of one JSON object, read with errors that name the field.
struct SheetFields {
  let value: JSONValue
  let path: String

  init(_ value: JSONValue, path: String) {
    self.value = value
    self.path = path
  }

  /// Refuses an object with a field that nothing reads.
  func allow(_ names: [String]) throws(OpeningSheetError) {
    guard case .object(let fields) = value else {
      throw .invalid(field: path, value: "something else", expected: "an object")
    }
    for field in fields where !names.contains(field.name) {
      throw .invalid(
        field: path,
        value: field.name,
        expected: "one of \(names.joined(separator: ", "))"
      )
    }
  }

  func list(_ name: String) throws(OpeningSheetError) -> [JSONValue] {
    guard case .list(let values) = value[name] else { throw invalid(name, "a list") }
    return values
  }

  func fields(_ name: String) throws(OpeningSheetError) -> [JSONValue.Field] {
    guard case .object(let fields) = value[name] else { throw invalid(name, "an object") }
    return fields
  }

  func text(_ name: String) throws(OpeningSheetError) -> String {
    guard case .text(let text) = value[name] else { throw invalid(name, "a text") }
    return text
  }

  func optionalText(_ name: String) throws(OpeningSheetError) -> String? {
    value[name] == nil ? nil : try text(name)
  }

  func flag(_ name: String) throws(OpeningSheetError) -> Bool {
    guard let field = value[name] else { return false }
    guard case .flag(let flag) = field else { throw invalid(name, "true or false") }
    return flag
  }

  /// A count of decimals from 0 to 9; 4 where it is absent.
  func decimals(_ name: String) throws(OpeningSheetError) -> Int {
    guard let field = value[name] else { return 4 }
    guard case .number(let text) = field, let number = Int(text), (0...9).contains(number) else {
      throw invalid(name, "a whole number from 0 to 9")
    }
    return number
  }

  static func number(_ value: JSONValue, _ field: String) throws(OpeningSheetError) -> String {
    guard case .number(let text) = value else {
      throw .invalid(field: field, value: "something else", expected: "a number")
    }
    return text
  }

  /// The exact integer of a decimal text.
  static func units(
    _ text: String,
    _ decimals: Int,
    _ field: String
  ) throws(OpeningSheetError) -> Int64 {
    do throws(QuantityError) {
      return try FixedPoint.units(text, decimals: decimals)
    } catch {
      throw .invalid(field: field, value: text, expected: "a number: \(error)")
    }
  }

  private func invalid(_ name: String, _ expected: String) -> OpeningSheetError {
    .invalid(
      field: "\(path).\(name)",
      value: value[name] == nil ? "nothing" : "something else",
      expected: expected
    )
  }
}
