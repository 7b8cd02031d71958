import Quantities
import Reports

/// Reads the keys of a manifest, naming the one that is wrong.
struct ManifestReader {
  let file: String
  let root: JSONValue

  func text(_ key: String) throws -> String {
    guard let text = root[key]?.stringValue else { throw failure(key, "a text") }
    return text
  }

  func number(_ key: String, in domain: ClosedRange<Double>) throws -> Double {
    guard let number = root[key]?.doubleValue, domain.contains(number) else {
      throw failure(key, "a number from \(domain.lowerBound) to \(domain.upperBound)")
    }
    return number
  }

  func whole(_ key: String, in domain: ClosedRange<Int>) throws -> Int {
    guard let number = root[key]?.integerValue, let whole = Int(exactly: number),
      domain.contains(whole)
    else {
      throw failure(key, "a whole number from \(domain.lowerBound) to \(domain.upperBound)")
    }
    return whole
  }

  func texts(_ key: String) throws -> [String] {
    guard let values = root[key]?.arrayValue else { throw failure(key, "a list of texts") }
    return try values.map { value in
      guard let text = value.stringValue else { throw failure(key, "a list of texts") }
      return text
    }
  }

  func time(_ key: String) throws -> Instant {
    guard let instant = try? Instant(parsing: try text(key)) else { throw failure(key, "a time") }
    return instant
  }

  func failure(_ key: String, _ expected: String) -> UsageError {
    let found = root[key].map { $0.text() } ?? "nothing"
    return UsageError(description: "\(file):1: \(key): got \(found), expected \(expected)")
  }
}
