import Quantities
import Testing

@testable import Scenarios

@Suite("StateFile")
struct StateFileTests {
  /// The smallest state: nine lines.
  static let lines = [
    "schema: clino.state/1", "name: small", "title: A small market", "asset: BTC",
    "as_of: 2025-01-01T06:30:00Z", "price_usd: 100000.5", "open_interest_usd: 1.0e9",
    "daily_volume_usd: 3000000000", "daily_volatility: 0.03",
  ]
  static let event = [
    "event:", "  window_hours: 24", "  end_price_usd: 90000", "  net_outflow_usd: 1e8",
    "  facts:", "    - {id: F1, quantity: long_share, value: 0.9}",
  ]

  static func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  /// The error of a text, or nil if it parses.
  static func failure(of text: String) -> ScenarioError? {
    do throws(ScenarioError) { _ = try StateFile.parse(text, file: "s.yaml") } catch {
      return error
    }
    return nil
  }

  /// What a person reads when line `number` is replaced.
  static func message(_ number: Int, _ line: String, in lines: [String] = lines) -> String? {
    var lines = lines
    lines[number - 1] = line
    return failure(of: text(lines))?.description
  }

  @Test("the smallest state parses and takes every other input from its standard prior")
  func smallest() throws {
    let state = try StateFile.parse(Self.text(Self.lines), file: "s.yaml")
    #expect(state.name == "small")
    #expect(state.title == "A small market")
    #expect(state.asset == "BTC")
    #expect(state.asOf.description == "2025-01-01T06:30:00Z")
    #expect(state.price == 100_000.5)
    #expect(state.prior(.openInterest) == .fixed(1e9))
    #expect(state.prior(.dailyVolume) == .fixed(3e9))
    #expect(state.priors.count == 3)
    #expect(state.leverageMixture == LeverageClass.standardMixture)
    #expect(state.event == nil)
    for parameter in Parameter.allCases where parameter.standard != nil {
      #expect(state.prior(parameter) == parameter.standard)
    }
  }

  @Test("a range, a skewed range and a value are read as such")
  func priors() throws {
    let more = [
      "liquidatable_share: {low: 0.5, high: 0.5}", "entry_log_sd: {value: 0.05}",
      "resilience_half_life_minutes: {median: 20, p05: 7, p95: 57}",
    ]
    let state = try StateFile.parse(Self.text(Self.lines + more), file: "s.yaml")
    #expect(state.prior(.liquidatableShare) == .uniform(low: 0.5, high: 0.5))
    #expect(state.prior(.entrySpread) == .fixed(0.05))
    #expect(state.prior(.resilienceHalfLife) == .logNormal(median: 20, p05: 7, p95: 57))
  }

