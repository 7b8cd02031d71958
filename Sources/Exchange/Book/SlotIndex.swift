/// A map from order ids or account numbers to slots.
///
/// Keys below a limit index an array directly, so that dense ids cost one load; others go to an
/// open-addressed table. Never iterated, so its order cannot reach an output.
@usableFromInline
struct SlotIndex: ~Copyable {
  /// Keys from here on are looked up in the table: at most 256 MiB of direct entries.
  @usableFromInline static let denseLimit: UInt64 = 1 << 26

  @usableFromInline var dense: OwnedBuffer<Int32>
  @usableFromInline var keys: OwnedBuffer<UInt64>
  /// Slot of the key in the same place; ``OrderSlot/none`` marks an empty place.
  @usableFromInline var values: OwnedBuffer<Int32>
  @usableFromInline var sparseCount = 0

  @usableFromInline
  init(denseCount: Int = 1_024) {
    let count = max(16, min(denseCount, Int(SlotIndex.denseLimit)))
    dense = OwnedBuffer(repeating: OrderSlot.none, count: count)
    keys = OwnedBuffer(repeating: 0, count: 16)
    values = OwnedBuffer(repeating: OrderSlot.none, count: 16)
  }

  init(
    dense: consuming OwnedBuffer<Int32>,
    keys: consuming OwnedBuffer<UInt64>,
    values: consuming OwnedBuffer<Int32>,
    sparseCount: Int
  ) {
    self.dense = dense
    self.keys = keys
    self.values = values
    self.sparseCount = sparseCount
  }

  borrowing func copied() -> SlotIndex {
    SlotIndex(
      dense: dense.copied(),
      keys: keys.copied(),
      values: values.copied(),
      sparseCount: sparseCount
    )
  }

  /// The slot of a key, or ``OrderSlot/none``.
  @inlinable
  @inline(__always)
  func slot(of key: UInt64) -> Int32 {
    if key < UInt64(truncatingIfNeeded: dense.count) {
      return dense[Int(truncatingIfNeeded: key)]
    }
    return key < SlotIndex.denseLimit ? OrderSlot.none : sparseSlot(of: key)
  }

  /// Sets the slot of a key.
  @inlinable
  @inline(__always)
  mutating func set(_ slot: Int32, for key: UInt64) {
    if key < UInt64(truncatingIfNeeded: dense.count) {
      dense[Int(truncatingIfNeeded: key)] = slot
    } else {
      setSlow(slot, for: key)
    }
  }

  /// Forgets a key.
  @inlinable
  @inline(__always)
  mutating func remove(_ key: UInt64) {
    if key < UInt64(truncatingIfNeeded: dense.count) {
      dense[Int(truncatingIfNeeded: key)] = OrderSlot.none
    } else if key >= SlotIndex.denseLimit {
      removeSparse(key)
    }
  }

  @usableFromInline
  mutating func setSlow(_ slot: Int32, for key: UInt64) {
    if key < SlotIndex.denseLimit {
      dense.grow(toAtLeast: Int(key) + 1, filling: OrderSlot.none)
      dense[Int(key)] = slot
      return
    }
    if (sparseCount + 1) * 2 > keys.count { widen() }
    var place = home(of: key)
    while values[place] != OrderSlot.none && keys[place] != key {
      place = (place + 1) & (keys.count - 1)
    }
    if values[place] == OrderSlot.none { sparseCount += 1 }
    keys[place] = key
    values[place] = slot
  }

  @usableFromInline
  func sparseSlot(of key: UInt64) -> Int32 {
    var place = home(of: key)
    while values[place] != OrderSlot.none {
      if keys[place] == key { return values[place] }
      place = (place + 1) & (keys.count - 1)
    }
    return OrderSlot.none
  }

  /// Removes a key and closes the gap, so that no tombstones pile up.
  @usableFromInline
  mutating func removeSparse(_ key: UInt64) {
    let mask = keys.count - 1
    var place = home(of: key)
    while values[place] != OrderSlot.none && keys[place] != key { place = (place + 1) & mask }
    guard values[place] != OrderSlot.none else { return }
    sparseCount -= 1
    var gap = place
    var next = (place + 1) & mask
    while values[next] != OrderSlot.none {
      let distance = (next &- home(of: keys[next])) & mask
      if distance >= (next &- gap) & mask {
        keys[gap] = keys[next]
        values[gap] = values[next]
        gap = next
      }
      next = (next + 1) & mask
    }
    values[gap] = OrderSlot.none
  }

  private func home(of key: UInt64) -> Int {
    // Fibonacci hashing: the multiplication wraps by design, the top bits choose the place.
    let mixed = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20) & (keys.count - 1)
  }

  private mutating func widen() {
    let oldCount = keys.count
    var oldKeys = OwnedBuffer<UInt64>(repeating: 0, count: oldCount * 2)
    var oldValues = OwnedBuffer<Int32>(repeating: OrderSlot.none, count: oldCount * 2)
    swap(&oldKeys, &keys)
    swap(&oldValues, &values)
    sparseCount = 0
    for place in 0..<oldCount where oldValues[place] != OrderSlot.none {
      setSlow(oldValues[place], for: oldKeys[place])
    }
  }
}
