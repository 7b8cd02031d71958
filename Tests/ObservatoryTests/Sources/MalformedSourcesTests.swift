import Observatory
import Testing

/// Damaged inputs end in a typed error or in a value that keeps its promises, never in a trap.
@Suite("Malformed sources")
struct MalformedSourcesTests {
  static let casesPerArgument = 250

  /// Counts what became of each damaged input.
  struct Tally {
    var accepted = 0
    var refused = 0
    var badMessages: [String] = []

    mutating func refuse(_ error: SourceError) {
      refused += 1
      let line = error.description
      if line.isEmpty || line.contains("\n") || error.code.isEmpty { badMessages.append(line) }
    }
  }

  static func tally(
    _ text: String,
    argument: Int,
    read: (SourceFile) throws(SourceError) -> Void
  ) -> Tally {
    var tally = Tally()
    for seed in argument * casesPerArgument..<(argument + 1) * casesPerArgument {
      var random = SeededBytes(seed: seed)
      let bytes = random.damaged(Array(text.utf8))
      do throws(SourceError) {
        try read(SourceFile(path: "damaged.csv", storedBytes: bytes))
        tally.accepted += 1
      } catch {
        tally.refuse(error)
      }
    }
    return tally
  }

  @Test("damaged bars", arguments: 0..<20)
  func bars(argument: Int) {
    let tally = Self.tally(PriceBarsTests.hourly, argument: argument) {
      (source: SourceFile) throws(SourceError) in
      let bars = try PriceBars(source)
      for index in 0..<bars.count {
        #expect(bars.low.units[index] > 0)
        #expect(bars.low.units[index] <= min(bars.open.units[index], bars.close.units[index]))
        #expect(bars.high.units[index] >= max(bars.open.units[index], bars.close.units[index]))
      }
      #expect(zip(bars.times, bars.times.dropFirst()).allSatisfy { $0 < $1 })
    }
    #expect(tally.badMessages.isEmpty)
    #expect(tally.refused > 0)
  }

  @Test("damaged bars of several symbols", arguments: 0..<20)
  func symbolBars(argument: Int) {
    let tally = Self.tally(PriceBarsTests.symbols, argument: argument) {
      (source: SourceFile) throws(SourceError) in
      _ = try PriceBars(source, symbol: "BBB")
    }
    #expect(tally.badMessages.isEmpty)
    #expect(tally.refused > 0)
  }

  @Test("damaged leverage brackets", arguments: 0..<20)
  func tiers(argument: Int) {
    let rows = "A,1.0,U,0.0,50.0,0.004,125.0,0.0\nA,2.0,U,50.0,90.0,0.0065,75.0,125.0\n"
    let tally = Self.tally(DerivativesSourcesTests.header + rows, argument: argument) {
      (source: SourceFile) throws(SourceError) in
      _ = try LeverageTiers(source)
    }
    #expect(tally.badMessages.isEmpty)
    #expect(tally.refused > 0)
  }

  @Test("damaged open interest", arguments: 0..<20)
  func openInterest(argument: Int) {
    let tally = Self.tally(
      "date,oi_usd\n2019-03-30,605258083.0\n2019-04-02,1.5\n",
      argument: argument
    ) { (source: SourceFile) throws(SourceError) in
      _ = try OpenInterestHistory(source)
    }
    #expect(tally.badMessages.isEmpty)
    #expect(tally.refused > 0)
  }

  @Test("damaged gzip is refused or gives the content it had", arguments: 0..<20)
  func gzip(argument: Int) {
    for seed in argument * Self.casesPerArgument..<(argument + 1) * Self.casesPerArgument {
      var random = SeededBytes(seed: seed)
      let bytes = random.damaged(GzipTests.member)
      guard let content = try? Gzip.inflated(bytes, byteCountMax: 1 << 20) else { continue }
      #expect(content.starts(with: GzipTests.content), "seed \(seed)")
    }
  }

  @Test("any bytes are scanned to the end or refused", arguments: 0..<20)
  func anyBytes(argument: Int) {
    for seed in argument * Self.casesPerArgument..<(argument + 1) * Self.casesPerArgument {
      var random = SeededBytes(seed: seed)
      let bytes = (0..<random.index(below: 80)).map { _ in UInt8(truncatingIfNeeded: random.next())
      }
      var scanner = CSVScanner(bytes)
      var row: [CSVField] = []
      var end = 0
      while (try? scanner.nextRow(into: &row)) == true {
        #expect(row.allSatisfy { $0.start >= end && $0.end >= $0.start && $0.end <= bytes.count })
        end = row.last?.end ?? end
      }
      _ = try? ExactDecimal(bytes, 0..<bytes.count)
      _ = ISO8601.microseconds(bytes, 0..<bytes.count)
    }
  }
}
