/// One block of a series: its values in ascending order and where each came in time.
///
/// Values are named by their rank in the block. The rank `size` is the end; its value is +∞.
struct OrderedBlock {
  let size: Int
  /// The values by rank, and +∞ after the last.
  private(set) var sorted: [Double]
  /// The rank of each value in order of time.
  private(set) var rankAtTime: [UInt32]
  private var sorter: BlockSorter

  init(size: Int) {
    self.size = size
    sorted = [Double](repeating: .infinity, count: size + 1)
    rankAtTime = [UInt32](repeating: 0, count: size)
    sorter = BlockSorter(size: size)
  }

  /// The values in ascending order, without the end.
  var members: [Double] { Array(sorted.prefix(size)) }

  /// Takes the values of one block; where the series ends inside it the rest counts as +∞.
  mutating func fill(_ values: [Double], from start: Int) {
    sorter.sort(values, from: start, into: &sorted, ranks: &rankAtTime)
  }
}

/// The neighbours of one rank in a list of some of a block's values, in ascending order.
///
/// The end closes the ring. A rank that is taken out keeps its own neighbours, so that it can be put
/// back in constant time.
struct RankLink {
  var previous: UInt32
  var next: UInt32

  /// Joins all ranks below the end.
  static func joinAll(_ links: inout [RankLink]) {
    let end = links.count - 1
    var ring = links.mutableSpan
    for rank in 0...end {
      ring[rank] = RankLink(previous: UInt32(rank) &- 1, next: UInt32(rank) &+ 1)
    }
    ring[0].previous = UInt32(end)
    ring[end].next = 0
  }

  /// Joins all ranks, then takes them out, the last in time first, so that they can be put back in
  /// order of time.
  static func joinNone(_ links: inout [RankLink], of block: OrderedBlock) {
    joinAll(&links)
    var ring = links.mutableSpan
    let ranks = block.rankAtTime.span
    var time = block.size
    while time > 0 {
      time -= 1
      let link = ring[Int(ranks[time])]
      ring[Int(link.previous)].next = link.next
      ring[Int(link.next)].previous = link.previous
    }
  }
}
