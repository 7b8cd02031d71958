/// A position that may be closed by auto-deleveraging.
public struct AutoDeleveragingCandidate: Hashable, Sendable {
  /// Whose position.
  public let account: AccountID
  /// Which of the account's positions.
  public let slot: PositionSlot
  /// The most lots that can be closed without making the account insolvent.
  public let lotsMax: Int64
  /// The rank: profit times leverage, or the fall of the risk ratio; higher goes first.
  public let score: Double

  /// Creates a candidate.
  public init(account: AccountID, slot: PositionSlot, lotsMax: Int64, score: Double) {
    precondition(lotsMax >= 0, "lots must not be negative: \(lotsMax)")
    self.account = account
    self.slot = slot
    self.lotsMax = lotsMax
    self.score = score
  }

  /// Who is closed by how much, in the order in which they are closed.
  ///
  /// Deterministic: equal scores go to the lower account number, then to the lower slot; an
  /// undefined score goes last. The lots sum to `lots`, or to everything there is if that is less.
  ///
  /// - Parameters:
  ///   - lots: What has to be closed, not negative.
  ///   - candidates: In any order.
  ///   - ranking: The rule.
  /// - Returns: Candidates and lots, none of them zero.
  /// - Complexity: O(n log n).
  public static func allocate(
    _ lots: Int64,
    among candidates: [AutoDeleveragingCandidate],
    ranking: AutoDeleveragingRanking
  ) -> [(candidate: AutoDeleveragingCandidate, lots: Int64)] {
    let ordered = candidates.filter { $0.lotsMax > 0 }.sorted(by: precedes)
    var open = lots
    guard ranking == .proRata else {
      var chosen: [(candidate: AutoDeleveragingCandidate, lots: Int64)] = []
      for candidate in ordered where open > 0 {
        let taken = min(open, candidate.lotsMax)
        chosen.append((candidate, taken))
        open -= taken
      }
      return chosen
    }
    let byAccount = ordered.sorted {
      ($0.account, $0.slot.rawValue) < ($1.account, $1.slot.rawValue)
    }
    let total = byAccount.reduce(Int128(0)) { $0 + Int128($1.lotsMax) }
    if Int128(lots) >= total { return byAccount.map { ($0, $0.lotsMax) } }
    return zip(byAccount, shares(of: lots, among: byAccount, total: total))
      .filter { $0.1 > 0 }
      .map { ($0.0, $0.1) }
  }

  /// Largest-remainder shares; none exceeds its candidate's lots while `lots` is below the total.
  private static func shares(
    of lots: Int64,
    among candidates: [AutoDeleveragingCandidate],
    total: Int128
  ) -> [Int64] {
    var shares: [Int64] = []
    var remainders: [(remainder: Int128, index: Int)] = []
    var left = lots
    for (index, candidate) in candidates.enumerated() {
      let product = Int128(lots) * Int128(candidate.lotsMax)
      let (share, remainder) = product.quotientAndRemainder(dividingBy: total)
      shares.append(Int64(share))
      remainders.append((remainder, index))
      left -= Int64(share)
    }
    remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
    for place in 0..<Int(left) { shares[remainders[place].index] += 1 }
    return shares
  }

  private static func precedes(
    _ first: AutoDeleveragingCandidate,
    _ second: AutoDeleveragingCandidate
  ) -> Bool {
    let left = first.score.isNaN ? -Double.infinity : first.score
    let right = second.score.isNaN ? -Double.infinity : second.score
    if left != right { return left > right }
    return (first.account, first.slot.rawValue) < (second.account, second.slot.rawValue)
  }
}
