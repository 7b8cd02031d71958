/// The price levels of a book, addressed by tick, in pages of 4 096.
///
/// A page exists while a level in it holds orders, so a crash that crosses any range only takes new
/// pages and gives the old ones back: nothing is re-based or copied. A bit per level (64 words and a
/// summary word per page) finds the next occupied level in a few instructions.
@usableFromInline
struct PriceLadder: ~Copyable {
  /// One price: the ends of its queue and its total quantity, 16 bytes.
  @usableFromInline
  struct Level: BitwiseCopyable {
    @usableFromInline var head: Int32
    @usableFromInline var tail: Int32
    @usableFromInline var quantity: Int64

    @inlinable
    init(head: Int32, tail: Int32, quantity: Int64) {
      self.head = head
      self.tail = tail
      self.quantity = quantity
    }

    @inlinable static var empty: Level {
      Level(head: OrderSlot.none, tail: OrderSlot.none, quantity: 0)
    }
  }

  @usableFromInline static let pageBits: Int32 = 12
  @usableFromInline static let pageMask: Int32 = (1 << 12) - 1

  /// Page number (price / 4 096) → place of the page, or -1.
  @usableFromInline var places: OwnedBuffer<Int32>
  /// A bit per page that exists, and a bit per word of those: any page is found in a few steps
  /// however far away the next order rests.
  @usableFromInline var pageWords: OwnedBuffer<UInt64>
  @usableFromInline var pageSummary: OwnedBuffer<UInt64>
  @usableFromInline var levels: OwnedBuffer<Level>
  @usableFromInline var words: OwnedBuffer<UInt64>
  @usableFromInline var summaries: OwnedBuffer<UInt64>
  @usableFromInline var freePlaces: [Int32] = []
  @usableFromInline var placeCount: Int32 = 0

  @usableFromInline
  init() {
    places = OwnedBuffer(repeating: -1, count: 64)
    // Prices have 30 bits, pages 18: 2^18 + 1 page numbers in words of 64.
    pageWords = OwnedBuffer(repeating: 0, count: (1 << 12) + 1)
    pageSummary = OwnedBuffer(repeating: 0, count: (1 << 6) + 1)
    levels = OwnedBuffer(repeating: .empty, count: 2 << 12)
    words = OwnedBuffer(repeating: 0, count: 2 << 6)
    summaries = OwnedBuffer(repeating: 0, count: 2)
  }

  borrowing func copied() -> PriceLadder {
    var other = PriceLadder()
    other.places = places.copied()
    other.pageWords = pageWords.copied()
    other.pageSummary = pageSummary.copied()
    other.levels = levels.copied()
    other.words = words.copied()
    other.summaries = summaries.copied()
    other.freePlaces = freePlaces
    other.placeCount = placeCount
    return other
  }

  /// The place of the level at a price whose page exists.
  @inlinable
  @inline(__always)
  func index(of price: Int32) -> Int {
    let place = places[price >> PriceLadder.pageBits]
    return Int(place) << 12 | Int(price & PriceLadder.pageMask)
  }

  /// The level at a price; empty if there is none.
  @inlinable
  func level(at price: Int32) -> Level {
    let page = Int(price >> PriceLadder.pageBits)
    guard page < places.count, places[page] >= 0 else { return .empty }
    return levels[index(of: price)]
  }

  /// The place of the level at a price, taking a page for it if needed.
  @inlinable
  @inline(__always)
  mutating func occupy(_ price: Int32) -> Int {
    let page = Int(price >> PriceLadder.pageBits)
    if page >= places.count || places[page] < 0 { takePage(page) }
    let index = index(of: price)
    words[index >> 6] |= 1 << UInt64(index & 63)
    summaries[index >> 12] |= 1 << UInt64((index >> 6) & 63)
    return index
  }

  /// Marks an emptied level, and gives its page back when it was the last one.
  @inlinable
  @inline(__always)
  mutating func vacate(_ price: Int32, at index: Int) {
    words[index >> 6] &= ~(1 << UInt64(index & 63))
    if words[index >> 6] == 0 {
      summaries[index >> 12] &= ~(1 << UInt64((index >> 6) & 63))
      if summaries[index >> 12] == 0 { releasePage(Int(price >> PriceLadder.pageBits)) }
    }
  }

  @usableFromInline
  mutating func takePage(_ page: Int) {
    places.grow(toAtLeast: page + 1, filling: -1)
    pageWords[page >> 6] |= 1 << UInt64(page & 63)
    pageSummary[page >> 12] |= 1 << UInt64((page >> 6) & 63)
    if let place = freePlaces.popLast() {
      places[page] = place
      return
    }
    let count = Int(placeCount) + 1
    levels.grow(toAtLeast: count << 12, filling: .empty)
    words.grow(toAtLeast: count << 6, filling: 0)
    summaries.grow(toAtLeast: count, filling: 0)
    places[page] = placeCount
    placeCount += 1
  }

