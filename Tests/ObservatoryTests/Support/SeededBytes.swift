/// A small generator for test cases: the same seed gives the same case everywhere.
struct SeededBytes {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  /// A number from 0 to below `limit`.
  mutating func index(below limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

  /// One to six random changes of a valid input: bytes changed, added, removed, repeated, cut off.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    let special = Array("\",\n\r-.eEZT:0 9\u{0}\u{ff}".utf8)
    var result = bytes
    for _ in 0...index(below: 6) {
      let place = index(below: result.count)
      switch index(below: 6) {
      case 0 where !result.isEmpty: result[place] = UInt8(truncatingIfNeeded: next())
      case 1 where !result.isEmpty: result[place] = special[index(below: special.count)]
      case 2: result.insert(special[index(below: special.count)], at: place)
      case 3 where !result.isEmpty: result.remove(at: place)
      case 4: result = Array(result[..<place])
      default:
        let end = min(result.count, place + index(below: 40))
        result.insert(contentsOf: result[place..<end], at: place)
      }
    }
    return result
  }
}
