/// The positions of one side and tier in the order in which they are liquidated.
///
/// Levels count ticks so that the highest level goes first: the liquidation price for longs, its
/// negative for shorts. Levels below the front are spread over equal buckets, each a chain of
/// cache-line chunks of ids in no order; the front bucket is a sorted array. A moved position leaves
/// its old entry behind: an entry counts only while its row still says so, and the book rebuilds the
/// index when more than half is stale.
struct TriggerIndex {
  /// The ids in a chunk; its sixteenth word links to the next chunk.
  private static let chunkWidth: Int32 = 15
  /// The front may grow to this before it is put back into buckets.
  private static let frontLimit = 512

  private struct Head {
    var chunk: Int32
    var count: Int32
  }

  let group: UInt8
  private let levelMin: Int32
  private let shift: Int32
  private let bucketCount: Int
  private var heads: [Head]
  private var occupied: [UInt64]
  private var summary: [UInt64]
  private var chunks: [Int32] = []
  private var freeChunk: Int32 = -1
  /// Keys of the front, next at the end.
  private(set) var front: [UInt64] = []
  /// Buckets at or above this one live in the front.
  private var frontBucket: Int
  private var frontLimitNow = TriggerIndex.frontLimit
  /// Entries in buckets and front, stale ones included.
  private(set) var entryCount = 0

  init(group: UInt8, levelMin: Int32, levelCount: Int32, capacity: Int) {
    self.group = group
    self.levelMin = levelMin
    var buckets = 64
    while buckets < capacity / 16 && buckets < 1 << 20 { buckets *= 2 }
    var shift: Int32 = 0
    while Int(levelCount) >> Int(shift) >= buckets { shift += 1 }
    self.shift = shift
    bucketCount = (Int(levelCount) >> Int(shift)) + 1
    heads = Array(repeating: Head(chunk: -1, count: 0), count: bucketCount)
    occupied = Array(repeating: 0, count: (bucketCount + 63) / 64)
    summary = Array(repeating: 0, count: (occupied.count + 63) / 64)
    frontBucket = bucketCount
  }

  /// The bytes held, unused capacity included.
  var byteCount: Int {
    heads.capacity * 8 + chunks.capacity * 4 + front.capacity * 8
      + (occupied.capacity + summary.capacity) * 8
  }

  @inline(__always)
  private func bucket(of level: Int32) -> Int {
    let offset = (Int(level) - Int(levelMin)) >> Int(shift)
    return offset < 0 ? 0 : offset >= bucketCount ? bucketCount - 1 : offset
  }

