import Quantities
import Testing

@testable import Scenarios

@Suite("Drive")
struct DriveTests {
  static let start = Fixture.fragile.asOf

  @Test("a path is its own steps, with the outflow spread evenly")
  func prices() {
    let path = PricePath(
      start: Self.start,
      startPrice: 100,
      steps: [
        PricePath.Step(time: Self.start + .minutes(15), price: 99),
        PricePath.Step(time: Self.start + .minutes(45), price: 97),
        PricePath.Step(time: Self.start + .minutes(60), price: 98),
      ]
    )
    let steps = Drive.prices(path, netOutflow: 600).steps(from: Self.start)
    #expect(steps.map(\.length) == [.minutes(15), .minutes(30), .minutes(15)])
    #expect(steps.map(\.target) == [99, 97, 98])
    #expect(steps.map(\.sale) == [200, 200, 200])
    #expect(steps.allSatisfy { $0.news == 0 })
    #expect(steps.map(\.time) == path.steps.map(\.time))
  }

  @Test(
    "a sale takes a step a minute, at most a thousand, and ends when it was said to end",
    arguments: [
      (0, 1), (30, 1), (60, 1), (119, 1), (450, 7), (3_600, 60), (60_000, 1_000), (86_400, 1_000),
      (100_003, 1_000), (2_591_999, 1_000),
    ] as [(Int64, Int)]
  )
  func shock(seconds: Int64, count: Int) throws {
    let shock = Drive.Shock(sale: 3e8, length: .seconds(seconds), news: -0.05)
    let steps = Drive.shock(shock).steps(from: Self.start)
    #expect(steps.count == count)
    #expect(steps.last?.time == Self.start + .seconds(seconds))
    #expect(abs(steps.reduce(0) { $0 + $1.sale } / 3e8 - 1) < 1e-12)
    #expect(steps.reduce(.zero) { $0 + $1.length } == .seconds(seconds))
    #expect(steps.allSatisfy { $0.length >= .zero && $0.target == nil })
    var previous = Self.start
    for step in steps {
      #expect(step.time - previous == step.length)
      previous = step.time
    }
    #expect(abs(try #require(steps.first).news - Libm.logarithm(0.95)) < 1e-15)
    #expect(steps.dropFirst().allSatisfy { $0.news == 0 })
  }

  @Test("no shock is one empty step")
  func none() {
    let steps = Drive.shock(.none).steps(from: Self.start)
    #expect(steps.count == 1)
    #expect(steps[0].sale == 0 && steps[0].news == 0 && steps[0].length == .zero)
  }
}
