/// The triggers that wait for their turn, in total order, at most one per account and scope.
public struct LiquidationQueue: Hashable, Sendable {
  private(set) var triggers: [LiquidationTrigger] = []
  /// What waits; for look-up only.
  private var waiting: Set<Key> = []

  private struct Key: Hashable {
    var account: AccountID
    var scope: LiquidationScope
  }

  /// Creates an empty queue.
  public init() {}

  /// The number of triggers that wait.
  public var count: Int { triggers.count }

  /// Whether a trigger of this account and scope waits.
  public func contains(account: AccountID, scope: LiquidationScope) -> Bool {
    waiting.contains(Key(account: account, scope: scope))
  }

  /// Adds a trigger; one of the same account and scope that already waits keeps its place.
  ///
  /// - Complexity: O(n).
  public mutating func insert(_ trigger: LiquidationTrigger) {
    let key = Key(account: trigger.account, scope: trigger.scope)
    guard waiting.insert(key).inserted else { return }
    var low = 0
    var high = triggers.count
    while low < high {
      let middle = (low + high) / 2
      if triggers[middle] < trigger { low = middle + 1 } else { high = middle }
    }
    triggers.insert(trigger, at: low)
  }

  /// Takes the first trigger.
  public mutating func popFirst() -> LiquidationTrigger? {
    guard !triggers.isEmpty else { return nil }
    let first = triggers.removeFirst()
    waiting.remove(Key(account: first.account, scope: first.scope))
    return first
  }
}
