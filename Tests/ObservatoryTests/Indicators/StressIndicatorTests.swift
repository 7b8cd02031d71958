import Quantities
import Statistics
import Testing

@testable import Observatory

@Suite("Composite stress")
struct StressIndicatorTests {
  /// 2015-01-02.
  private static let start = 16_437

  /// Members of the five blocks; `value` gives member, day place and a stream for its noise.
  private func members(
    count: Int = 1_500,
    perBlock: Int = 1,
    seed: Int = 1,
    _ value: (_ member: Int, _ place: Int, _ noise: inout Stream) -> Double?
  ) -> [StressMember] {
    let days = MacroSeries.tradingDays(from: Self.start, count: count)
    return (0..<5 * perBlock).map { member in
      var noise = Stream(
        seed: UInt64(seed),
        run: UInt64(member),
        purpose: Purpose(room: 4, index: 901)
      )
      var history = DailyValues()
      for (place, day) in days.enumerated() {
        if let figure = value(member, place, &noise) { history.append(figure, on: day) }
      }
      return StressMember(
        block: StressBlock.composite[member % 5],
        name: "member_\(member)",
        history: history
      )
    }
  }

  private func mean(_ values: some Collection<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  @Test("Blocks that move as one reach the square of the mean score")
  func oneFactor() throws {
    let composite = StressComposite(
      members { _, place, _ in Double((place * 37) % 101) + Double(place) * 1e-6 }
    )
    let newest = try #require(composite.history.last)
    let score = mean(composite.newestScores)
    #expect(abs(newest.value - score * score) < 1e-12)
    #expect(composite.correlation[0, 4] > 1 - 1e-12)
  }

  @Test("Independent blocks stand near the value without correlation, far below joint ones")
  func independent() throws {
    let composite = StressComposite(members(count: 3_000) { _, _, noise in noise.nextUniform() })
    var (uncorrelated, joint) = (0.0, 0.0)
    for place in composite.panel.days.indices {
      let scores = composite.blockScores.compactMap { $0[place] }
      guard scores.count == 5,
        composite.history.index(atOrBefore: composite.panel.days[place]) != nil
      else { continue }
      uncorrelated += scores.reduce(0) { $0 + $1 * $1 } / 25
      joint += mean(scores) * mean(scores)
    }
    let count = Double(composite.history.count)
    let average = mean(composite.history.values)
    #expect(abs(average - uncorrelated / count) < 0.02)
    #expect(average < 0.6 * joint / count)
  }

  @Test("The parts of the blocks add up to the index exactly", arguments: 0..<10)
  func parts(seed: Int) throws {
    let composite = StressComposite(
      members(count: 700, perBlock: 3, seed: seed) { _, _, noise in noise.nextUniform() }
    )
    let newest = try #require(composite.history.last)
    #expect(composite.contributions.reduce(0, +) == newest.value)
    let direct = zip(composite.newestScores.indices, composite.newestScores).reduce(0.0) {
      sum,
      row in
      sum
        + composite.newestScores.indices.reduce(0.0) { inner, column in
          inner + row.1 / 5 * composite.correlation[row.0, column] * composite.newestScores[column]
            / 5
        }
    }
    #expect(abs(direct - newest.value) < 1e-12)
    let interval = try #require(CompositeStressIndicator.interval(composite))
    #expect(interval.low <= newest.value && newest.value <= interval.high)
  }

  @Test("No score before 250 values, no index before 60 days of scores")
  func burnIn() {
    let composite = StressComposite(members(count: 400) { _, _, noise in noise.nextUniform() })
    #expect(composite.blockScores[0].firstIndex { $0 != nil } == 249)
    #expect(composite.history.days.first == composite.panel.days[249 + 59])
  }

  @Test("What comes later changes nothing that came before", arguments: [450, 777, 1_200])
  func forwardOnly(count: Int) {
    let full = members(perBlock: 2) { _, _, noise in noise.nextUniform() }
    let early = members(count: count, perBlock: 2) { _, _, noise in noise.nextUniform() }
    let (whole, part) = (StressComposite(full), StressComposite(early))
    #expect(Array(whole.history.values.prefix(part.history.count)) == part.history.values)
    let (wide, narrow) = (StressComponent(full), StressComponent(early))
    #expect(Array(wide.history.values.prefix(narrow.history.count)) == narrow.history.values)
  }

  @Test("A block with fewer than half of its members has no score")
  func thinBlock() throws {
    // Four members a block; three of the first block end after place 600.
    let composite = StressComposite(
      members(count: 700, perBlock: 4) { member, place, noise in
        let figure = noise.nextUniform()
        return member % 5 == 0 && member > 0 && place > 600 ? nil : figure
      }
    )
    let last = try #require(composite.history.days.last)
    let carried = composite.panel.days[600] + StressPanel.carryDaysMax
    #expect(last == composite.panel.days.last { $0 <= carried })
    let whole = StressComposite(
      members(count: 700, perBlock: 4) { member, place, noise in
        let figure = noise.nextUniform()
        return member % 5 == 0 && member > 5 && place > 600 ? nil : figure
      }
    )
    #expect(whole.history.days.last == whole.panel.days.last)
  }

  @Test("A common factor is found under the noise, and its parts add up")
  func component() throws {
    var factor = Stream(seed: 5, run: 0, purpose: Purpose(room: 4, index: 902))
    let shocks = (0..<2_000).map { _ in factor.nextUniform() - 0.5 }
    var level = 0.0
    let path = shocks.map { shock in
      level = 0.98 * level + shock
      return level
    }
    let index = StressComponent(
      members(count: 2_000, perBlock: 4) { _, place, noise in
        path[place] + 0.5 * (noise.nextUniform() - 0.5)
      }
    )
    let newest = try #require(index.history.last)
    let parts = index.contributions.compactMap { $0 }
    #expect(parts.count == 20)
    #expect(abs(parts.reduce(0, +) - newest.value) < 1e-9)
    #expect(try #require(index.explainedShare) > 0.8)
    let first = 2_000 - index.history.count
    let correlation = try Correlation.pearson(index.history.values, Array(path[first...]))
    #expect(correlation > 0.95)
  }

  @Test("Without a common factor the first component explains little")
  func noComponent() throws {
    let index = StressComponent(
      members(count: 2_000, perBlock: 4) { _, _, noise in noise.nextUniform() }
    )
    #expect(try #require(index.explainedShare) < 0.15)
  }

  @Test("Stronger than all three needs all three, and one weaker present refutes it")
  func verdict() {
    let verdict = EpisodeSimilarityIndicator.verdict
    #expect(verdict(0.5, [0.1, 0.2, 0.3]).contains("holds"))
    #expect(verdict(0.5, [0.1, 0.2]).contains("not decided"))
    #expect(verdict(0.5, [0.1, 0.5, 0.3]).contains("not supported"))
    #expect(verdict(0.05, [0.1]).contains("not supported"))
  }

  @Test("The ratio of a day is to episodes that were over by then")
  func ratios() {
    var history = DailyValues()
    for day in 18_100...18_400 {
      history.append(StressEpisode.all[1].days.contains(day) ? 0.8 : 0.2, on: day)
    }
    let ratios = EpisodeSimilarityIndicator.ratios(history, Array(StressEpisode.all.prefix(2)))
    // Nothing to compare with before the first episode is over; then 1; after March 2020 a quarter.
    #expect(ratios.days.first == StressEpisode.all[0].days.upperBound + 1)
    #expect(ratios.values.first == 1)
    #expect(ratios.values.last == 0.25)
    #expect(ratios.value(atOrBefore: StressEpisode.all[1].days.upperBound, within: 0) == 4)
  }
}
