/// Counts of positive values in bins of constant ratio, dense between the outermost bins in use.
///
/// The first and last bin are never empty, so equal contents have equal storage.
struct LogarithmicBins: Hashable, Sendable, Codable {
  /// The ratio γ of the ends of a bin.
  static let ratio = 1.02

  private(set) var count = 0
  private var firstIndex = 0
  private var counts: [Int] = []

  private static let logRatio = Libm.log(Self.ratio)

  mutating func add(_ value: Double, multiplicity: Int) {
    add(multiplicity, atIndex: Int((Libm.log(value) / Self.logRatio).rounded(.up)))
  }

  mutating func merge(_ other: LogarithmicBins) {
    for (offset, binCount) in other.counts.enumerated() where binCount > 0 {
      add(binCount, atIndex: other.firstIndex + offset)
    }
  }

  private mutating func add(_ addend: Int, atIndex index: Int) {
    if counts.isEmpty { firstIndex = index }
    if index < firstIndex {
      counts.insert(contentsOf: repeatElement(0, count: firstIndex - index), at: 0)
      firstIndex = index
    }
    let offset = index - firstIndex
    if offset >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: offset + 1 - counts.count))
    }
    counts[offset] += addend
    count += addend
  }

  /// The point of the rank's bin with equal relative distance to both ends, 2γ^i/(γ + 1).
  func value(atRank rank: Int) -> Double {
    precondition(rank >= 0 && rank < count, "no value at rank \(rank)")
    var remaining = rank
    var offset = 0
    while remaining >= counts[offset] {
      remaining -= counts[offset]
      offset += 1
    }
    let scale = 2 / (Self.ratio + 1)
    return scale * Libm.exp(Double(firstIndex + offset) * Self.logRatio)
  }
}
