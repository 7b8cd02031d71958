import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Curve of a world")
struct BondCurveTests {
  @Test("without its mechanisms supply moves no yield at all")
  func control() throws {
    let plan = OfficialWorld.plan(without: ["term_premium", "bill_spread"])
    let world = try World(plan, catalogue: OfficialWorld.catalogue, seed: 1, run: 0)
    try world.step()
    let first = try world.figure("term premium")
    try world.run(days: 200)
    #expect(try world.figure("term premium") == first)
  }

  @Test("coupons fall by duration times the rise of their yield")
  func value() throws {
    let world = try World(
      OfficialWorld.plan(),
      catalogue: OfficialWorld.catalogue,
      seed: 1,
      run: 0
    )
    try world.step()
    let start = try world.figure("ten-year yield")
    try world.run(days: 200)
    let change = try world.figure("ten-year yield") - start
    #expect(change != 0)
    let value = try world.figure("coupons value")
    #expect(abs(value - Libm.exp(-6 * change / 100)) < 1e-9)
  }
}
