import Forecasts
import Testing

@Suite("The record of forecasts")
struct ForecastRecordTests {
  private static let rule =
    "{kind: extreme, series: [a/b], from: 2025-02-01, to: 2025-03-31, below: 5}"

  private func record(_ ids: [String]) throws -> ForecastRecord {
    var record = ForecastRecord()
    for id in ids {
      record = try record.appending(
        try Sample.forecast(Sample.yaml(id: id, rule: Self.rule)),
        entered: CalendarDay(try Sample.day("2025-02-02")),
        name: "test"
      )
    }
    return record
  }

  @Test("The built-in record is a valid chain of the rules F01 to F16 and more")
  func builtIn() throws {
    let record = BuiltInRecord.record
    let ids = record.entries.map(\.forecast.id)
    for number in 1...16 {
      #expect(ids.contains("F\(number < 10 ? "0" : "")\(number)"))
    }
    #expect(Set(ids).count == ids.count)
    #expect(try ForecastRecord(parsing: record.bytes, name: "again") == record)
  }

  @Test("What is appended is read back, and its head is the last of its heads")
  func roundTrip() throws {
    let record = try record(["A", "B", "C"])
    #expect(try ForecastRecord(parsing: record.bytes, name: "r") == record)
    #expect(record.heads.count == 3)
    #expect(record.heads.last == record.head)
    #expect(record.entries[1].previous == record.heads[0])
    #expect(record.entries[0].previous == ForecastRecord.origin)
  }

  @Test("Every changed byte breaks the chain at its line or the next, or is no longer JSON")
  func tampering() throws {
    let record = try record(["A", "B", "C"])
    for index in stride(from: 0, to: record.bytes.count, by: 7) {
      var bytes = record.bytes
      bytes[index] ^= 1
      let isLast = index >= record.bytes.count - (record.bytes.count / 3)
      guard let read = try? ForecastRecord(parsing: bytes, name: "r") else { continue }
      #expect(isLast, "byte \(index) changed and the chain still holds")
      #expect(read.head != record.head)
    }
  }

  @Test("Dropped, doubled and swapped lines are refused, a cut end changes the head")
  func lines() throws {
    let record = try record(["A", "B", "C"])
    let lines = record.bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) + [0x0A] }
    for wrong in [[1, 2], [0, 0, 1, 2], [1, 0, 2], [0, 2]] {
      #expect(throws: RecordError.self) {
        try ForecastRecord(parsing: wrong.flatMap { lines[$0] }, name: "r")
      }
    }
    let cut = try ForecastRecord(parsing: lines[0] + lines[1], name: "r")
    #expect(cut.head != record.head)
    #expect(record.heads.contains(cut.head))
    #expect(throws: RecordError.self) {
      try ForecastRecord(parsing: Array(record.bytes.dropLast()), name: "r")
    }
  }

  @Test("A name is entered once")
  func repeated() throws {
    #expect(throws: RecordError.self) { try record(["A", "A"]) }
  }

  @Test(
    "A file that is no forecast names the field and what was expected",
    arguments: [
      ("{kind: extreme, series: [a/b], from: 2025-02-01, to: 2025-03-31, belw: 5}", "rule"),
      ("{kind: extreme, series: [a/b], from: 2025-02-01, to: 2025-01-31, below: 5}", "rule.to"),
      ("{kind: extreme, series: [], from: 2025-02-01, to: 2025-03-31, below: 5}", "rule.series"),
      ("{kind: fall, series: [a/b], from: 2025-02-01, sessions: 0, fraction: -0.2}", "sessions"),
      ("{kind: fall, series: [a/b], from: 2025-02-01, sessions: 9, fraction: 0.2}", "fraction"),
      ("{kind: mean, series: [a/b], from: 2025-02-01, to: 2025-03-31}", "rule.low"),
      ("{kind: mean, series: [a/b], from: 2025-02-30, to: 2025-03-31, low: 1}", "from"),
      ("{kind: guess}", "kind"),
      ("{kind: changes, legs: []}", "legs"),
      ("{kind: external, outcome: true, evidence: x}", "decided"),
    ]
  )
  func refused(rule: String, field: String) throws {
    #expect {
      try Sample.forecast(Sample.yaml(rule: rule))
    } throws: { error in
      "\(error)".hasPrefix("test.yaml: ") && "\(error)".contains(field)
    }
  }

  @Test("An unknown key is refused with the nearest known one")
  func unknownKey() throws {
    let yaml = Sample.yaml(rule: Self.rule) + "\nremark: [x]"
    #expect {
      try Sample.forecast(yaml)
    } throws: { error in
      "\(error)".contains("did you mean remarks?")
    }
  }

  @Test("A cut-off after the issue and a probability beyond one are refused")
  func faults() throws {
    for yaml in [
      Sample.yaml(cutOff: "2025-02-02", rule: Self.rule),
      Sample.yaml(deadline: "2025-01-31", rule: Self.rule),
      Sample.yaml(stated: "1.2", rule: Self.rule), Sample.yaml(stated: "maybe", rule: Self.rule),
    ] {
      #expect(throws: RecordError.self) { try Sample.forecast(yaml) }
    }
  }
}

@Suite("Forecasts that are refused")
struct ForecastRefusalTests {
  private static let rule =
    "{kind: extreme, series: [a/b], from: 2025-02-01, to: 2025-03-31, below: 5}"

  @Test(
    "A number that is not finite is an error, not the end of the program",
    arguments: [
      "{kind: extreme, series: [a/b], from: 2025-02-01, to: 2025-03-31, below: .inf}",
      "{kind: mean, series: [a/b], from: 2025-02-01, to: 2025-03-31, low: .nan}",
    ]
  )
  func notFinite(rule: String) {
    #expect {
      try Sample.forecast(Sample.yaml(rule: rule))
    } throws: { error in
      "\(error)".contains("finite")
    }
  }

  @Test("A rule that looks past the deadline is refused")
  func pastDeadline() {
    #expect {
      try Sample.forecast(Sample.yaml(deadline: "2025-02-20", rule: Self.rule))
    } throws: { error in
      "\(error)".contains("rule.to")
    }
  }

  @Test(
    "A name or a statement that could hide what it says is refused",
    arguments: ["id: \"T\\n1\"", "id: \"T\\e1\"", "id: \"\\u202Eevil\"", "id: \"\"", "id: a b"]
  )
  func hidden(line: String) {
    let yaml = Sample.yaml(rule: Self.rule).replacing("id: T1", with: line)
    #expect(throws: RecordError.self) { try Sample.forecast(yaml) }
    let statement = Sample.yaml(rule: Self.rule)
      .replacing("statement: Something happens", with: "statement: \"a\\u202Eb\"")
    #expect(throws: RecordError.self) { try Sample.forecast(statement) }
  }

  @Test("A misspelt key and a misspelt kind name the nearest")
  func nearest() {
    let key = Sample.yaml(rule: Self.rule).replacing("stated:", with: "statd:")
    #expect {
      try Sample.forecast(key)
    } throws: { error in
      "\(error)".contains("statd") && "\(error)".contains("did you mean stated?")
    }
    let kind = Sample.yaml(rule: Self.rule).replacing("kind: extreme", with: "kind: extremes")
    #expect {
      try Sample.forecast(kind)
    } throws: { error in
      "\(error)".contains("did you mean extreme?")
    }
  }
}
