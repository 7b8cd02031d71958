import Foundation

/// An arithmetic expression over stated figures, evaluated in double precision.
///
/// Numbers, `+ - * / **`, parentheses and the functions `sqrt`, `ln`, `log` (natural), `exp`, `tanh`
/// and `atanh`; `**` binds to the right and tighter than a sign before it: `-2**2` is −4.
///
///     try Expression.value(of: "2.0e9/0.2e9")   // 10
///
/// - Complexity: O(bytes).
public enum Expression {
  /// How deep parentheses, signs and powers may lie in each other.
  public static let depthMax = 64

  /// Evaluates an expression.
  ///
  /// - Throws: ``ExpressionError`` at the first fault, or when the value is not a finite number.
  public static func value(of text: String) throws(ExpressionError) -> Double {
    var parser = ExpressionParser(text)
    let value = try parser.wholeValue()
    guard value.isFinite else { throw .notFinite(expression: text) }
    return value
  }
}

private struct ExpressionParser {
  private let text: String
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  mutating func wholeValue() throws(ExpressionError) -> Double {
    let value = try sum(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw failure("an operator or the end") }
    return value
  }

  private mutating func sum(depth: Int) throws(ExpressionError) -> Double {
    var value = try product(depth: depth)
    while true {
      if take("+") {
        value += try product(depth: depth)
      } else if take("-") {
        value -= try product(depth: depth)
      } else {
        return value
      }
    }
  }

  private mutating func product(depth: Int) throws(ExpressionError) -> Double {
    var value = try signed(depth: depth)
    while true {
      if isPower { return value }
      if take("*") {
        value *= try signed(depth: depth)
      } else if take("/") {
        value /= try signed(depth: depth)
      } else {
        return value
      }
    }
  }

  private mutating func signed(depth: Int) throws(ExpressionError) -> Double {
    guard depth < Expression.depthMax else {
      throw .tooDeep(expression: text, depthMax: Expression.depthMax)
    }
    if take("-") { return -(try signed(depth: depth + 1)) }
    if take("+") { return try signed(depth: depth + 1) }
    let base = try atom(depth: depth)
    guard isPower else { return base }
    position += 2
    return Foundation.pow(base, try signed(depth: depth + 1))
  }

  private mutating func atom(depth: Int) throws(ExpressionError) -> Double {
    skipSpace()
    if take("(") {
      let value = try sum(depth: depth + 1)
      guard take(")") else { throw failure("a closing parenthesis") }
      return value
    }
    guard position < bytes.count else { throw failure("a number") }
    if isLetter(bytes[position]) { return try function(depth: depth) }
    return try number()
  }

  private mutating func function(depth: Int) throws(ExpressionError) -> Double {
    let start = position
    while position < bytes.count, isLetter(bytes[position]) { position += 1 }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    let functions: [String: (Double) -> Double] = [
      "sqrt": { $0.squareRoot() }, "ln": Foundation.log, "log": Foundation.log,
      "exp": Foundation.exp, "tanh": Foundation.tanh, "atanh": Foundation.atanh,
    ]
    guard let function = functions[name] else {
      position = start
      throw failure("a function: sqrt, ln, log, exp, tanh or atanh")
    }
    guard take("(") else { throw failure("an opening parenthesis") }
    let argument = try sum(depth: depth + 1)
    guard take(")") else { throw failure("a closing parenthesis") }
    return function(argument)
  }

  private mutating func number() throws(ExpressionError) -> Double {
    let start = position
    while position < bytes.count, isDigit(bytes[position]) || bytes[position] == UInt8(ascii: ".") {
      position += 1
    }
    if position > start, position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      var end = position + 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") {
        end += 1
      }
      if end < bytes.count, isDigit(bytes[end]) {
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        position = end
      }
    }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(digits) else {
      position = start
      throw failure("a number")
    }
    return value
  }

  private var isPower: Bool {
    mutating get {
      skipSpace()
      return position + 1 < bytes.count && bytes[position] == UInt8(ascii: "*")
        && bytes[position + 1] == UInt8(ascii: "*")
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }

  private func failure(_ expected: String) -> ExpressionError {
    let rest = String(decoding: bytes[min(position, bytes.count)...].prefix(12), as: UTF8.self)
    return .malformed(
      expression: text,
      offset: position,
      found: rest.isEmpty ? "the end" : rest,
      expected: expected
    )
  }
}
