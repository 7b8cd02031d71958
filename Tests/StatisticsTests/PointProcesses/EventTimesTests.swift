import Testing

@testable import Statistics

@Suite("EventTimes")
struct EventTimesTests {
  @Test("ties spread evenly over the clock's step")
  func spreading() throws {
    #expect(
      try EventTimes.spreadingTies(in: [0, 0, 2], resolution: 1) == [0.25, 0.75, 2.5]
    )
    #expect(try EventTimes.spreadingTies(in: [], resolution: 1).isEmpty)
  }

  @Test("spread times ascend strictly and stay within their step", arguments: 0..<50)
  func ascending(seed: Int) throws {
    var stream = Stream.forTest(seed: UInt64(seed), label: 80)
    let readings = (0..<400).map { _ in Double(stream.nextInteger(below: 100)) * 0.001 }.sorted()
    let times = try EventTimes.spreadingTies(in: readings, resolution: 0.001)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(times, readings).allSatisfy { $0 > $1 && $0 < $1 + 0.001 })
  }

  @Test("readings out of order or off the clock are refused")
  func refusals() {
    #expect(throws: StatisticsError.self) {
      try EventTimes.spreadingTies(in: [2, 1], resolution: 1)
    }
    #expect(throws: StatisticsError.self) {
      try EventTimes.spreadingTies(in: [1, 1.2], resolution: 1)
    }
  }
}
