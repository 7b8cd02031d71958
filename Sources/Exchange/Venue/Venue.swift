public import Quantities

/// One exchange session in event time: accounts, contracts, books, margin, liquidation.
///
/// Commands go in, events come out; the same commands give the same events, byte for byte. After
/// every price, funding payment or order the margin of every account is tested, and what must be
/// liquidated is, until nothing more falls. At one instant prices are taken over first, then
/// funding that is due is paid, then margin is tested, then the rest happens in the order given
/// (`exchange-mechanics.md` §9.23).
///
///     var venue = Venue(configuration)
///     let events = try venue.execute(.deposit(1, 0, Amount(1_000_0000)), at: now)
///     try venue.checkInvariants()
public struct Venue: ~Copyable {
  var state: VenueState
  let books: [BookHolder]
  var queue = LiquidationQueue()
  var forcedOrderCount: UInt64 = 0
  /// The number of the last thing that moved a price; `nil` until the phase at work has one.
  var cause: Int32?
  var phaseCause = RootCause.command
  /// The time of the last command.
  public private(set) var now = Instant(microseconds: .min)

  /// Keeps a book, which cannot be copied, in an array.
  final class BookHolder {
    var book: Book

    init(rules: BookRules) {
      book = Book(rules: rules)
    }
  }

  /// Opens a session without participants.
  public init(_ configuration: VenueConfiguration) {
    state = VenueState(configuration)
    books = configuration.markets.map { BookHolder(rules: $0.rules) }
  }

  /// What does not change in the session.
  public var configuration: VenueConfiguration { state.configuration }

  /// The accounts.
  public var house: ClearingHouse { state.house }

  /// The accounts that are left alone after a partial close, by scope.
  public var coolingCount: Int { state.cooldowns.count }

  /// The liquidations that wait for the next command.
  public var carriedOverCount: Int { queue.count }

  /// The mark price of a contract, or `nil` before the first.
  public func mark(of contract: ContractID) -> Price? { state.markets[Int(contract)].mark }

  /// The best price of one side of a contract's book, in ticks.
  public func bestPrice(of side: OrderSide, in contract: ContractID) -> Int64? {
    books[Int(contract)].book.bestPrice(of: side)
  }

  /// The levels of one side of a contract's book, best first.
  public func levels(of side: OrderSide, in contract: ContractID) -> [BookLevel] {
    books[Int(contract)].book.levels(of: side)
  }

  /// A resting order of a contract's book.
  public func order(_ id: OrderID, in contract: ContractID) -> RestingOrder? {
    books[Int(contract)].book.order(id)
  }

  /// Equity and maintenance margin of an account or an isolated position.
  ///
  /// - Throws: ``ClearingError/overflow(operation:)`` if a value leaves 64 bits.
  public func marginStatus(
    of account: AccountID,
    _ scope: LiquidationScope
  ) throws(ClearingError) -> MarginStatus {
    try state.status(of: account, scope)
  }

  /// Executes one command.
  ///
  /// - Parameters:
  ///   - command: What to do.
  ///   - time: Not before the last command's.
  /// - Returns: Everything that happened, in order.
  /// - Throws: ``VenueError``; the session is over then.
  public mutating func execute(
    _ command: VenueCommand,
    at time: Instant
  ) throws(VenueError) -> [VenueEvent] {
    try execute([command], at: time)
  }

  /// Executes the commands of one instant.
  ///
  /// - Parameters:
  ///   - commands: Prices among them go first, in their order, then the others.
  ///   - time: Not before the last command's.
  /// - Returns: Everything that happened, in order.
  /// - Throws: ``VenueError``; the session is over then.
  public mutating func execute(
    _ commands: [VenueCommand],
    at time: Instant
  ) throws(VenueError) -> [VenueEvent] {
    guard state.fault == nil else { throw .stopped }
    guard time >= now else {
      throw .timeReversed(microseconds: time.microseconds, previous: now.microseconds)
    }
    state.events.removeAll(keepingCapacity: true)
    do throws(ClearingError) {
      try payFunding(dueBefore: time)
      now = time
      state.events.append(.time(time))
      noteFundCash()
      begin(.price)
      for command in commands where command.isPrice { try perform(command) }
      try payFunding(dueAt: time)
      try settleDown()
      for command in commands where !command.isPrice {
        begin(command.rootCause)
        try perform(command)
        try settleDown()
      }
    } catch {
      state.fault = error
      throw .clearing(error)
    }
    return state.events
  }

  /// Starts a phase: forced trades from here on descend from a root of this kind.
  mutating func begin(_ kind: RootCause) {
    cause = nil
    phaseCause = kind
  }

  /// The number of what moved prices last; takes one for the phase's root if there is none yet.
  mutating func currentCause() -> Int32 {
    if let cause { return cause }
    let root = state.sequence.take()
    state.events.append(.root(root, phaseCause))
    cause = root
    return root
  }

  private mutating func payFunding(dueBefore time: Instant) throws(ClearingError) {
    while let due = [nextFunding, nextCooldownEnd].compactMap({ $0 }).min(), due < time {
      now = max(now, due)
      state.events.append(.time(now))
      begin(.funding)
      try payFunding(dueAt: due)
      try settleDown()
    }
  }

  private var nextFunding: Instant? {
    state.markets.compactMap { $0.funding?.due }.min()
  }

  /// Pays what is due at an instant, contract by contract in the order of their numbers.
  private mutating func payFunding(dueAt time: Instant) throws(ClearingError) {
    for number in state.markets.indices {
      guard let funding = state.markets[number].funding, funding.due <= time else { continue }
      state.markets[number].funding = nil
      begin(.funding)
      try pay(funding, ContractID(number))
    }
  }
}
