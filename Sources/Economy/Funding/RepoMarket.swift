public import Quantities
public import Statistics

/// The overnight repo market: borrowers ask some lenders, take the cheapest first, and pay more as cash runs out.
///
///     r = r_kb + β · tight · (r_max − r_kb),   tight = cash lent so far / all cash
///
/// r_kb is what lender k asks of borrower b (``RepoLender``). Borrowers come in random order; each asks
/// `lendersContacted` lenders drawn without replacement, skips who refuses and stops above its maximum
/// rate. What is then missing comes from the standing facility if the borrower is eligible, else it fails.
/// Too little cash and lenders who refuse both make cash dear, with opposite signs on idle cash.
/// Source: `model.md` §4.1; Copeland, Duffie and Yang (2021).
///
/// The value keeps its working memory, so that a day allocates nothing once the day before's outcome is
/// gone. Tested by `RepoMarketTests`.
public struct RepoMarket: Sendable {
  /// The rates and customs.
  public var terms: RepoTerms
  var outcome = RepoOutcome()
  /// Lenders by what they ask of a borrower without risk, cheapest first, ties by index.
  var ranked: [Int] = []
  var baseRates: [Double] = []
  /// A permutation of the ranks, of which a prefix is drawn anew for each borrower.
  private var lottery: [Int] = []
  private var queue: [Int] = []
  /// One bit per rank: who has cash, who is asked.
  var solvent: [UInt64] = []
  var asked: [UInt64] = []
  /// Offers of one borrower's lenders when exposures change their order.
  var offers: [(rate: Double, rank: Int)] = []

  /// Creates a market without a past.
  ///
  /// - Parameter terms: The rates and customs.
  public init(terms: RepoTerms) {
    self.terms = terms
  }

  /// Clears one day.
  ///
  /// - Parameters:
  ///   - lenders: Cash and terms of each.
  ///   - borrowers: Demand and maximum of each.
  ///   - exposures: What borrower b owes lender k already at index k · borrowers + b, or nothing at all.
  ///   - stream: Keyed by the day: the order of borrowers and whom they ask.
  /// - Returns: Trades, failures and idle cash.
  /// - Complexity: O(borrowers · lenders) at worst, O(borrowers · lenders asked) usually.
  public mutating func clear(
    lenders: [RepoLender],
    borrowers: [RepoBorrower],
    exposures: [Amount] = [],
    using stream: inout Stream
  ) -> RepoOutcome {
    precondition(
      exposures.isEmpty || exposures.count == lenders.count * borrowers.count,
      "exposures of \(lenders.count) lenders to \(borrowers.count) borrowers: \(exposures.count)"
    )
    begin(lenders, borrowers)
    let cash = lenders.reduce(into: Int64(0)) { $0 += $1.cash.units }
    let scale = cash > 0 ? terms.bargainingWeight / Double(cash) : 0
    stream.shuffle(&queue)
    for borrower in queue where borrowers[borrower].demand > .zero {
      drawLenders(count: lenders.count, using: &stream)
      if exposures.isEmpty {
        serve(borrower, borrowers[borrower], lenders, scale)
      } else {
        serve(borrower, borrowers, lenders, exposures, scale)
      }
      finish(borrower, borrowers[borrower])
    }
    for index in lenders.indices {
      if lenders[index].hasReverseRepoAccess {
        outcome.reverseRepo += outcome.idleCash[index]
      } else {
        outcome.idleElsewhere += outcome.idleCash[index]
      }
    }
    return outcome
  }

  private mutating func begin(_ lenders: [RepoLender], _ borrowers: [RepoBorrower]) {
    outcome.trades.removeAll(keepingCapacity: true)
    outcome.failures.removeAll(keepingCapacity: true)
    outcome.failures.append(contentsOf: borrowers.lazy.map(\.demand))
    outcome.idleCash.removeAll(keepingCapacity: true)
    outcome.idleCash.append(contentsOf: lenders.lazy.map(\.cash))
    (outcome.bilateralVolume, outcome.standingFacility) = (.zero, .zero)
    (outcome.reverseRepo, outcome.idleElsewhere) = (.zero, .zero)
    outcome.refusalCount = 0
    baseRates.removeAll(keepingCapacity: true)
    baseRates.append(contentsOf: lenders.lazy.map { $0.outsideOption + $0.premium })
    if ranked.count != lenders.count {
      ranked = Array(lenders.indices)
    }
    ranked.sort { [baseRates] in (baseRates[$0], $0) < (baseRates[$1], $1) }
    // The lottery and the queue start from the identity, so that a day does not depend on its past.
    lottery.removeAll(keepingCapacity: true)
    lottery.append(contentsOf: lenders.indices)
    queue.removeAll(keepingCapacity: true)
    queue.append(contentsOf: borrowers.indices)
    let words = (lenders.count + 63) / 64
    solvent.removeAll(keepingCapacity: true)
    solvent.append(contentsOf: repeatElement(0, count: words))
    if asked.count != words { asked = solvent }
    for rank in ranked.indices where lenders[ranked[rank]].cash > .zero { solvent.insert(rank) }
  }

  /// Draws whom a borrower asks: the first places of a partial shuffle, marked as bits by rank.
  private mutating func drawLenders(count: Int, using stream: inout Stream) {
    let drawn = min(terms.lendersContacted, count)
    if drawn == count {
      for word in asked.indices { asked[word] = solvent[word] }
      return
    }
    for word in asked.indices { asked[word] = 0 }
    for place in 0..<drawn {
      lottery.swapAt(place, place + stream.nextIndex(below: count - place))
      asked.insert(lottery[place])
    }
    for word in asked.indices { asked[word] &= solvent[word] }
  }
}

/// A set of small numbers, one bit each.
extension [UInt64] {
  func contains(_ bit: Int) -> Bool { self[bit >> 6] & (1 << UInt64(bit & 63)) != 0 }
  mutating func insert(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }
  mutating func remove(_ bit: Int) { self[bit >> 6] &= ~(1 << UInt64(bit & 63)) }
}
