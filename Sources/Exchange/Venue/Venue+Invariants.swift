import Quantities

extension Venue {
  /// A broken promise of the venue.
  public enum InvariantViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// The accounts do not balance.
    case house(ClearingHouse.InvariantViolation)
    /// A book is not sound.
    case book(ContractID, Book.InvariantViolation)
    /// The liquidation engine still holds something after a command.
    case engineNotEmpty(asset: AssetID?, contract: ContractID?)
    /// The lots known to rest differ from those in the book.
    case restingLotsDiffer(ContractID, known: Int64, resting: Int64)

    /// One line for a person.
    public var description: String {
      switch self {
      case .house(let violation): violation.description
      case .book(let contract, let violation): "book of contract \(contract): \(violation)"
      case .engineNotEmpty(let asset, let contract):
        "liquidation engine: holds asset \(asset.map { "\($0)" } ?? "none"), "
          + "contract \(contract.map { "\($0)" } ?? "none")"
      case .restingLotsDiffer(let contract, let known, let resting):
        "contract \(contract): \(known) lots known to rest, \(resting) in the book"
      }
    }
  }

  /// Recomputes cash, contracts, books and resting orders.
  ///
  /// - Throws: ``InvariantViolation`` naming what does not hold and where.
  /// - Complexity: O(accounts × contracts + orders).
  public func checkInvariants() throws(InvariantViolation) {
    do throws(ClearingHouse.InvariantViolation) {
      try house.checkInvariants()
    } catch {
      throw .house(error)
    }
    let engine = SystemAccount.liquidationEngine
    for asset in configuration.assets.indices
    where house.wallet(of: engine, asset: AssetID(asset)).units != 0 {
      throw .engineNotEmpty(asset: AssetID(asset), contract: nil)
    }
    for number in books.indices {
      let contract = ContractID(number)
      if !house.position(of: engine, contract: contract).isFlat {
        throw .engineNotEmpty(asset: nil, contract: contract)
      }
      do throws(Book.InvariantViolation) {
        try books[number].book.checkInvariants()
      } catch {
        throw .book(contract, error)
      }
      try checkRestingLots(contract)
    }
  }

  private func checkRestingLots(_ contract: ContractID) throws(InvariantViolation) {
    var known: Int64 = 0
    for account in house.participantIDs {
      for slot in PositionSlot.allCases {
        let open = state.openLots(of: account, contract, slot)
        known += open.buying + open.selling
      }
    }
    let resting = OrderSide.allCases.reduce(Int64(0)) { total, side in
      total + books[Int(contract)].book.totalQuantity(of: side)
    }
    if known != resting { throw .restingLotsDiffer(contract, known: known, resting: resting) }
  }

  /// The hash of everything that decides what happens next; independent of container order.
  public var stateHash: UInt64 {
    var digest = StateDigest()
    digest.combine(now.microseconds)
    house.combine(into: &digest)
    for (number, market) in state.markets.enumerated() {
      digest.combine(Int64(bitPattern: books[number].book.stateHash))
      digest.combine(market.mark?.units ?? -1)
      digest.combine(market.previousMark?.units ?? -1)
      digest.combine(market.index?.units ?? -1)
      digest.combine(market.lastTicks ?? -1)
      digest.combine(market.isSettled ? 1 : 0)
      digest.combine(market.funding?.rate?.parts ?? .min)
      digest.combine(market.funding?.due.microseconds ?? .min)
      digest.combine(market.oracle.price?.units ?? -1)
      digest.combine(market.externalIndex?.units ?? -1)
      digest.combine(market.redemptionValue?.units ?? -1)
      digest.combine(market.externalPerpetuals?.units ?? -1)
      digest.combine(market.basisRate.parts)
      market.averages.combine(into: &digest)
      market.premium.combine(into: &digest)
    }
    for price in state.collateralPrices { digest.combine(price?.units ?? -1) }
    for account in house.participantIDs {
      digest.combine(state.isHedged[account] == true ? 1 : 0)
      digest.combine(state.sessionProfits[account] ?? 0)
      for contract in state.markets.indices {
        let leverage = state.leverage(of: account, ContractID(contract))
        digest.combine(leverage.numerator)
        digest.combine(leverage.denominator)
      }
    }
    for history in state.fundHistory {
      for entry in history {
        digest.combine(entry.time.microseconds)
        digest.combine(entry.cash.units)
      }
    }
    let cooling = state.cooldowns.sorted {
      ($0.key.account, $0.key.scope.order) < ($1.key.account, $1.key.scope.order)
    }
    for (key, end) in cooling {
      digest.combine(Int64(key.account))
      digest.combine(Int64(bitPattern: key.scope.order))
      digest.combine(end.microseconds)
    }
    for trigger in queue.triggers {
      digest.combine(trigger.time.microseconds)
      digest.combine(Int64(trigger.account))
      digest.combine(Int64(bitPattern: trigger.scope.order))
      digest.combine(Int64(trigger.cause))
    }
    digest.combine(Int64(state.sequence.next))
    digest.combine(Int64(bitPattern: forcedOrderCount))
    return digest.value
  }
}
