/// A limit order book with price–time priority on integer ticks and lots.
///
/// Orders rest in array slots linked by index, first in first out per price; a paged ladder with a
/// bitmap finds the best level. The book is synchronous, owns its memory and is never crossed. Every
/// command takes an observer, which sees the events and supplies positions and margin checks; the
/// same commands in the same order give the same events and the same state, always.
///
///     var book = Book(rules: BookRules())
///     var log = BookEventLog()
///     book.submit(.limit(id: 1, account: 1, side: .sell, price: 100, quantity: 5), observer: &log)
///     book.submit(.market(id: 2, account: 2, side: .buy, quantity: 3), observer: &log)
///     log.fills.count   // 1, at price 100
///
/// Tested by: a property test against a readable reference book, command by command.
public struct Book: ~Copyable {
  /// The filters an order must pass; changing them leaves resting orders alone.
  public var rules: BookRules {
    didSet { refreshBand() }
  }

  /// The reference price of the band in ticks; 0 is none, and then there is no band.
  public var bandReference: Int64 = 0 {
    didSet { refreshBand() }
  }

  @usableFromInline var liveCount = 0
  @usableFromInline var liveReduceOnlyCount = 0
  @usableFromInline var slots: OwnedBuffer<OrderSlot>
  @usableFromInline var freeSlot = OrderSlot.none
  @usableFromInline var usedSlots: Int32 = 0

  @usableFromInline var ladder: PriceLadder
  @usableFromInline var ids: SlotIndex
  /// The newest resting order of each account.
  @usableFromInline var newest: SlotIndex

  /// The highest bid in ticks, or 0.
  @usableFromInline var topBid: Int32 = 0
  /// The lowest ask in ticks, or `Int32.max`.
  @usableFromInline var topAsk = Int32.max
  @usableFromInline var bidTotal: Int64 = 0
  @usableFromInline var askTotal: Int64 = 0

  @usableFromInline var bandLow: Int64 = 1
  @usableFromInline var bandHigh: Int64

  @usableFromInline var stops = StopQueue()

  /// Creates an empty book.
  ///
  /// - Parameters:
  ///   - rules: The filters orders must pass.
  ///   - capacity: The number of resting orders to make room for at once; the book grows as needed.
  ///   - idCapacity: The largest dense id to make room for at once.
  public init(
    rules: BookRules = BookRules(),
    capacity: Int = 1_024,
    idCapacity: Int = 1_024
  ) {
    self.rules = rules
    bandHigh = rules.priceTicksMax
    slots = OwnedBuffer(repeating: .free, count: max(capacity, 16))
    ladder = PriceLadder()
    ids = SlotIndex(denseCount: idCapacity + 1)
    newest = SlotIndex()
  }

  /// An independent copy of the book, for a counterfactual run.
  ///
  /// - Complexity: O(capacity).
  public borrowing func copied() -> Book {
    var other = Book(rules: rules)
    other.slots = slots.copied()
    other.freeSlot = freeSlot
    other.usedSlots = usedSlots
    other.liveCount = liveCount
    other.liveReduceOnlyCount = liveReduceOnlyCount
    other.ladder = ladder.copied()
    other.ids = ids.copied()
    other.newest = newest.copied()
    other.topBid = topBid
    other.topAsk = topAsk
    other.bidTotal = bidTotal
    other.askTotal = askTotal
    other.stops = stops
    other.bandReference = bandReference
    return other
  }

  private mutating func refreshBand() {
    let band = rules.band(around: bandReference)
    bandLow = band.lowerBound
    bandHigh = band.upperBound
  }
}
