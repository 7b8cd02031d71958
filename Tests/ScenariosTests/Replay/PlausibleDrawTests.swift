import Scenarios
import TestSupport
import Testing

@Suite("Draws that contradict the prices")
struct PlausibleDrawTests {
  /// A state whose impact is fixed, so that the book's leverage decides whether it stands.
  private func outcomes(impact: Double, runs: Int) throws -> [RunOutcome] {
    let market = try BuiltInStates.state(named: "2025-11-21")
    var priors = market.priors
    priors[.referenceImpact] = .fixed(impact)
    let state = MarketState(
      name: market.name,
      title: market.title,
      asset: market.asset,
      asOf: market.asOf,
      price: market.price,
      priors: priors
    )
    let setting = RunSetting(state: state, source: .shock(.none), parcels: 400)
    return try (0..<runs).map { try SimulatedRun(setting, run: $0).outcome }
  }

  @Test("a book in a deep market stands, the same book in a market without depth does not")
  func depth() throws {
    #expect(try outcomes(impact: 0.01, runs: 10).allSatisfy(\.isPlausible))
    #expect(try outcomes(impact: 8, runs: 10).allSatisfy { !$0.isPlausible })
  }

  @Test("a given path of no length is followed by definition")
  func noPath() throws {
    for outcome in try outcomes(impact: 0.3, runs: 5) {
      #expect(outcome.pathMove == 0)
      #expect(outcome.fitsPath)
    }
  }
}
