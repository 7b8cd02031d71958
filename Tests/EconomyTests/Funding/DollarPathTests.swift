import Economy
import Statistics
import Testing

@Suite("dollar path")
struct DollarPathTests {
  private typealias State = DollarPath.State

  @Test("a gap that opens lifts the dollar at once, and as it fades the dollar falls by the gap")
  func parity() throws {
    let path = try DollarPath(gapDecay: 0.4, havenResponse: 0.02, deficitDrift: 0)
    let calm = State(years: 0, rateGap: 0, stress: 0)
    let open = State(years: 0, rateGap: 0.02, stress: 0)
    #expect(abs(path.logChange(from: calm, to: open) - 0.05) < 1e-15)
    let dt = 1e-6
    let later = State(years: dt, rateGap: 0.02 * Libm.exp(-0.4 * dt), stress: 0)
    #expect(abs(path.logChange(from: open, to: later) / dt + 0.02) < 1e-7)
    #expect(
      path.logChange(from: calm, to: State(years: 0, rateGap: 0, stress: 3)) == 0.06
    )
  }

  @Test("strong then weak comes from a gap that comes and goes; with neither the dollar only falls")
  func pattern() throws {
    let path = try DollarPath()
    func shape(_ gaps: [Double]) -> DollarPath.Pattern? {
      let states = zip([0, 0.5, 2], gaps).map { State(years: $0, rateGap: $1, stress: 0) }
      let levels = path.levels(from: 107, through: states)
      return .init(start: levels[0], sixMonths: levels[1], twentyFourMonths: levels[2])
    }
    #expect(shape([0, 0.02, 0]) == .strongThenWeak)
    #expect(shape([0, 0, 0]) == .weakThroughout)
    #expect(shape([0, -0.02, 0.02]) == .weakThenStrong)
    #expect(shape([0, 0.02, 0.06]) == .strongThroughout)
    #expect(DollarPath.Pattern(start: 100, sixMonths: 100, twentyFourMonths: 90) == nil)
    #expect(path.levels(from: 107, through: []).isEmpty)
    #expect(throws: ModelError.self) { try DollarPath(gapDecay: 0) }
  }
}
