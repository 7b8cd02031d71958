import Quantities
import Testing

@testable import Observatory

@Suite("Dump", .enabled(if: SharedData.isPresent, "\(SharedData.remark)"))
struct DumpTests {
  @Test("dump") func dump() throws {
    let store = try MacroFiles.store.get()
    let newest = try #require(try store.newestKnowable())
    for asOf in [
      newest, try Instant(parsing: "2025-09-15T00:00:00Z"),
      try Instant(parsing: "2020-03-31T00:00:00Z"), try Instant(parsing: "2019-09-18T20:00:00Z"),
    ] {
      print("==== as of \(asOf)")
      for indicator in Indicators.macro {
        let clock = ContinuousClock()
        var r = IndicatorReading()
        let t = try clock.measure { r = try indicator.reading(MarketView(store, asOf: asOf)) }
        print(
          "## \(indicator.id) \(indicator.name) = \(r.value.map { "\($0)" } ?? "missing") \(indicator.unit) pct \(r.percentile ?? -1) at \(r.observedAt.map { "\($0)" } ?? "-") cov \(r.coverage.map { "\($0.start) \($0.count)/\($0.expectedCount)" } ?? "-") t=\(t)"
        )
        if let i = r.interval { print("   interval \(i.low) .. \(i.high) \(i.level) \(i.method)") }
        if let h = r.threshold { print("   threshold \(h.value) \(h.meaning) [\(h.source)]") }
        for c in r.components {
          print(
            "   \(c.name) = \(c.value.map { "\($0)" } ?? "-") \(c.unit) \(c.interval.map { "[\($0.low), \($0.high)]" } ?? "")"
          )
        }
        for m in r.missing { print("   MISSING \(m.what): \(m.remedy)") }
        for m in r.remarks { print("   - \(m)") }
      }
    }
  }
}
