import Exchange
import TestSupport
import Testing

@Suite("A venue's order-by-order tape replayed through the book")
struct TapeReplayTests {
  /// Every fill record in exactly one class; none differs without a reason.
  static let expected: TapeReport = {
    var report = TapeReport()
    report.records = 68_792
    report.fillRecords = 6_371
    report.snapshotOrders = 8_725
    report.callPhaseRecords = 925
    report.ordersAfterAuction = 8_834
    report.events = 46_096
    report.aggressors = 2_933
    report.auctionFills = 28
    report.auctionFillsOfUnshownOrders = 7
    report.auctionPriceMaximisesVolume = true
    report.aggressorOwnFills = 107
    report.equalFills = 6_039
    report.reorderedFills = 105
    report.hiddenQuantityFills = 85
    report.confirmedEffects = 6_090
    report.displayRefreshes = 83
    report.selfTradeCancels = 152
    report.ownerCancels = 12_229
    report.ownerAmendments = 11_041
    report.restingAdds = 19_993
    return report
  }()

  @Test(
    "the book makes the venue's fills, every difference has a class, the last book is equal",
    .enabled(if: SharedData.isPresent, "../shared is absent; set CLINO_SHARED")
  )
  func replayed() throws {
    let records = try SharedData.tape(
      "data/orderbook/cme_esh4_mbo_2023-12-25.csv.gz",
      ticksPerPoint: 4
    )
    var replay = TapeReplay()
    for record in records { replay.replay(record) }
    #expect(replay.report == Self.expected)
    try replay.book.checkInvariants()
    var shown: [OrderID: TapeRecord] = [:]
    for record in records {
      if record.action == .cancel { shown[record.id] = nil }
      if record.action == .add || record.action == .modify { shown[record.id] = record }
    }
    #expect(replay.book.restingCount == shown.count)
    for (id, record) in shown {
      let order = replay.book.order(id)
      let isEqual =
        order?.price == record.price && order?.quantity == record.size
        && order?.side == record.side
      #expect(isEqual, "order \(id)")
    }
  }
}