  @Test("the mixture and the event are read in the order of the file")
  func mixtureAndEvent() throws {
    let mixture = [
      "leverage_mixture:", "  - {leverage: 2, weight: 1, institution_share: 0.5}",
      "  - {leverage: 20, weight: 3}",
    ]
    let remarks = ["  remarks:", "    - first", "    - second"]
    let state = try StateFile.parse(
      Self.text(Self.lines + mixture + Self.event + remarks),
      file: "s.yaml"
    )
    #expect(
      state.leverageMixture == [
        LeverageClass(leverage: 2, weight: 1, institutionShare: 0.5),
        LeverageClass(leverage: 20, weight: 3, institutionShare: 0),
      ]
    )
    let event = try #require(state.event)
    #expect(event.window == .hours(24))
    #expect(event.endPrice == 90_000)
    #expect(event.netOutflow == 1e8)
    #expect(
      event.facts == [ReportedFact(id: "F1", quantity: .longShare, value: 0.9, isCalibrated: false)]
    )
    #expect(event.remarks == ["first", "second"])
  }

  @Test(
    "a wrong value is refused with line, field, value and what was expected",
    arguments: [
      (6, "price_usd: high", "s.yaml:6: price_usd: got high, expected a number from "),
      (6, "price_usd: -1", "s.yaml:6: price_usd: got -1, expected a number from "),
      (6, "price_usd: .nan", "s.yaml:6: price_usd: got .nan, expected a number from "),
      (6, "price_usd: nan", "s.yaml:6: price_usd: got nan, expected a number from "),
      (6, "price_usd: inf", "s.yaml:6: price_usd: got inf, expected a number from "),
      (6, "price_usd:", "s.yaml:6: price_usd: got nothing, expected a number from "),
      (6, "price_usd: [1]", "s.yaml:6: price_usd: got a list, expected a number from "),
      (6, "price_usd: {a: 1}", "s.yaml:6: price_usd: got a map, expected a number from "),
      (5, "as_of: yesterday", "s.yaml:5: as_of: got yesterday, expected a UTC time"),
      (5, "as_of: 2025-02-30", "s.yaml:5: as_of: got 2025-02-30, expected a UTC time"),
      (4, "asset: [BTC]", "s.yaml:4: asset: got a list, expected a text"),
      (4, "asset: ''", "s.yaml:4: asset: got nothing, expected a text"),
      (1, "schema: clino.state/2", "s.yaml:1: schema: got clino.state/2, expected clino.state/1"),
      (9, "daily_volatility: 3", "s.yaml:9: daily_volatility: got 3, expected a number from "),
      (9, "daily_volatility: [0.1, 0.2]", "s.yaml:9: daily_volatility: got a list, expected a num"),
      (
        9, "daily_volatility: {low: 0.03, high: 0.02}",
        "s.yaml:9: daily_volatility: got a map, expected low not above high"
      ),
      (
        9, "daily_volatility: {low: 0.03}",
        "s.yaml:9: daily_volatility.high: got nothing, expected a number"
      ),
      (
        9, "daily_volatility: {low: 0.03, high: 3}",
        "s.yaml:9: daily_volatility.high: got 3, expected a number from "
      ),
      (
        9, "daily_volatility: {median: 0.03, p05: 0.04, p95: 0.05}",
        "s.yaml:9: daily_volatility: got a map, expected 0 < p05 < median < p95"
      ),
      (
        9, "daily_volatility: {median: 0.03, p05: 0.02, p95: 0.9}",
        "s.yaml:9: daily_volatility.median: got 0.03, expected a median near the geometric middle of p05 "
          + "and p95, because the prior is lognormal"
      ),
      (
        9, "daily_volatility: {median: 0.03, p05: 0.02, p95: 0.03}",
        "s.yaml:9: daily_volatility: got a map, expected 0 < p05 < median < p95"
      ),
      (
        9, "daily_volatility: {value: 0.03, low: 0.02}",
        "s.yaml:9: daily_volatility: got a map, expected value, low and high, or median, p05 and p95"
      ),
      (
        9, "daily_volatility: {median: 0.03, low: 0.02, high: 0.05}",
        "s.yaml:9: daily_volatility: got a map, expected value, low and high, or median, p05 and p95"
      ),
    ]
  )
  func wrongValues(line: Int, replacement: String, message: String) throws {
    let found = try #require(Self.message(line, replacement))
    #expect(found.hasPrefix(message), "\(found)")
    #expect(!found.contains("\n"))
  }

  @Test(
    "an unknown key is refused with its line and the nearest known one",
    arguments: [
      (9, "daily_volatilty: 0.03", "s.yaml:9: daily_volatilty: ", "did you mean daily_volatility?"),
      (4, "aset: BTC", "s.yaml:4: aset: ", "did you mean asset?"),
      (
        9, "daily_volatility: {lo: 0.03, high: 0.05}", "s.yaml:9: daily_volatility.lo: ",
        "did you mean low?"
      ),
    ]
  )
  func unknownKeys(line: Int, replacement: String, place: String, hint: String) throws {
    let found = try #require(Self.message(line, replacement))
    #expect(found.hasPrefix(place), "\(found)")
    #expect(found.hasSuffix(hint), "\(found)")
  }

  @Test("a key that is near to nothing is refused without a guess")
  func farKey() throws {
    let error = try #require(Self.failure(of: Self.text(Self.lines + ["qqqqqqqqqqqq: 1"])))
    guard case .field(_, let line, let field, _, let expected, let hint) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(line == 10)
    #expect(field == "qqqqqqqqqqqq")
    #expect(expected.contains("price_usd"))
    #expect(hint == nil)
    #expect(error.code == "scenario.field.invalid")
  }

  @Test(
    "a state without a field that has no standard is refused",
    arguments: [
      (2, "name"), (3, "title"), (4, "asset"), (5, "as_of"), (6, "price_usd"),
      (7, "open_interest_usd"), (8, "daily_volume_usd"), (9, "daily_volatility"), (1, "schema"),
    ]
  )
  func missing(line: Int, field: String) throws {
    var lines = Self.lines
    lines.remove(at: line - 1)
    let found = try #require(Self.failure(of: Self.text(lines))?.description)
    #expect(found.hasPrefix("s.yaml:1: \(field): got nothing, expected "), "\(found)")
  }

  @Test(
    "a wrong event is refused at its own field",
    arguments: [
      (11, "  window_hours: 0", "s.yaml:11: event.window_hours: got 0, expected a number from "),
      (11, "  window_hours: 721", "s.yaml:11: event.window_hours: got 721, expected a number "),
      (12, "  end_price: 90000", "s.yaml:12: event.end_price: got end_price, expected one of "),
      (13, "  net_outflow_usd: -1", "s.yaml:13: event.net_outflow_usd: got -1, expected a numb"),
      (14, "  facts: none\n  remarks:", "s.yaml:14: event.facts: got none, expected a list"),
      (
        15, "    - {id: F1, quantity: long_shar, value: 0.9}",
        "s.yaml:15: event.facts[0].quantity: got long_shar, expected one of end_price_usd, "
      ),
      (
        15, "    - {id: F1, quantity: long_share, value: much}",
        "s.yaml:15: event.facts[0].value: got much, expected a number from "
      ),
      (
        15, "    - {id: F1, quantity: long_share, value: 1, calibrated: maybe}",
        "s.yaml:15: event.facts[0].calibrated: got maybe, expected true or false"
      ),
      (
        15, "    - {id: F1, quantity: long_share, value: 1, note: [a, b]}",
        "s.yaml:15: event.facts[0].note: got a list, expected a text"
      ),
      (
        15, "    - {quantity: long_share, value: 1}",
        "s.yaml:15: event.facts[0].id: got nothing, expected a text"
      ),
    ]
  )
  func wrongEvent(line: Int, replacement: String, message: String) throws {
    let found = try #require(Self.message(line, replacement, in: Self.lines + Self.event))
    #expect(found.hasPrefix(message), "\(found)")
  }

  @Test(
    "a mixture must rise in leverage and weigh something",
    arguments: [
      "[{leverage: 5, weight: 1}, {leverage: 5, weight: 1}]",
      "[{leverage: 5, weight: 1}, {leverage: 3, weight: 1}]", "[{leverage: 5, weight: 0}]", "[]",
    ]
  )
  func mixture(_ mixture: String) throws {
    let found = try #require(
      Self.failure(of: Self.text(Self.lines + ["leverage_mixture: \(mixture)"]))?.description
    )
    #expect(
      found == "s.yaml:10: leverage_mixture: got a list, expected 1 to 64 classes of rising "
        + "leverage, one with a positive weight"
    )
  }

  @Test("what is no YAML, no map or nothing is refused with a line")
  func notAState() {
    #expect(
      Self.failure(of: "name: x\ntitle: [1, 2\n")?.description.hasPrefix("s.yaml:") == true
    )
    #expect(
      Self.failure(of: "schema: clino.state/1\nname: \"a\n")?.description
        .contains("got text that is not YAML") == true
    )
    #expect(Self.failure(of: "")?.description.hasPrefix("s.yaml:1: document: got nothing") == true)
    #expect(
      Self.failure(of: "- a\n")?.description == "s.yaml:1: document: got a list, expected a map"
    )
    #expect(
      Self.failure(of: "word\n")?.description == "s.yaml:1: document: got word, expected a map"
    )
  }

  @Test("a key that stands twice is refused by name, at its line")
  func duplicated() {
    #expect(
      Self.failure(of: Self.text(Self.lines + ["price_usd: 5"]))?.description
        == "s.yaml:6: price_usd: got it twice, expected it once"
    )
    #expect(
      Self.failure(
        of: Self.text(Self.lines + ["liquidatable_share: {low: 0.1, low: 0.2, high: 0.3}"])
      )?.description == "s.yaml:10: low: got it twice, expected it once"
    )
  }
}
