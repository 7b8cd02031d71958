import Observatory
import Quantities
import Testing

@testable import Scenarios

@Suite("BarWindow")
struct BarWindowTests {
  /// The hours of the window of ``window(_:)``.
  static let inside = 120..<168

  /// Two days inside a series, five days of history before them.
  static func window(_ bars: SyntheticBars) throws -> BarWindow {
    try window(bars.bars(), inside.lowerBound, inside.upperBound)
  }

  static func window(_ bars: PriceBars, _ from: Int, _ to: Int) throws(ScenarioError) -> BarWindow {
    try BarWindow(
      bars: bars,
      file: "bars.csv",
      symbol: "BTC",
      from: SyntheticBars.hour(from),
      to: SyntheticBars.hour(to)
    )
  }

  /// What a person reads when the window cannot be used.
  static func refusal(leaving hours: Set<Int> = [], _ from: Int, _ to: Int) throws -> String? {
    let bars = try SyntheticBars(count: 200, seed: 1).bars(leaving: hours)
    do throws(ScenarioError) {
      _ = try window(bars, from, to)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("the window and its history are the bars before and after its first instant")
  func selects() throws {
    let bars = SyntheticBars(count: 1_000, seed: 3)
    let window = try Self.window(bars.bars(), 800, 824)
    #expect(window.inside.count == 24)
    #expect(window.before.count == 720)
    #expect(window.inside.times.first == SyntheticBars.hour(800).microseconds)
    #expect(window.before.times.last == SyntheticBars.hour(799).microseconds)
    #expect(abs(window.startPrice - Double(bars.rows[799].close) / 100) < 1e-9)
  }

  @Test("up to one bar in twenty may be missing, as minutes without a trade are")
  func sparse() throws {
    #expect(try Self.refusal(leaving: [130, 131], 120, 168) == nil)
  }

  @Test("a gap inside the window is refused, never filled")
  func gapInside() throws {
    let found = try #require(try Self.refusal(leaving: [130, 131, 132], 120, 168))
    #expect(
      found
        == "bars.csv: the window from 2024-01-06T00:00:00Z to 2024-01-08T00:00:00Z has 45 of 48 "
        + "bars; a gap is not filled"
    )
  }

  @Test("a gap outside the window is none of its business")
  func gapOutside() throws {
    #expect(try Self.refusal(leaving: [20, 180], 120, 168) == nil)
  }

  @Test("a window inside a gap, before the file or after it says what the file covers")
  func noBars() throws {
    let covered = "the file covers 2024-01-01T00:00:00Z to 2024-01-09T08:00:00Z"
    let after = try #require(try Self.refusal(300, 310))
    #expect(after.hasPrefix("bars.csv: no bars from 2024-01-13T12:00:00Z to "))
    #expect(after.hasSuffix(covered))
    let before = try #require(try Self.refusal(-30, -10))
    #expect(before.hasSuffix(covered))
    let gap = try #require(try Self.refusal(leaving: Set(115..<150), 120, 130))
    #expect(gap.hasSuffix("; the window lies in a gap of the file"))
  }

  @Test("a window that runs past the end of the file is refused")
  func pastTheEnd() throws {
    #expect(try Self.refusal(190, 210)?.contains("has 10 of 20 bars") == true)
  }

  @Test("less than three days of history is refused with what there is")
  func littleHistory() throws {
    #expect(try Self.refusal(72, 80) == nil)
    #expect(
      try Self.refusal(71, 80)
        == "bars.csv: only 71 hours of bars in the 30 days before 2024-01-03T23:00:00Z, expected 72"
    )
  }

  @Test("a window that ends before it starts is refused")
  func reversed() throws {
    #expect(try Self.refusal(130, 130)?.hasPrefix("--to: got 2024-01-06T10:00:00Z") == true)
    #expect(try Self.refusal(130, 120)?.hasPrefix("--to: got 2024-01-06T00:00:00Z") == true)
  }

  @Test("a price that never moved gives no state")
  func frozen() throws {
    var bars = SyntheticBars(count: 200, seed: 1)
    for index in bars.rows.indices {
      bars.rows[index] = SyntheticBars.Row(open: 500, high: 500, low: 500, close: 500, volume: 1)
    }
    let window = try Self.window(bars)
    let error = #expect(throws: ScenarioError.self) {
      try MarketState(before: window, openInterest: nil)
    }
    #expect(error?.code == "scenario.window.noData")
  }

  @Test("the state before a window has the volatility and volume of its history")
  func estimates() throws {
    let bars = SyntheticBars(count: 200, seed: 8)
    let state = try MarketState(before: Self.window(bars), openInterest: nil)
    let history = bars.rows.prefix(Self.inside.lowerBound)
    var squares = 0.0
    for (last, next) in zip(history, history.dropFirst()) {
      let change = Libm.logarithm(Double(next.close) / Double(last.close))
      squares += change * change
    }
    let daily = (squares / Double(history.count - 1) * 24).squareRoot()
    let traded = history.reduce(0.0) { $0 + Double($1.volume) * Double($1.close) / 100 }
    #expect(abs(state.prior(.dailyVolatility).center / daily - 1) < 1e-12)
    #expect(abs(state.prior(.dailyVolume).center / (traded / 5) - 1) < 1e-12)
    #expect(abs(state.price - Double(bars.rows[119].close) / 100) < 1e-9)
    #expect(state.asOf == SyntheticBars.hour(120))
    #expect(state.asset == "BTC")
  }
}
