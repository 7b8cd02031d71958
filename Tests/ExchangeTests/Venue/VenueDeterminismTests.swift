import Quantities
import Testing

@testable import Exchange

@Suite("Venue determinism")
struct VenueDeterminismTests {
  /// The journal and final state of a session; opening events are left out.
  static func journal(
    seed: UInt64,
    order: [AccountID] = RandomVenue.accounts
  ) throws -> (bytes: [UInt8], hash: UInt64) {
    var random = try RandomVenue(seed: seed, order: order)
    var bytes: [UInt8] = []
    for _ in 0..<400 { bytes += VenueEvent.bytes(of: try random.step()) }
    return (bytes, random.venue.stateHash)
  }

  @Test("edge 27: the same seed twice gives the same journal, byte for byte", arguments: 0..<5)
  func sameSeed(seed: UInt64) throws {
    let first = try VenueDeterminismTests.journal(seed: seed)
    let second = try VenueDeterminismTests.journal(seed: seed)
    #expect(first.bytes == second.bytes)
    #expect(first.hash == second.hash)
    #expect(first.bytes.count > 10_000)
  }

  @Test("another seed gives another journal")
  func otherSeed() throws {
    let first = try VenueDeterminismTests.journal(seed: 1)
    let second = try VenueDeterminismTests.journal(seed: 2)
    #expect(first.hash != second.hash)
  }

  @Test("edge 27: the order in which accounts are opened changes nothing", arguments: 0..<5)
  func openingOrder(seed: UInt64) throws {
    let first = try VenueDeterminismTests.journal(seed: seed)
    let second = try VenueDeterminismTests.journal(seed: seed, order: [8, 3, 5, 1, 7, 2, 6, 4])
    #expect(first.bytes == second.bytes)
    #expect(first.hash == second.hash)
  }

  @Test(
    "canary: a fault planted into a random session is caught after the command",
    arguments: 0..<10
  )
  func canary(seed: UInt64) throws {
    var random = try RandomVenue(seed: seed)
    for _ in 0..<200 { _ = try random.step() }
    try random.venue.checkInvariants()
    let posting =
      seed % 2 == 0
      ? Posting(account: 1, entry: .wallet(0), amount: Amount(-1))
      : Posting(account: 1, entry: .size(0, .net), amount: Amount(10_000))
    try random.venue.state.house.post(posting)
    #expect(throws: Venue.InvariantViolation.self) { try random.venue.checkInvariants() }
  }

  @Test("every event has its own line, and equal events have equal lines")
  func lines() {
    let first = VenueEvent.mark(0, Price(10))
    let second = VenueEvent.index(0, Price(10))
    #expect(first.line == "mark 0 10")
    #expect(second.line == "index 0 10")
    #expect(VenueEvent.bytes(of: [first, second]) == Array("mark 0 10\nindex 0 10\n".utf8))
  }
}
