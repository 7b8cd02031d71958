/// A numeric key of one kind of entry and where its value goes.
struct ScenarioNumber<Entry>: Sendable {
  let field: ScenarioField
  let range: ClosedRange<Double>
  let path: any WritableKeyPath<Entry, Double> & Sendable

  init(
    _ name: String,
    _ path: any WritableKeyPath<Entry, Double> & Sendable,
    in range: ClosedRange<Double>,
    isRequired: Bool = false,
    _ meaning: String,
    basis: String
  ) {
    field = ScenarioField(name, .number(range), isRequired: isRequired, meaning, basis: basis)
    self.range = range
    self.path = path
  }
}

extension ScenarioNumber {
  /// Reads the number into an entry where the file gives it.
  func read(_ fields: StrictFields, into entry: inout Entry) throws(ScenarioError) {
    if let value = try fields.optionalNumber(field.name, in: range) { entry[keyPath: path] = value }
  }
}
