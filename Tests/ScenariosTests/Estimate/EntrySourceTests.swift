import Exchange
import Statistics
import Testing

@testable import Scenarios

@Suite("entry sources")
struct EntrySourceTests {
  static let leverages = [2.0, 5, 10, 25, 50, 125]

  static func stream(_ seed: UInt64, _ participant: Int = 0) -> Stream {
    Stream(seed: seed, run: 0, participant: UInt64(participant), purpose: .openingPosition)
  }

  @Test(
    "the liquidation price is where equity meets maintenance margin",
    arguments: [
      (OrderSide.buy, 10.0, 0.005), (.sell, 10, 0.005), (.buy, 2, 0.1), (.sell, 125, 0.004),
    ]
  )
  func ratio(side: OrderSide, leverage: Double, rate: Double) {
    let price = 100 * liquidationRatio(side: side, leverage: leverage, maintenanceRate: rate)
    let equity = 100 / leverage + (side == .buy ? price - 100 : 100 - price)
    #expect(abs(equity - rate * price) < 1e-10)
  }

  /// The bars of a random walk before a window, newest last.
  static func bars(seed: UInt64, count: Int = 48) -> (bars: [BarEntries.Bar], price: Double) {
    let walk = SyntheticBars(count: count, seed: seed)
    let bars = walk.rows.enumerated().map { index, row in
      BarEntries.Bar(
        age: Double(count - index),
        high: Double(row.high),
        low: Double(row.low),
        volume: Double(row.volume)
      )
    }
    return (bars, Double(walk.rows[count - 1].close))
  }

  @Test(
    "an entry is open if and only if no later bar has crossed its liquidation price",
    arguments: 0..<60 as Range<UInt64>
  )
  func bruteForce(seed: UInt64) throws {
    let (bars, price) = Self.bars(seed: seed)
    let source = BarEntries(bars: bars, halfLife: 24, price: price)
    let weights = bars.map {
      max($0.volume, 1e-12) * Libm.exponential(-$0.age / 24 * Libm.logarithm(2))
    }
    let total = weights.reduce(0, +)
    var open = 0
    var gone = 0
    for draw in 0..<300 {
      let side: OrderSide = draw.isMultiple(of: 2) ? .buy : .sell
      let leverage = Self.leverages[draw % Self.leverages.count]
      var stream = Self.stream(seed, draw)
      var again = stream
      let entry = source.entry(
        side: side,
        leverage: leverage,
        maintenanceRate: 0.004,
        using: &stream
      )
      // The same two words, through the definition: a bar by its weight, a price within its range.
      let target = again.nextUniform() * total
      var sum = 0.0
      let index = bars.indices.first { bar in
        sum += weights[bar]
        return sum > target
      }
      let bar = try #require(index)
      let expected = bars[bar].low + (bars[bar].high - bars[bar].low) * again.nextUniform()
      let extremes = bars[(bar + 1)...].map { side == .buy ? $0.low : $0.high } + [price]
      let survives = extremes.allSatisfy { extreme in
        Fixture.isAlive(
          side,
          entry: expected,
          leverage: leverage,
          maintenanceRate: 0.004,
          at: extreme
        )
      }
      #expect((entry != nil) == survives, "seed \(seed), draw \(draw)")
      if let entry {
        open += 1
        #expect(abs(entry / expected - 1) < 1e-12)
      } else {
        gone += 1
      }
    }
    #expect(open > 30 && gone > 10)
  }

  @Test("positions fade with their half-life: a short one keeps to recent bars")
  func fading() {
    let bars = (0..<100).map { index in
      BarEntries.Bar(age: Double(100 - index), high: 101, low: 99, volume: 1)
    }
    // Entries say their bar by the price: each bar has its own.
    let marked = bars.enumerated().map { index, bar in
      BarEntries.Bar(
        age: bar.age,
        high: 100 + Double(index) / 1e3,
        low: 100 + Double(index) / 1e3,
        volume: 1
      )
    }
    let source = BarEntries(bars: marked, halfLife: 10, price: 100)
    var recent = 0
    let count = 4_000
    for draw in 0..<count {
      var stream = Self.stream(5, draw)
      let entry = source.entry(side: .buy, leverage: 2, maintenanceRate: 0.004, using: &stream)
      if let entry, entry > 100.0895 { recent += 1 }
    }
    // The last ten of a hundred bars hold (1 − 2⁻¹) / (1 − 2⁻¹⁰) of the weight.
    let share = 0.5 / (1 - 1.0 / 1_024)
    let deviation = (share * (1 - share) / Double(count)).squareRoot()
    #expect(abs(Double(recent) / Double(count) - share) < 4 * deviation)
  }

  @Test("bars without volume count alike")
  func withoutVolume() throws {
    let bars = try SyntheticBars(count: 120, seed: 2).bars(hasVolume: false)
    let window = try BarWindow(
      bars: bars,
      file: "bars.csv",
      symbol: "BTC",
      from: SyntheticBars.hour(80),
      to: SyntheticBars.hour(90)
    )
    let source = BarEntries(before: window, halfLife: 1e9)
    let count = 4_000
    var first = 0
    for draw in 0..<count {
      var stream = Self.stream(6, draw)
      if stream.nextUniform() < 0.5 { first += 1 }
      stream = Self.stream(6, draw)
      let entry = source.entry(side: .buy, leverage: 1.01, maintenanceRate: 0.004, using: &stream)
      #expect(entry != nil)
    }
    #expect(abs(Double(first) / Double(count) - 0.5) < 0.04)
    #expect(throws: ScenarioError.self) { try MarketState(before: window, openInterest: nil) }
    let state = try MarketState(before: window, openInterest: 3e9)
    #expect(state.prior(.dailyVolume) == .fixed(1e10))
    #expect(state.prior(.openInterest) == .fixed(3e9))
  }

  @Test(
    "lognormal entries lie around their median and only the open ones are kept",
    arguments: 0..<20 as Range<UInt64>
  )
  func logNormal(seed: UInt64) {
    let source = LogNormalEntries(price: 100, premium: 0.05, spread: 0.06)
    for side in [OrderSide.buy, .sell] {
      for leverage in Self.leverages {
        for draw in 0..<40 {
          var stream = Self.stream(seed, draw)
          var again = stream
          let entry = source.entry(
            side: side,
            leverage: leverage,
            maintenanceRate: 0.005,
            using: &stream
          )
          let drawn =
            100 * Libm.exponential(0.05) * Libm.exponential(0.06 * again.nextNormal())
          let survives = Fixture.isAlive(
            side,
            entry: drawn,
            leverage: leverage,
            maintenanceRate: 0.005,
            at: 100
          )
          #expect((entry != nil) == survives)
          if let entry { #expect(abs(entry / drawn - 1) < 1e-12) }
        }
      }
    }
  }
}
