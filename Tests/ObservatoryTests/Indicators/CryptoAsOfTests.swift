import Quantities
import Statistics
import Testing

@testable import Observatory

@Suite("No look at later rows")
struct CryptoAsOfTests {
  @Test("Deleting every later row of a made-up market changes no reading", arguments: 0..<6)
  func synthetic(seed: Int) throws {
    let store = CryptoWorld.store(seed: seed)
    var stream = Stream(seed: UInt64(seed), run: 1, purpose: Purpose(room: 4, index: 712))
    for _ in 0..<3 {
      let day = CryptoBatches.start + 20 + Int(stream.nextInteger(below: 400))
      let instant = Instant(startOf: Day(daysSince1970: day)) + .hours(15)
      let cut = store.removingKnowable(after: instant)
      for indicator in Indicators.crypto {
        let whole = try indicator.reading(MarketView(store, asOf: instant))
        let past = try indicator.reading(MarketView(cut, asOf: instant))
        #expect(whole == past, "\(indicator.id) on \(instant), seed \(seed)")
      }
    }
  }

  @Test("Every indicator of the made-up market has a headline or names what is missing")
  func complete() throws {
    let store = CryptoWorld.store(seed: 1)
    let end = Instant(startOf: Day(daysSince1970: CryptoBatches.start + CryptoWorld.length))
    for indicator in Indicators.crypto {
      let reading = try indicator.reading(MarketView(store, asOf: end))
      #expect(reading.value != nil || !reading.missing.isEmpty, "\(indicator.id)")
      #expect(reading.value == nil || reading.interval != nil, "\(indicator.id) has no interval")
      #expect(reading.value.map(\.isFinite) ?? true, "\(indicator.id)")
      if let value = reading.value, let interval = reading.interval {
        #expect(interval.low <= interval.high, "\(indicator.id)")
        #expect(!interval.method.isEmpty && value.isFinite)
      }
    }
  }

  @Test("An empty store gives readings that name what is missing")
  func empty() throws {
    let instant = try Instant(parsing: "2025-09-01")
    for indicator in Indicators.crypto {
      let reading = try indicator.reading(MarketView(MemoryStore(), asOf: instant))
      #expect(reading.value == nil, "\(indicator.id)")
      #expect(!reading.missing.isEmpty, "\(indicator.id)")
    }
  }

  @Test("Identifiers are unique, in order, and name systems and facts")
  func registry() {
    let ids = Indicators.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    let expected = (1...32).map { $0 < 10 ? "I0\($0)" : "I\($0)" }
    #expect(Set(expected).isSubset(of: Set(ids)))
    for indicator in Indicators.crypto {
      #expect(!indicator.systems.isEmpty && !indicator.facts.isEmpty && !indicator.unit.isEmpty)
    }
  }
}
