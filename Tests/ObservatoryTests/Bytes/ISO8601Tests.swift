import Observatory
import Testing

@Suite("ISO8601")
struct ISO8601Tests {
  @Test(
    "known times are read",
    arguments: [
      ("1970-01-01", 0), ("1970-01-01T00:00:00Z", 0), ("1970-01-02", 86_400_000_000),
      ("2024-08-04T00:00:00Z", 1_722_729_600_000_000), ("2000-02-29", 951_782_400_000_000),
      ("1969-12-31T23:59:59Z", -1_000_000), ("2025-10-10T21:15:00.25Z", 1_760_130_900_250_000),
      ("0001-01-01", -62_135_596_800_000_000), ("9999-12-31", 253_402_214_400_000_000),
    ] as [(String, Int64)]
  )
  func reads(text: String, microseconds: Int64) {
    #expect(ISO8601.microseconds(text) == microseconds)
  }

  @Test(
    "other forms and times that do not exist are refused",
    arguments: [
      "", "2024", "2024-8-4", "2024-13-01", "2024-00-01", "2024-02-30", "2023-02-29",
      "1900-02-29", "2024-08-04T", "2024-08-04T00:00:00", "2024-08-04 00:00:00Z",
      "2024-08-04T24:00:00Z", "2024-08-04T00:60:00Z", "2024-08-04T00:00:60Z",
      "2024-08-04T00:00:00+00:00", "2024-08-04T00:00:00.Z", "2024-08-04T00:00:00.1234567Z",
      "2024-08-04T00:00Z", "0000-01-01", "2024/08/04", "2024-08-04Z", "2024-08-04T00:00:00ZZ",
    ]
  )
  func refuses(text: String) {
    #expect(ISO8601.microseconds(text) == nil)
  }

  @Test("every day of four centuries is written and read back, one after the other")
  func roundTripsDays() {
    let start: Int64 = -135_140 * ISO8601.microsecondsPerDay  // 1600-01-01
    #expect(ISO8601.dateText(start) == "1600-01-01")
    var failures = 0
    for day in 0..<Int64(146_097) {
      let time = start + day * ISO8601.microsecondsPerDay
      if ISO8601.microseconds(ISO8601.dateText(time)) != time { failures += 1 }
    }
    #expect(failures == 0)
    #expect(ISO8601.dateText(start + 146_097 * ISO8601.microsecondsPerDay) == "2000-01-01")
  }

  @Test("times are written and read back to the microsecond", arguments: 0..<200)
  func roundTripsTimes(seed: Int) {
    var random = SeededBytes(seed: seed)
    let span = UInt64(253_402_214_400_000_000) * 2
    let low: Int64 = -62_135_596_800_000_000
    let time = low + Int64(random.next() % (span / 2 + UInt64(-low)))
    #expect(ISO8601.microseconds(ISO8601.text(time)) == time, "seed \(seed)")
  }

  @Test("a fraction is written only where there is one")
  func writesFractions() {
    #expect(ISO8601.text(86_400_000_000) == "1970-01-02T00:00:00Z")
    #expect(ISO8601.text(1_500_000) == "1970-01-01T00:00:01.500000Z")
  }
}
