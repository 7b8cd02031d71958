import Testing

@testable import Statistics

@Suite("StatisticsError")
struct StatisticsErrorTests {
  static let errors: [StatisticsError] = [
    .rootNotBracketed(lower: 0, upper: 1, valueAtLower: 2, valueAtUpper: 3),
    .functionNotFinite(point: 1, value: .infinity),
    .iterationLimitReached(method: "Brent root", limit: 5),
    .observationsTooFew(quantity: "Hawkes fit", count: 7, minimum: 200),
    .valueOutOfRange(field: "correlation", value: 2, expected: "between -1 and 1"),
    .fitNotIdentified(model: "Hawkes process", reason: "no self-excitation found"),
  ]

  @Test("codes are distinct and begin with the room")
  func codes() {
    #expect(Set(Self.errors.map(\.code)).count == Self.errors.count)
    #expect(Self.errors.allSatisfy { $0.code.hasPrefix("statistics.") })
  }

  @Test("a message is one line with what was got and expected")
  func messages() {
    #expect(Self.errors.allSatisfy { !$0.description.contains("\n") })
    #expect(
      Self.errors[3].description == "Hawkes fit: got 7 observations, expected at least 200"
    )
    #expect(Self.errors[4].description == "correlation: got 2.0, expected between -1 and 1")
  }
}