  /// The sort key of an entry: level first, then the lower id.
  @inline(__always)
  static func key(level: Int32, id: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: level) ^ 0x8000_0000) << 32 | UInt64(~UInt32(bitPattern: id))
  }

  @inline(__always)
  static func level(of key: UInt64) -> Int32 {
    Int32(bitPattern: UInt32(truncatingIfNeeded: key >> 32) ^ 0x8000_0000)
  }

  @inline(__always)
  static func id(of key: UInt64) -> Int32 {
    Int32(bitPattern: ~UInt32(truncatingIfNeeded: key))
  }

  /// Adds an entry; the same position may have older ones.
  @inline(__always)
  mutating func insert(level: Int32, id: Int32) {
    entryCount += 1
    let bucket = bucket(of: level)
    if bucket >= frontBucket {
      insertIntoFront(Self.key(level: level, id: id))
    } else {
      append(id, to: bucket)
    }
  }

  private mutating func insertIntoFront(_ key: UInt64) {
    if front.count >= frontLimitNow {
      putFrontBack()
      append(Self.id(of: key), to: bucket(of: Self.level(of: key)))
      return
    }
    var low = 0
    var high = front.count
    while low < high {
      let middle = (low + high) >> 1
      if front[middle] < key { low = middle + 1 } else { high = middle }
    }
    front.insert(key, at: low)
  }

  private mutating func putFrontBack() {
    frontBucket = bucketCount
    for key in front { append(Self.id(of: key), to: bucket(of: Self.level(of: key))) }
    front.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private mutating func append(_ id: Int32, to bucket: Int) {
    var head = heads[bucket]
    if head.chunk < 0 || head.count == Self.chunkWidth {
      if head.chunk < 0 { markOccupied(bucket) }
      head = Head(chunk: takeChunk(linkedTo: head.chunk), count: 0)
    }
    chunks[Int(head.chunk) &* 16 &+ Int(head.count)] = id
    head.count &+= 1
    heads[bucket] = head
  }

  private mutating func takeChunk(linkedTo next: Int32) -> Int32 {
    let chunk: Int32
    if freeChunk >= 0 {
      chunk = freeChunk
      freeChunk = chunks[Int(chunk) * 16 + 15]
    } else {
      if chunks.count == chunks.capacity {
        chunks.reserveCapacity(chunks.count + max(1024, chunks.count / 8))
      }
      chunk = Int32(chunks.count / 16)
      for _ in 0..<16 { chunks.append(0) }
    }
    chunks[Int(chunk) * 16 + 15] = next
    return chunk
  }

  private mutating func markOccupied(_ bucket: Int) {
    occupied[bucket >> 6] |= 1 << UInt64(bucket & 63)
    summary[bucket >> 12] |= 1 << UInt64((bucket >> 6) & 63)
  }

  private mutating func clearOccupied(_ bucket: Int) {
    occupied[bucket >> 6] &= ~(1 << UInt64(bucket & 63))
    if occupied[bucket >> 6] == 0 { summary[bucket >> 12] &= ~(1 << UInt64((bucket >> 6) & 63)) }
  }

  /// The highest bucket with entries, at most `limit`.
  private func highestOccupied() -> Int? {
    var word = summary.count - 1
    while word >= 0 {
      if summary[word] != 0 {
        let inner = word << 6 + (63 - summary[word].leadingZeroBitCount)
        return inner << 6 + (63 - occupied[inner].leadingZeroBitCount)
      }
      word -= 1
    }
    return nil
  }

  /// The key of the next position to go, or nil when the group is empty.
  @inline(__always)
  mutating func peek(_ rows: [PositionRow]) -> UInt64? {
    while true {
      while let key = front.last {
        let row = rows[Int(Self.id(of: key))]
        if row.group == group && row.level == Self.level(of: key) { return key }
        front.removeLast()
        entryCount -= 1
      }
      guard openFront(rows) else { return nil }
    }
  }

  /// Forgets the entry that ``peek(_:)`` has just returned.
  @inline(__always)
  mutating func removeNext() {
    front.removeLast()
    entryCount -= 1
  }

  /// Moves the highest bucket into the sorted front; false when there is none.
  private mutating func openFront(_ rows: [PositionRow]) -> Bool {
    guard let bucket = highestOccupied() else {
      frontBucket = bucketCount
      return false
    }
    var (chunk, count) = (heads[bucket].chunk, heads[bucket].count)
    while chunk >= 0 {
      let base = Int(chunk) * 16
      // A loop of loads and nothing else keeps many cache misses in flight: the rows, which lie
      // anywhere in memory, are at hand when the next loop and the liquidations need them.
      var sizes: Int64 = 0
      for offset in 0..<Int(count) { sizes |= rows[Int(chunks[base + offset])].size }
      precondition(sizes > 0, "a position without a size in bucket \(bucket)")
      for offset in 0..<Int(count) {
        let id = chunks[base + offset]
        let row = rows[Int(id)]
        if row.group == group && self.bucket(of: row.level) == bucket {
          front.append(Self.key(level: row.level, id: id))
        } else {
          entryCount -= 1
        }
      }
      let next = chunks[base + 15]
      chunks[base + 15] = freeChunk
      freeChunk = chunk
      chunk = next
      count = Self.chunkWidth
    }
    heads[bucket] = Head(chunk: -1, count: 0)
    clearOccupied(bucket)
    frontBucket = bucket
    sortFront()
    frontLimitNow = max(Self.frontLimit, 2 * front.count)
    return true
  }

  /// Sorts the front in place: by insertion while it is small, which it is by design.
  private mutating func sortFront() {
    guard front.count <= 96 else {
      front.sort()
      return
    }
    var index = 1
    while index < front.count {
      let key = front[index]
      var hole = index
      while hole > 0 && front[hole - 1] > key {
        front[hole] = front[hole - 1]
        hole -= 1
      }
      front[hole] = key
      index += 1
    }
  }

  /// The live keys at or above a level, next first; nothing is moved.
  func keys(from level: Int32, _ rows: [PositionRow]) -> [UInt64] {
    var keys: [UInt64] = []
    for key in front where Self.level(of: key) >= level {
      let row = rows[Int(Self.id(of: key))]
      if row.group == group && row.level == Self.level(of: key) { keys.append(key) }
    }
    var bucket = bucketCount - 1
    let last = self.bucket(of: level)
    while bucket >= last {
      if occupied[bucket >> 6] == 0 {
        bucket = (bucket >> 6) << 6 - 1
        continue
      }
      var (chunk, count) = (heads[bucket].chunk, heads[bucket].count)
      while chunk >= 0 {
        for offset in 0..<Int(count) {
          let id = chunks[Int(chunk) * 16 + offset]
          let row = rows[Int(id)]
          if row.group == group && row.level >= level && self.bucket(of: row.level) == bucket {
            keys.append(Self.key(level: row.level, id: id))
          }
        }
        chunk = chunks[Int(chunk) * 16 + 15]
        count = Self.chunkWidth
      }
      bucket -= 1
    }
    keys.sort(by: >)
    // A position that moved away and back has two entries with one key.
    var unique: [UInt64] = []
    unique.reserveCapacity(keys.count)
    for key in keys where unique.last != key { unique.append(key) }
    return unique
  }

  /// Forgets everything, keeping the memory.
  mutating func removeAll() {
    for index in heads.indices { heads[index] = Head(chunk: -1, count: 0) }
    for index in occupied.indices { occupied[index] = 0 }
    for index in summary.indices { summary[index] = 0 }
    chunks.removeAll(keepingCapacity: true)
    front.removeAll(keepingCapacity: true)
    freeChunk = -1
    frontBucket = bucketCount
    frontLimitNow = Self.frontLimit
    entryCount = 0
  }
}
