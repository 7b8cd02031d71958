import Exchange
import Foundation

/// One timed pass of a stream through a fresh book.
struct MatchingRun {
  let messageCount: Int
  let cpuSeconds: Double
  let tradeHash: UInt64
  let tradeCount: Int
  let tradedLots: Int64
  let tradedNotional: UInt64
  let refusedCount: Int
  let selfTradeCount: Int
  let stateHash: UInt64
  let stateCheck: String
  let restingCount: Int
  let bestBid: Int64
  let bestAsk: Int64

  var tradeHashText: String {
    let digits = String(tradeHash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Matches the stream with events, self-trade prevention, price bands and validation on.
  ///
  /// The book makes room for its orders and ids, and touches it, before the clock starts.
  init(of stream: MatchingStream) {
    var book = Book(
      rules: Self.rules,
      capacity: 1 << 20,
      idCapacity: stream.messages.count
    )
    book.bandReference = 65_536
    var tally = MatchingTally()
    let start = Self.cpuTime()
    for message in stream.messages { Self.apply(message, to: &book, &tally) }
    cpuSeconds = Self.cpuTime() - start
    messageCount = stream.messages.count
    tradeHash = tally.hash
    tradeCount = tally.tradeCount
    tradedLots = tally.lots
    tradedNotional = tally.notional
    refusedCount = tally.refusedCount
    selfTradeCount = tally.selfTradeCount
    stateHash = book.stateHash
    restingCount = book.restingCount
    bestBid = book.bestBid ?? 0
    bestAsk = book.bestAsk ?? 0
    do throws(Book.InvariantViolation) {
      try book.checkInvariants()
      stateCheck = "ok"
    } catch {
      stateCheck = error.description
    }
  }

  /// Limits that the stream stays inside, so that every check runs and none refuses.
  private static let rules = BookRules(
    tickStep: 1,
    lotStep: 1,
    priceTicksMax: 131_071,
    quantityMin: 1,
    quantityMax: 1_000_000,
    marketQuantityMin: 1,
    marketQuantityMax: 1_000_000,
    notionalMin: 1,
    bandDownPartsPerMillion: 10_000,
    bandUpPartsPerMillion: 1_999_000
  )

  /// Gives one message to the book.
  ///
  /// The stream's hash is defined without self-trade prevention. Every account's bids and asks are
  /// given to two sub-accounts, so that the check runs at every maker and never finds its own.
  @inline(__always)
  private static func apply(
    _ message: MatchingStream.Message,
    to book: inout Book,
    _ tally: inout MatchingTally
  ) {
    if message.kind == 1 {
      book.cancel(order: OrderID(message.id), observer: &tally)
      return
    }
    let order = Order(
      id: OrderID(message.id),
      account: AccountID(message.account) << 1 | AccountID(message.side),
      side: message.side == 0 ? .buy : .sell,
      price: Int64(message.price),
      quantity: Int64(message.quantity),
      timeInForce: message.kind == 0 ? .goodTillCancelled : .immediateOrCancel,
      selfTradePrevention: .expireMaker
    )
    book.submit(order, observer: &tally)
  }

  private static func cpuTime() -> Double {
    var time = timespec()
    // Safety: the call writes one timespec, whose address it is given.
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
