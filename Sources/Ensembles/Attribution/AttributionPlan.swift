import Statistics

/// Which sets of mechanisms one run of an attribution needs, and how their values are split.
struct AttributionPlan: Sendable {
  /// The pairs of an order and its reverse where not all orders can be used.
  static let orderPairs = 8

  /// The sets without repetition in ascending order: the empty one first, the full one last.
  let sets: [UInt64]
  private let orders: [[Int]]

  /// All sets of few players; of many, those that sampled orders pass through.
  ///
  /// An order and its reverse are drawn together, so that a player that comes late in one comes early in
  /// the other: their mean varies less.
  init(players: Int, seed: UInt64, run: Int) {
    guard players > ShapleyValues.exactPlayersMax else {
      sets = (0..<UInt64(1) << UInt64(players)).map { $0 }
      orders = []
      return
    }
    var stream = Stream(
      seed: seed,
      run: UInt64(run),
      step: 0,
      participant: 0,
      purpose: Purpose(room: 6, index: 0x200)
    )
    var orders: [[Int]] = []
    for _ in 0..<Self.orderPairs {
      var order = Array(0..<players)
      for place in (1..<players).reversed() {
        order.swapAt(place, Int(stream.nextUniform() * Double(place + 1)))
      }
      orders += [order, order.reversed()]
    }
    var sets: Set<UInt64> = [0]
    for order in orders {
      var set: UInt64 = 0
      for player in order {
        set |= 1 << UInt64(player)
        sets.insert(set)
      }
    }
    self.orders = orders
    self.sets = sets.sorted()
  }

  /// The split of the values of ``sets``.
  func split(_ values: [Int64]) -> ShapleyValues {
    guard !orders.isEmpty else { return ShapleyValues(values: values) }
    let known = Dictionary(uniqueKeysWithValues: zip(sets, values))
    return ShapleyValues(orders: orders) { known[$0] ?? 0 }
  }
}
