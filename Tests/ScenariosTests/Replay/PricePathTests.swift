import Quantities
import Testing

@testable import Scenarios

@Suite("PricePath")
struct PricePathTests {
  static func bridge(_ run: UInt64, volatility: Double = 0.05, hours: Int64 = 6) -> PricePath {
    let state = Fixture.fragile
    let event = EventRecord(
      window: .hours(hours),
      endPrice: 83_000,
      netOutflow: 0,
      facts: [],
      remarks: []
    )
    return PricePath(bridging: state, event: event, volatility: volatility, seed: 4, run: run)
  }

  @Test("a bridge starts and ends at the reported prices", arguments: 0..<30 as Range<UInt64>)
  func ends(run: UInt64) {
    let path = Self.bridge(run)
    #expect(path.steps.count == 24)
    #expect(path.startPrice == 100_000)
    #expect(path.steps.last?.price == 83_000)
    #expect(path.start == Fixture.fragile.asOf)
    #expect(path.end == Fixture.fragile.asOf + .hours(6))
    #expect(path.steps.allSatisfy { $0.price > 0 && $0.price.isFinite })
    #expect(zip(path.steps, path.steps.dropFirst()).allSatisfy { $0.time < $1.time })
    #expect(path == Self.bridge(run))
    #expect(path != Self.bridge(run + 1))
  }

  @Test("without volatility a bridge is a straight line of the logarithm")
  func straight() {
    let path = Self.bridge(0, volatility: 0)
    for (index, step) in path.steps.enumerated() {
      let share = Double(index + 1) / 24
      let expected = 100_000 * Libm.exponential(share * Libm.logarithm(0.83))
      #expect(abs(step.price / expected - 1) < 1e-12)
    }
  }

  @Test("the middle of a bridge has the variance of a bridge")
  func variance() {
    // Half way through a window of length T a bridge has variance σ² T / 4.
    let count = 2_000
    var sum = 0.0
    for run in 0..<UInt64(count) {
      let path = Self.bridge(run)
      let middle = Libm.logarithm(path.steps[11].price / 100_000) - 0.5 * Libm.logarithm(0.83)
      sum += middle * middle
    }
    let expected = 0.05 * 0.05 * 0.25 / 4
    let deviation = expected * (2 / Double(count)).squareRoot()
    #expect(abs(sum / Double(count) - expected) < 4 * deviation)
  }

  @Test("a window shorter than a step is one step")
  func short() {
    let event = EventRecord(
      window: .minutes(5),
      endPrice: 99_000,
      netOutflow: 0,
      facts: [],
      remarks: []
    )
    let path = PricePath(
      bridging: Fixture.fragile,
      event: event,
      volatility: 0.05,
      seed: 1,
      run: 0
    )
    #expect(path.steps.map(\.price) == [99_000])
  }

  @Test("a window that is no whole number of steps still ends when it ends")
  func uneven() {
    let event = EventRecord(
      window: .minutes(50),
      endPrice: 99_000,
      netOutflow: 0,
      facts: [],
      remarks: []
    )
    let path = PricePath(
      bridging: Fixture.fragile,
      event: event,
      volatility: 0.05,
      seed: 1,
      run: 0
    )
    #expect(path.steps.count == 3)
    #expect(path.end == Fixture.fragile.asOf + .minutes(50))
  }

  @Test("a path through bars takes the extremes in the order that the close suggests")
  func throughBars() throws {
    var bars = SyntheticBars(count: 200, seed: 1)
    bars.rows[120] = SyntheticBars.Row(open: 100, high: 130, low: 90, close: 110, volume: 1)
    bars.rows[121] = SyntheticBars.Row(open: 110, high: 120, low: 80, close: 95, volume: 1)
    bars.rows[122] = SyntheticBars.Row(open: 95, high: 99, low: 91, close: 95, volume: 1)
    let window = try BarWindowTests.window(bars.bars(), 120, 123)
    let path = PricePath(through: window)
    let prices = path.steps.map { ($0.price * 100).rounded() }
    // Rising: low first. Falling: high first. Unchanged counts as rising.
    #expect(prices == [100, 90, 130, 110, 110, 120, 80, 95, 95, 91, 99, 95])
    #expect(path.start == SyntheticBars.hour(120))
    #expect(path.end == SyntheticBars.hour(123))
    for (index, step) in path.steps.enumerated() {
      #expect(step.time == SyntheticBars.hour(120) + .minutes(15) * Int64(index + 1))
    }
    #expect(abs(path.startPrice - Double(bars.rows[119].close) / 100) < 1e-9)
  }
}
