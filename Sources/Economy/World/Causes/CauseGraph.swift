/// Why everything forced in a world happened: a forest whose roots are shocks and decisions.
///
/// Every event has at most one parent, entered before it. A forced event without a parent is refused
/// when it is entered, so that no orphan can exist.
public struct CauseGraph: Sendable {
  /// The events in order of entry; the id is the place.
  public private(set) var events: [CauseEvent] = []

  init() {}

  /// Enters an event.
  mutating func add(_ event: CauseEvent) -> CauseID {
    precondition(
      event.kind.isRoot ? event.parent == .none : event.parent.index >= 0,
      "a forced event has a cause and a root has none: \(event.kind)"
    )
    precondition(Int(event.parent.index) < events.count, "a cause comes before its effect")
    events.append(event)
    return CauseID(index: Int32(events.count - 1))
  }

  /// The event of a number.
  public subscript(_ id: CauseID) -> CauseEvent { events[Int(id.index)] }

  /// The events from one back to its root, the event first.
  public func chain(from id: CauseID) -> [CauseID] {
    var chain: [CauseID] = []
    var current = id
    while current != .none {
      chain.append(current)
      current = self[current].parent
    }
    return chain
  }

  /// The forced events that no chain leads back to a root: zero, or the world is wrong.
  ///
  /// - Complexity: O(events).
  public var orphanCount: Int {
    var reaches = Array(repeating: false, count: events.count)
    var count = 0
    for (place, event) in events.enumerated() {
      let parent = Int(event.parent.index)
      reaches[place] =
        event.kind.isRoot ? parent < 0 : parent >= 0 && parent < place && reaches[parent]
      if !reaches[place] { count += 1 }
    }
    return count
  }
}
