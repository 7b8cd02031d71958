/// The background orders that rest in a book, ready for one of them to be picked at random.
///
/// Ids are dense and reused; a swap with the last keeps the list without holes, so that a uniform
/// index is a uniform order.
struct RestingPopulation: BookObserver, Sendable {
  /// Lots traded since the last reset, by either kind of taker.
  private(set) var tradedLots: Int64 = 0
  /// Price times quantity traded since the last reset, in tick-lots.
  private(set) var tradedNotional: Double = 0
  /// Fills are kept while this is set.
  var keepsFills = false
  /// The fills kept.
  var fills: [Fill] = []

  private var ids: [UInt64] = []
  private var places: [Int32] = []
  private var freeIDs: [UInt64] = []

  init(capacity: Int) {
    ids.reserveCapacity(capacity)
    places.reserveCapacity(capacity)
    // Id 0 is never given out.
    places.append(-1)
  }

  /// The number of orders.
  @inline(__always) var count: Int { ids.count }

  /// The id at a place of the list.
  @inline(__always)
  func id(at index: Int) -> UInt64 { ids[index] }

  /// An id for the next order; it joins the population when it rests.
  @inline(__always)
  mutating func nextID() -> UInt64 {
    if let id = freeIDs.popLast() { return id }
    places.append(-1)
    return UInt64(places.count - 1)
  }

  /// Gives back an id whose order did not come to rest.
  mutating func giveBack(_ id: UInt64) { freeIDs.append(id) }

  /// Adds an order that rests.
  @inline(__always)
  mutating func insert(_ id: UInt64) {
    places[Int(truncatingIfNeeded: id)] = Int32(truncatingIfNeeded: ids.count)
    ids.append(id)
  }

  /// Removes an order that has left the book.
  @inline(__always)
  mutating func remove(_ id: UInt64) {
    let place = Int(places[Int(truncatingIfNeeded: id)])
    let last = ids.removeLast()
    if last != id {
      ids[place] = last
      places[Int(truncatingIfNeeded: last)] = Int32(truncatingIfNeeded: place)
    }
    freeIDs.append(id)
  }

  /// Forgets what was traded so far.
  mutating func resetTrades() { (tradedLots, tradedNotional) = (0, 0) }

  mutating func filled(_ fill: Fill) {
    tradedLots += fill.quantity
    tradedNotional += Double(fill.price) * Double(fill.quantity)
    if fill.makerRemaining == 0 { remove(fill.maker) }
    if keepsFills { fills.append(fill) }
  }
}
