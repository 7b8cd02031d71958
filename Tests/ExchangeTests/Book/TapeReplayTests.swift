import Exchange
import Testing
import TestSupport

@Suite("A venue's order-by-order tape replayed through the book")
struct TapeReplayTests {
  @Test(
    "the book makes the fills the venue recorded, and every difference has a class",
    .enabled(if: SharedData.isPresent, "../shared is absent; set CLINO_SHARED"))
  func replayed() throws {
    let records = try SharedData.tape(
      "data/orderbook/cme_esh4_mbo_2023-12-25.csv.gz", ticksPerPoint: 4)
    var replay = TapeReplay()
    for record in records { replay.replay(record) }
    print(replay.report)
    try replay.book.checkInvariants()
    var shown: [OrderID: TapeRecord] = [:]
    for record in records {
      if record.action == .cancel { shown[record.id] = nil }
      if record.action == .add || record.action == .modify { shown[record.id] = record }
    }
    #expect(replay.book.restingCount == shown.count)
    for (id, record) in shown {
      let order = replay.book.order(id)
      #expect(order?.price == record.price && order?.quantity == record.size && order?.side == record.side)
    }
  }
}
