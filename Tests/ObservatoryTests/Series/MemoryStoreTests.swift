import Observatory
import Quantities
import Testing

@Suite("Series with two clocks")
struct MemoryStoreTests {
  private let id = SeriesID("example/BTC/close")

  private func instant(_ day: Int, hour: Int64 = 0) -> Instant {
    Instant(startOf: Day(daysSince1970: day)) + .hours(hour)
  }

  private func observation(_ day: Int, knowable: Instant, _ units: Int64) -> Observation {
    Observation(
      refersTo: instant(day),
      knowableAt: knowable,
      value: ExactDecimal(units: units, decimals: 1)
    )
  }

  private func batch(_ observations: [Observation]) -> SeriesBatch {
    SeriesBatch(
      description: SeriesDescription(
        id: id,
        unit: "USD",
        period: .day,
        frequency: "1d",
        title: "Closes",
        source: "a test",
        licence: "none",
        trust: .high,
        knowableBasis: .published
      ),
      observations: observations
    )
  }

  private var store: MemoryStore {
    MemoryStore([
      batch([
        observation(10, knowable: instant(11), 100),
        observation(10, knowable: instant(20), 105),
        observation(11, knowable: instant(12), 200),
      ])
    ])
  }

  @Test("A read as of an instant returns the revision that was knowable, midnight included")
  func pointInTime() throws {
    let early = try #require(try store.series(id, .endOf(Day(daysSince1970: 10))))
    #expect(early.values == [10])
    let late = try #require(try store.series(id, .asOf(instant(20))))
    #expect(late.values == [10.5, 20])
    let before = try #require(try store.series(id, .asOf(instant(11) - .seconds(1))))
    #expect(before.isEmpty)
    #expect(try store.series(SeriesID("example/ETH/close"), .latest) == nil)
  }

  @Test("Deleting later rows changes no earlier read")
  func noLookAhead() throws {
    for day in 9..<22 {
      let kept = store.removingKnowable(after: instant(day))
      #expect(try kept.series(id, .asOf(instant(day))) == store.series(id, .asOf(instant(day))))
    }
  }

  @Test("Revisions are kept, and a value already held stays")
  func revisions() throws {
    var store = store
    store.insert(batch([observation(10, knowable: instant(11), 999)]))
    store.insert(batch([observation(12, knowable: instant(13), 300)]))
    #expect(try store.series(id, .asOf(instant(11)))?.values == [10])
    #expect(try store.series(id, .latest)?.values == [10.5, 20, 30])
    #expect(try store.newestKnowable() == instant(20))
  }

  @Test("A firewall refuses every read past its cut-off")
  func cutOff() throws {
    let reader = CutOffReader(store, cutOff: instant(12))
    #expect(try reader.series(id, .asOf(instant(12)))?.values == [10, 20])
    #expect(try reader.newestKnowable() == instant(12))
    for vintage in [Vintage.asOf(instant(13)), .latest] {
      #expect(throws: StoreError.self) { try reader.series(id, vintage) }
    }
  }

  @Test("Periods end where the calendar says")
  func periods() throws {
    let january = Instant(startOf: try #require(Day(year: 2025, month: 1, day: 1)))
    let april = Instant(startOf: try #require(Day(year: 2025, month: 4, day: 1)))
    let december = Instant(startOf: try #require(Day(year: 2024, month: 12, day: 1)))
    #expect(SeriesPeriod.quarter.end(from: january) == april)
    #expect(SeriesPeriod.month.end(from: december) == january)
    #expect(SeriesPeriod.day.end(from: december) == december + .days(1))
    #expect(SeriesPeriod.instant.end(from: april) == april)
  }
}
