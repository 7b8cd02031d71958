import Testing

@testable import Statistics

@Suite("Stream selection")
struct StreamSelectionTests {
  @Test("a shuffle reaches every order of four elements equally often")
  func shuffle() {
    var stream = Stream.forTest(seed: 1, label: 120)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<48_000 {
      var elements = [0, 1, 2, 3]
      stream.shuffle(&elements)
      counts[elements, default: 0] += 1
    }
    #expect(counts.count == 24)
    let chiSquared = counts.values.reduce(0.0) {
      $0 + (Double($1) - 2_000) * (Double($1) - 2_000) / 2_000
    }
    // scipy.stats.chi2.isf(0.001, 23)
    #expect(chiSquared < 49.7282)
  }

  @Test("a shuffle of nothing or of one element draws nothing")
  func trivialShuffle() {
    var stream = Stream.forTest(seed: 2)
    var untouched = stream
    var none: [Int] = []
    var one = [7]
    stream.shuffle(&none)
    stream.shuffle(&one)
    #expect(none.isEmpty && one == [7])
    #expect(stream.nextWord() == untouched.nextWord())
  }

  @Test(
    "events happen with their probability, never at 0 and always at 1",
    arguments: [0, 0.03, 0.5, 1]
  )
  func events(probability: Double) {
    var stream = Stream.forTest(seed: 3)
    let count = (0..<40_000).count { _ in stream.nextEvent(probability: probability) }
    let standardError = (probability * (1 - probability) / 40_000).squareRoot()
    #expect(abs(Double(count) / 40_000 - probability) <= 4 * standardError)
  }

  @Test("a higher probability only adds events")
  func nestedEvents() {
    var low = Stream.forTest(seed: 4)
    var high = low
    for _ in 0..<1_000 {
      let rare = low.nextEvent(probability: 0.2)
      let common = high.nextEvent(probability: 0.3)
      #expect(!rare || common)
    }
  }

  @Test("choosing from nothing traps")
  func nothing() async {
    await #expect(processExitsWith: .failure) {
      var stream = Stream(seed: 0, run: 0, purpose: Purpose(rawValue: 0))
      _ = stream.nextIndex(below: 0)
    }
  }
}
