import Observatory
import Testing

@Suite("ExactDecimal")
struct ExactDecimalTests {
  static func parse(_ text: String) throws(DecimalTextError) -> ExactDecimal {
    let bytes = Array(text.utf8)
    return try ExactDecimal(bytes, 0..<bytes.count)
  }

  @Test(
    "a number keeps the decimals it is written with",
    arguments: [
      ("0", 0, 0), ("7", 7, 0), ("-7.25", -725, 2), ("90382.50000000", 9_038_250_000_000, 8),
      ("0.00000001", 1, 8), ("1.7e-7", 17, 8), ("2E3", 2_000, 0), ("1.5e+2", 150, 0),
      ("1.25e1", 125, 1), ("9223372036854775807", Int64.max, 0), ("000.10", 10, 2),
      ("-0.5", -5, 1), ("0e99", 0, 0),
    ] as [(String, Int64, Int)]
  )
  func parses(text: String, units: Int64, decimals: Int) throws {
    #expect(try Self.parse(text) == ExactDecimal(units: units, decimals: decimals))
  }

  @Test(
    "text that is no plain number is refused",
    arguments: [
      "", "-", ".", "1.", ".5", "+1", "1.2.3", "1,000", " 1", "1 ", "1e", "1e+", "1e100", "NaN",
      "inf", "0x10", "--1", "1-", "1e2.5",
    ]
  )
  func refusesMalformed(text: String) {
    #expect(throws: DecimalTextError.malformed) { try Self.parse(text) }
  }

  @Test(
    "a number that needs more than 64 bits is refused",
    arguments: [
      "9223372036854775808", "99999999999999999999", "0.0000000000000000001",
      "9.223372036854776e+18", "1e19", "1e-19",
    ]
  )
  func refusesOverflow(text: String) {
    #expect(throws: DecimalTextError.overflow) { try Self.parse(text) }
  }

  @Test("declared decimals scale exactly and report a lost digit")
  func scales() throws {
    let bytes = Array("12.340".utf8)
    #expect(try ExactDecimal.units(bytes, 0..<6, decimals: 2) == 1_234)
    #expect(try ExactDecimal.units(bytes, 0..<6, decimals: 8) == 1_234_000_000)
    #expect(throws: DecimalTextError.digitsLost) {
      try ExactDecimal.units(bytes, 0..<6, decimals: 1)
    }
    #expect(throws: DecimalTextError.overflow) {
      try ExactDecimal(units: Int64.max, decimals: 0).units(decimals: 1)
    }
  }

  @Test("what is written is read back", arguments: 0..<200)
  func roundTrips(seed: Int) throws {
    var random = SeededBytes(seed: seed)
    let value = ExactDecimal(
      units: Int64(truncatingIfNeeded: random.next()) >> Int64(random.index(below: 63)),
      decimals: random.index(below: 19)
    )
    // The least integer has no positive counterpart to read its digits into.
    guard value.units > Int64.min else { return }
    #expect(try Self.parse(value.description) == value, "seed \(seed)")
  }

  @Test("the floating-point value is the nearest one")
  func converts() {
    #expect(ExactDecimal(units: 9_038_250_000_001, decimals: 8).doubleValue == 90382.50000001)
    #expect(ExactDecimal(units: -1, decimals: 1).doubleValue == -0.1)
  }
}
