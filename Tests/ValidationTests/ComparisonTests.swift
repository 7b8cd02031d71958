import Testing

@testable import Validation

@Suite("Comparison")
struct ComparisonTests {
  static func mismatch(
    _ expected: VectorValue,
    _ actual: VectorValue,
    _ tolerance: Vector.Tolerance = .absolute(0)
  ) -> String? {
    Comparison.mismatch(expected: expected, actual: actual, tolerance: tolerance, path: "y")
  }

  @Test("an absolute tolerance is an interval with its ends")
  func absolute() {
    #expect(Self.mismatch(.number(1), .number(1.5), .absolute(0.5)) == nil)
    #expect(Self.mismatch(.number(1), .number(0.5), .absolute(0.5)) == nil)
    #expect(
      Self.mismatch(.number(1), .number(1.625), .absolute(0.5))
        == "y: got 1.625, expected 1.0 within ±0.5"
    )
    #expect(Self.mismatch(.number(0), .number(1e-300), .absolute(0)) != nil)
    #expect(Self.mismatch(.integer(3), .number(3), .absolute(0)) == nil)
  }

  @Test("a relative tolerance grows with the expected value and vanishes at zero")
  func relative() {
    #expect(Self.mismatch(.number(-200), .number(-201), .relative(0.005)) == nil)
    #expect(Self.mismatch(.number(-200), .number(-201.1), .relative(0.005)) != nil)
    #expect(Self.mismatch(.number(0), .number(1e-12), .relative(0.5)) != nil)
    #expect(Self.mismatch(.number(0), .number(0), .relative(0.5)) == nil)
    #expect(Self.mismatch(.integer(200), .integer(201), .relative(0.005)) == nil)
  }

  @Test("what is no number is near to nothing")
  func notANumber() {
    #expect(Self.mismatch(.number(1), .number(.nan), .absolute(1e9)) != nil)
    #expect(Self.mismatch(.number(1), .number(.infinity), .relative(1e9)) != nil)
    #expect(Self.mismatch(.number(1), .null, .absolute(1e9)) != nil)
    #expect(Self.mismatch(.number(1), .word("1"), .absolute(1)) != nil)
    #expect(Self.mismatch(.number(1), .flag(true), .absolute(1)) != nil)
  }

  @Test("whole numbers compare exactly where a double cannot tell them apart")
  func integers() {
    let big = VectorValue.integer(9_007_199_254_740_993)
    #expect(Self.mismatch(big, .integer(9_007_199_254_740_992)) != nil)
    #expect(Self.mismatch(big, big) == nil)
  }

  @Test("quoted digits are words and compare character by character")
  func words() {
    let word = VectorValue.word("18446744073709551615")
    #expect(Self.mismatch(word, .word("18446744073709551615"), .absolute(1e30)) == nil)
    #expect(Self.mismatch(word, .word("18446744073709551614"), .absolute(1e30)) != nil)
    #expect(Self.mismatch(.word("12"), .integer(12), .absolute(1)) != nil)
    #expect(Self.mismatch(.word("long"), .word("Long")) == "y: got Long, expected long")
  }

  @Test("null is equal to null alone")
  func null() {
    #expect(Self.mismatch(.null, .null) == nil)
    #expect(Self.mismatch(.null, .number(0), .absolute(1)) == "y: got 0.0, expected null")
    #expect(Self.mismatch(.flag(true), .flag(true)) == nil)
    #expect(Self.mismatch(.flag(true), .flag(false)) != nil)
  }

  @Test("lists compare element by element and say which differs")
  func lists() {
    let expected = VectorValue.numbers([1, 2, 3])
    #expect(Self.mismatch(expected, .numbers([1, 2.1, 3]), .absolute(0.2)) == nil)
    #expect(
      Self.mismatch(expected, .numbers([1, 2, 4])) == "y[2]: got 4.0, expected 3.0 within ±0.0"
    )
    #expect(Self.mismatch(expected, .numbers([1, 2])) == "y: got 2 elements, expected 3")
    #expect(Self.mismatch(expected, .number(1)) != nil)
    #expect(Self.mismatch(.list([]), .list([])) == nil)
    let nested = VectorValue.list([.list([.word("a"), .integer(1)])])
    #expect(Self.mismatch(nested, nested) == nil)
    #expect(
      Self.mismatch(nested, .list([.list([.word("a"), .integer(2)])]))
        == "y[0][1]: got 2, expected 1"
    )
  }

  @Test("maps compare the names given and nothing else")
  func maps() {
    let expected = VectorValue.map([VectorValue.Field("a", .integer(1))])
    let more = VectorValue.map([
      VectorValue.Field("b", .integer(9)), VectorValue.Field("a", .integer(1)),
    ])
    #expect(Self.mismatch(expected, more) == nil)
    #expect(Self.mismatch(more, expected) == "y.b: missing")
    #expect(Self.mismatch(expected, .integer(1)) != nil)
  }
}
