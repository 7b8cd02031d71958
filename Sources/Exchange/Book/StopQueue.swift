/// Waiting stops, one binary heap per reference and condition, in firing order.
@usableFromInline
struct StopQueue: Sendable {
  @usableFromInline
  struct Entry: Sendable {
    /// The trigger, negated for stops that fire from above: the smallest key fires first.
    var key: Int64
    /// Order of arrival, which also tells a live entry from one left behind by a cancellation.
    var arrival: UInt64
    var id: OrderID

    func precedes(_ other: Entry) -> Bool {
      key == other.key ? arrival < other.arrival : key < other.key
    }
  }

  struct Waiting: Sendable {
    var stop: StopOrder
    var arrival: UInt64
  }

  /// Looked up by id; sorted wherever it is listed.
  private var waiting: [OrderID: Waiting] = [:]
  private var heaps: [[Entry]] = Array(repeating: [], count: 6)
  private var prices: [Int64?] = [nil, nil, nil]
  private var nextArrival: UInt64 = 0
  @usableFromInline var count = 0

  @usableFromInline
  init() {}

  @inlinable
  @inline(__always)
  func contains(_ id: OrderID) -> Bool { count > 0 && isWaiting(id) }

  @usableFromInline
  func isWaiting(_ id: OrderID) -> Bool { waiting[id] != nil }

  func stop(_ id: OrderID) -> StopOrder? { waiting[id]?.stop }

  @usableFromInline
  func price(of reference: StopReference) -> Int64? { prices[Int(reference.rawValue)] }

  @usableFromInline
  mutating func setPrice(_ price: Int64, of reference: StopReference) {
    prices[Int(reference.rawValue)] = price
  }

  @usableFromInline
  mutating func insert(_ stop: StopOrder) {
    let entry = Entry(
      key: stop.condition == .atOrAbove ? stop.trigger : -stop.trigger,
      arrival: nextArrival,
      id: stop.order.id
    )
    waiting[stop.order.id] = Waiting(stop: stop, arrival: nextArrival)
    nextArrival += 1
    count += 1
    push(entry, heap(stop.reference, stop.condition))
  }

  /// Takes a stop out; its heap entry is dropped when it surfaces, or when half the heap is stale.
  @usableFromInline
  mutating func remove(_ id: OrderID) -> StopOrder? {
    guard let found = waiting.removeValue(forKey: id) else { return nil }
    count -= 1
    let place = heap(found.stop.reference, found.stop.condition)
    if heaps[place].count > 32 && heaps[place].count > 2 * waiting.count { compact(place) }
    return found.stop
  }

  @usableFromInline
  func ids(of account: AccountID) -> [OrderID] {
    guard count > 0 else { return [] }
    return waiting.values.lazy.filter { $0.stop.order.account == account }
      .map(\.stop.order.id).sorted()
  }

  /// Takes out the next stop that a reference price fires.
  @usableFromInline
  mutating func popDue(_ reference: StopReference, at price: Int64) -> Order? {
    for condition in StopCondition.allCases {
      let place = heap(reference, condition)
      dropStale(place)
      guard let entry = heaps[place].first, let found = waiting[entry.id],
        condition.isMet(reference: price, trigger: found.stop.trigger)
      else { continue }
      pop(place)
      waiting[entry.id] = nil
      count -= 1
      return found.stop.order
    }
    return nil
  }

  @usableFromInline
  mutating func hasDue(_ reference: StopReference, at price: Int64) -> Bool {
    for condition in StopCondition.allCases {
      let place = heap(reference, condition)
      dropStale(place)
      guard let entry = heaps[place].first, let found = waiting[entry.id] else { continue }
      if condition.isMet(reference: price, trigger: found.stop.trigger) { return true }
    }
    return false
  }

  func inOrder(_ reference: StopReference, _ condition: StopCondition) -> [StopOrder] {
    heaps[heap(reference, condition)].filter(isLive).sorted { $0.precedes($1) }
      .compactMap { waiting[$0.id]?.stop }
  }

  private func heap(_ reference: StopReference, _ condition: StopCondition) -> Int {
    Int(reference.rawValue) * 2 + Int(condition.rawValue)
  }

  private func isLive(_ entry: Entry) -> Bool { waiting[entry.id]?.arrival == entry.arrival }

  private mutating func dropStale(_ place: Int) {
    while let entry = heaps[place].first, !isLive(entry) { pop(place) }
  }

  private mutating func compact(_ place: Int) {
    // A sorted array is a heap.
    heaps[place] = heaps[place].filter(isLive).sorted { $0.precedes($1) }
  }

  private mutating func push(_ entry: Entry, _ place: Int) {
    heaps[place].append(entry)
    var child = heaps[place].count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heaps[place][child].precedes(heaps[place][parent]) else { return }
      heaps[place].swapAt(child, parent)
      child = parent
    }
  }

  private mutating func pop(_ place: Int) {
    let last = heaps[place].count - 1
    heaps[place].swapAt(0, last)
    heaps[place].removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < last && heaps[place][child].precedes(heaps[place][least]) {
        least = child
      }
      guard least != parent else { return }
      heaps[place].swapAt(parent, least)
      parent = least
    }
  }
}
