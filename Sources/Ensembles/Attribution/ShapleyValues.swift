/// The split of a game's total among its players, in exact whole numbers.
///
/// A game gives every set of players a value. A player's Shapley value is its mean contribution over all
/// orders in which the players can arrive:
///
///     φ_i = Σ_{S∌i} |S|! (n−|S|−1)! / n! · (v(S ∪ i) − v(S))
///
/// The values are whole numbers and the shares are kept as numerators over a common denominator, so that
/// they sum to v(N) − v(∅) exactly. Source: Shapley (1953), "A value for n-person games".
public struct ShapleyValues: Hashable, Sendable {
  /// φ_i times ``denominator``.
  public let numerators: [Int128]
  /// n! for all orders, the number of orders for a sample of them.
  public let denominator: Int128

  /// The most players of a game whose sets are all evaluated: 2⁸ worlds.
  public static let exactPlayersMax = 8

  /// The values over all orders.
  ///
  /// - Parameter values: v by set; bit i of a set is player i. Their number is a power of two.
  /// - Complexity: O(n 2ⁿ).
  public init(values: [Int64]) {
    let players = values.count.trailingZeroBitCount
    precondition(values.count == 1 << players && players > 0, "a value for every set of players")
    precondition(players <= 20, "the weights of more players do not fit")
    let factorials = (0...players).reduce(into: [Int128]()) { list, number in
      list.append(number == 0 ? 1 : list[number - 1] * Int128(number))
    }
    var numerators = [Int128](repeating: 0, count: players)
    for set in values.indices {
      let size = set.nonzeroBitCount
      guard size < players else { continue }
      let weight = factorials[size] * factorials[players - size - 1]
      for player in 0..<players where set & 1 << player == 0 {
        numerators[player] += weight * (Int128(values[set | 1 << player]) - Int128(values[set]))
      }
    }
    self.numerators = numerators
    denominator = factorials[players]
  }

  /// The mean contributions over some orders of arrival.
  ///
  /// Each order splits the total without rest, so their mean does too.
  ///
  /// - Parameters:
  ///   - orders: Permutations of the players, at least one.
  ///   - value: v of a set.
  public init(orders: [[Int]], value: (UInt64) -> Int64) {
    precondition(!orders.isEmpty, "a mean needs orders")
    var numerators = [Int128](repeating: 0, count: orders[0].count)
    for order in orders {
      var set: UInt64 = 0
      var before = value(set)
      for player in order {
        set |= 1 << UInt64(player)
        let after = value(set)
        numerators[player] += Int128(after) - Int128(before)
        before = after
      }
    }
    self.numerators = numerators
    denominator = Int128(orders.count)
  }
}