  @usableFromInline
  mutating func releasePage(_ page: Int) {
    freePlaces.append(places[page])
    places[page] = -1
    pageWords[page >> 6] &= ~(1 << UInt64(page & 63))
    if pageWords[page >> 6] == 0 {
      pageSummary[page >> 12] &= ~(1 << UInt64((page >> 6) & 63))
    }
  }

  /// The lowest occupied price above `price`, or `Int32.max`.
  @inlinable
  func next(above price: Int32) -> Int32 {
    let page = Int(price >> PriceLadder.pageBits)
    if page < places.count, places[page] >= 0 {
      let place = Int(places[page])
      let word = Int(price & PriceLadder.pageMask) >> 6
      // Shifting twice keeps a shift of 64 defined when the price is the word's last.
      let rest = words[place << 6 | word] & ((~0 << UInt64(price & 63)) << 1)
      if rest != 0 { return price & ~63 | Int32(truncatingIfNeeded: rest.trailingZeroBitCount) }
      let later = summaries[place] & ((~0 << UInt64(word)) << 1)
      if later != 0 { return lowest(page: page, word: later.trailingZeroBitCount) }
    }
    return firstPrice(fromPage: page + 1)
  }

  /// The highest occupied price below `price`, or 0.
  @inlinable
  func next(below price: Int32) -> Int32 {
    let page = Int(price >> PriceLadder.pageBits)
    if page < places.count, places[page] >= 0 {
      let place = Int(places[page])
      let word = Int(price & PriceLadder.pageMask) >> 6
      let rest = words[place << 6 | word] & ((1 << UInt64(price & 63)) &- 1)
      if rest != 0 { return price & ~63 | Int32(63 - rest.leadingZeroBitCount) }
      let earlier = summaries[place] & ((1 << UInt64(word)) &- 1)
      if earlier != 0 { return highest(page: page, word: 63 - earlier.leadingZeroBitCount) }
    }
    return lastPrice(throughPage: page - 1)
  }

  @usableFromInline
  func firstPrice(fromPage start: Int) -> Int32 {
    let word = start >> 6
    guard word < pageWords.count else { return Int32.max }
    let rest = pageWords[word] & (~0 << UInt64(start & 63))
    if rest != 0 { return lowest(page: word << 6 | rest.trailingZeroBitCount) }
    var group = (word + 1) >> 6
    guard group < pageSummary.count else { return Int32.max }
    var later = pageSummary[group] & (~0 << UInt64((word + 1) & 63))
    while later == 0 {
      group += 1
      guard group < pageSummary.count else { return Int32.max }
      later = pageSummary[group]
    }
    let next = group << 6 | later.trailingZeroBitCount
    return lowest(page: next << 6 | pageWords[next].trailingZeroBitCount)
  }

  @usableFromInline
  func lastPrice(throughPage end: Int) -> Int32 {
    guard end >= 0 else { return 0 }
    let word = end >> 6
    let rest = pageWords[word] & (~0 >> UInt64(63 - end & 63))
    if rest != 0 { return highest(page: word << 6 | (63 - rest.leadingZeroBitCount)) }
    guard word > 0 else { return 0 }
    var group = (word - 1) >> 6
    var earlier = pageSummary[group] & (~0 >> UInt64(63 - (word - 1) & 63))
    while earlier == 0 {
      guard group > 0 else { return 0 }
      group -= 1
      earlier = pageSummary[group]
    }
    let previous = group << 6 | (63 - earlier.leadingZeroBitCount)
    return highest(page: previous << 6 | (63 - pageWords[previous].leadingZeroBitCount))
  }

  private func lowest(page: Int) -> Int32 {
    lowest(page: page, word: summaries[places[page]].trailingZeroBitCount)
  }

  private func highest(page: Int) -> Int32 {
    highest(page: page, word: 63 - summaries[places[page]].leadingZeroBitCount)
  }

  @inlinable
  func lowest(page: Int, word: Int) -> Int32 {
    let bit = words[Int(places[page]) << 6 | word].trailingZeroBitCount
    return Int32(truncatingIfNeeded: page << 12 | word << 6 | bit)
  }

  @inlinable
  func highest(page: Int, word: Int) -> Int32 {
    let bit = 63 - words[Int(places[page]) << 6 | word].leadingZeroBitCount
    return Int32(truncatingIfNeeded: page << 12 | word << 6 | bit)
  }
}
