import Quantities

/// Puts the values of a newer file beside those a store holds: the rule of revisions, in one place.
///
/// Both sides come in the order of a batch. For one time and ordinal, a value is new if
/// - nothing was known of it, or nothing as early as its second clock;
/// - or the revision known just before its second clock has another value;
/// - or its second clock is taken by another value. The clock was then given by a rule, so the value
///   is a revision as of the file: it becomes knowable at the file's vintage, and after whatever is
///   known already.
struct RevisionMerge {
  private let held: [Observation]
  private let vintage: Instant
  private var position = 0
  /// The revisions of the time and ordinal at hand, held and new, by second clock.
  private var revisions: [Observation] = []
  private(set) var fresh: [Observation] = []
  private(set) var addedCount = 0
  private(set) var revisedCount = 0
  private(set) var unchangedCount = 0

  /// Starts a merge; `held` are all rows in the times of the newer file.
  init(held: [Observation], vintage: Instant) {
    self.held = held
    self.vintage = vintage
  }

  /// Takes the next value of the newer file.
  mutating func add(_ value: Observation) {
    advance(to: value)
    guard let kept = revision(of: value) else {
      unchangedCount += 1
      return
    }
    if revisions.isEmpty { addedCount += 1 } else { revisedCount += 1 }
    let place = revisions.firstIndex { $0.knowableAt > kept.knowableAt } ?? revisions.count
    revisions.insert(kept, at: place)
    // New revisions of one time may come out of order of their second clock.
    var end = fresh.count
    while end > 0, kept.precedes(fresh[end - 1]) { end -= 1 }
    fresh.insert(kept, at: end)
  }

  private mutating func advance(to value: Observation) {
    if let first = revisions.first, first.isAtSameTime(as: value) { return }
    revisions.removeAll(keepingCapacity: true)
    while position < held.count, held[position].isBefore(value) { position += 1 }
    while position < held.count, held[position].isAtSameTime(as: value) {
      revisions.append(held[position])
      position += 1
    }
  }

  /// The value under the clock it is to be kept with; nil if it is known.
  private func revision(of value: Observation) -> Observation? {
    guard let before = revisions.last(where: { $0.knowableAt <= value.knowableAt }) else {
      return value
    }
    if before.knowableAt < value.knowableAt {
      return before.value.isEqual(to: value.value) ? nil : value
    }
    guard let newest = revisions.last else { return value }
    let stated = revisions.last { $0.knowableAt <= vintage } ?? before
    if stated.value.isEqual(to: value.value) || newest.value.isEqual(to: value.value) {
      return nil
    }
    // The same clock and the same value as the first: only a later file can take a revision back.
    if before.value.isEqual(to: value.value), vintage <= newest.knowableAt { return nil }
    let next = newest.knowableAt + Duration(microseconds: 1)
    return Observation(
      refersTo: value.refersTo,
      ordinal: value.ordinal,
      knowableAt: max(vintage, next),
      value: value.value
    )
  }
}

extension Observation {
  fileprivate func isAtSameTime(as other: Observation) -> Bool {
    refersTo == other.refersTo && ordinal == other.ordinal
  }

  fileprivate func isBefore(_ other: Observation) -> Bool {
    refersTo != other.refersTo ? refersTo < other.refersTo : ordinal < other.ordinal
  }
}

extension ExactDecimal {
  /// Whether two numbers are equal, however many decimals they are written with.
  func isEqual(to other: ExactDecimal) -> Bool {
    if decimals == other.decimals { return units == other.units }
    let (coarse, fine) = decimals < other.decimals ? (self, other) : (other, self)
    let product = Int128(coarse.units) * Int128(Self.power(fine.decimals - coarse.decimals))
    return product == Int128(fine.units)
  }
}
