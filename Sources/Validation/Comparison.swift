/// Compares results with what was expected, element by element.
enum Comparison {
  /// The first difference beyond the tolerance, or nil.
  static func mismatch(
    expected: VectorValue,
    actual: VectorValue,
    tolerance: Vector.Tolerance,
    path: String
  ) -> String? {
    switch (expected, actual) {
    case (.integer(let e), .integer(let a)) where tolerance == .absolute(0):
      return e == a ? nil : difference(path, a.description, e.description)
    case (.list(let e), .list(let a)):
      guard e.count == a.count else {
        return "\(path): got \(a.count) elements, expected \(e.count)"
      }
      for (index, pair) in zip(e, a).enumerated() {
        if let found = mismatch(
          expected: pair.0,
          actual: pair.1,
          tolerance: tolerance,
          path: "\(path)[\(index)]"
        ) {
          return found
        }
      }
      return nil
    case (.map(let fields), .map):
      for field in fields {
        let name = "\(path).\(field.name)"
        guard let value = actual[field.name] else { return "\(name): missing" }
        if let found = mismatch(
          expected: field.value,
          actual: value,
          tolerance: tolerance,
          path: name
        ) {
          return found
        }
      }
      return nil
    default:
      guard let e = expected.double, let a = actual.double else {
        return same(expected, actual)
          ? nil : difference(path, actual.description, expected.description)
      }
      return isNear(a, e, tolerance)
        ? nil : difference(path, actual.description, "\(e) within \(tolerance.text)")
    }
  }

  static func isNear(_ actual: Double, _ expected: Double, _ tolerance: Vector.Tolerance) -> Bool {
    switch tolerance {
    case .absolute(let bound): abs(actual - expected) <= bound
    case .relative(let bound): abs(actual - expected) <= bound * abs(expected)
    }
  }

  /// What is no number must be equal; quoted digits are a word and equal no number.
  private static func same(_ expected: VectorValue, _ actual: VectorValue) -> Bool {
    expected == actual
  }

  private static func difference(_ path: String, _ actual: String, _ expected: String) -> String {
    "\(path): got \(actual), expected \(expected)"
  }
}

extension Vector.Tolerance {
  /// The tolerance as a person reads it.
  var text: String {
    switch self {
    case .absolute(let bound): "±\(bound)"
    case .relative(let bound): "±\(bound) relative"
    }
  }
}
