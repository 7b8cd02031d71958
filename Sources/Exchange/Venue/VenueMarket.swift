public import Quantities

/// One contract as a venue lists it: steps, margin schedule, fees and the rules of its prices.
public struct VenueMarket: Sendable {
  /// What is traded.
  public let contract: Contract
  /// The number of the contract's settlement asset.
  public let settlementAsset: AssetID
  /// The margin schedule.
  public let schedule: MarginSchedule
  /// What the maintenance requirement counts.
  public let requirement: RequirementRule
  /// The filters of its book, in ticks and lots of the contract.
  public let rules: BookRules
  /// What the aggressor pays of the value traded.
  public let takerFee: Rate
  /// What the resting side pays; negative for a rebate.
  public let makerFee: Rate
  /// The leverage of an account that has chosen none.
  public let defaultLeverage: Fraction
  /// How the mark follows index and book.
  public let markRule: MarkRule
  /// The largest relative move of the index in one update, or `nil` for no limit.
  ///
  /// A larger move is cut to it.
  public let indexJumpMax: Rate?
  /// How constituents make the index, or `nil` where the index is given by command.
  public let indexRule: IndexRule?
  /// When and what funding is paid, or `nil` where payments are announced by command.
  ///
  /// Payments fall on the rule's own clock from the first index on.
  public let fundingRule: FundingRule?
  /// The notional, in quote units, over which linear contracts average the impact prices of the
  /// premium; zero, like every other payoff, uses the best prices.
  public let impactNotional: Amount
  /// What the oracle reads, and its faults.
  public let oracle: OracleFeed

  /// Creates a market.
  public init(
    contract: Contract,
    settlementAsset: AssetID,
    schedule: MarginSchedule,
    requirement: RequirementRule = .markValue,
    rules: BookRules = BookRules(),
    takerFee: Rate = .zero,
    makerFee: Rate = .zero,
    defaultLeverage: Fraction,
    markRule: MarkRule = .external,
    indexJumpMax: Rate? = nil,
    indexRule: IndexRule? = nil,
    fundingRule: FundingRule? = nil,
    impactNotional: Amount = .zero,
    oracle: OracleFeed = OracleFeed(source: .externalIndex)
  ) {
    precondition(
      fundingRule == nil || contract.term == .perpetual,
      "only perpetuals pay funding: \(contract.symbol)"
    )
    precondition(contract.term != .spot, "a venue clears positions, spot has none")
    self.contract = contract
    self.settlementAsset = settlementAsset
    self.schedule = schedule
    self.requirement = requirement
    self.rules = rules
    self.takerFee = takerFee
    self.makerFee = makerFee
    self.defaultLeverage = defaultLeverage
    self.markRule = markRule
    self.indexJumpMax = indexJumpMax
    self.indexRule = indexRule
    self.fundingRule = fundingRule
    self.impactNotional = impactNotional
    self.oracle = oracle
  }
}

extension VenueMarket {
  /// Size units of a number of lots.
  func size(ofLots lots: Int64) throws(ClearingError) -> Amount {
    let (units, overflow) = lots.multipliedReportingOverflow(by: contract.lot.units)
    guard !overflow else { throw .overflow(operation: "\(lots) lots") }
    return Amount(units)
  }

  /// Lots of a size; sizes are multiples of the lot.
  func lots(of size: Amount) -> Int64 { size.units / contract.lot.units }

  /// The price of a number of ticks.
  func price(ofTicks ticks: Int64) -> Price { Price(ticks * contract.tick) }

  /// The value of a signed size, signed so that profit is value minus entry value.
  ///
  /// Positive for a long in a straight contract, negative for a long in an inverse one.
  func value(
    of size: Amount,
    at price: Price,
    rounding: Rounding
  ) throws(ClearingError) -> Amount {
    guard size.units != 0 else { return .zero }
    let isPositive = (size.units > 0) == contract.payoff.isStraight
    do throws(MarginError) {
      let value = try contract.value(
        of: size.magnitude,
        at: price,
        rounding: isPositive ? rounding : rounding.mirrored
      )
      return isPositive ? value : -value
    } catch {
      throw .overflow(operation: error.description)
    }
  }

  /// The requirement of a position under the market's rule.
  func maintenance(of position: ClearedPosition, at mark: Price) throws(ClearingError) -> Amount {
    let size = position.size.magnitude
    let markValue = try value(of: size, at: mark, rounding: .awayFromZero).magnitude
    let basis = requirement.basis == .entryValue ? position.entryValue.magnitude : markValue
    let margin = try maintenance(ofSize: size, notional: basis)
    switch requirement.closingFee {
    case .excluded: return margin
    case .atLiquidationPrice: return margin + (try fee(takerFee, on: markValue))
    case .atBankruptcyPrice:
      // The value at which an isolated margin is used up; a cross account is taken at mark.
      let bankrupt =
        position.isIsolated ? position.entryValue - position.isolatedMargin : markValue
      return margin + (try fee(takerFee, on: bankrupt))
    }
  }

  /// The maintenance margin of a size at a mark.
  func maintenance(of size: Amount, at mark: Price) throws(ClearingError) -> Amount {
    let notional = try value(of: size.magnitude, at: mark, rounding: .awayFromZero).magnitude
    return try maintenance(ofSize: size.magnitude, notional: notional)
  }

  /// The maintenance margin of the schedule; beyond the last cap the last tier goes on.
  private func maintenance(
    ofSize size: Amount,
    notional: Amount
  ) throws(ClearingError) -> Amount {
    do throws(MarginError) {
      do throws(MarginError) {
        return try schedule.maintenanceMargin(ofSize: size, notional: notional)
      } catch {
        guard case .notionalAboveLastCap(_, let cap) = error, case .tiers(let table) = schedule
        else { throw error }
        let atCap = try table.maintenanceMargin(of: cap)
        let rate = table.tiers[table.tiers.count - 1].maintenanceRate
        return atCap + (try rate.applied(to: notional - cap, rounding: .up))
      }
    } catch {
      throw .overflow(operation: error.description)
    }
  }

  /// The initial margin of a position, or `nil` if the schedule does not allow the leverage or size.
  func initialMargin(
    of size: Amount,
    at mark: Price,
    leverage: Fraction
  ) throws(ClearingError) -> Amount? {
    guard size.units != 0 else { return .zero }
    let notional = try value(of: size.magnitude, at: mark, rounding: .awayFromZero).magnitude
    do throws(MarginError) {
      return try schedule.initialMargin(
        ofSize: size.magnitude,
        notional: notional,
        leverage: leverage
      )
    } catch {
      return nil
    }
  }

  /// A fee on a trade's value, rounded up: against whoever pays, and less for a rebate.
  func fee(_ rate: Rate, on value: Amount) throws(ClearingError) -> Amount {
    do throws(QuantityError) {
      return try rate.applied(to: value.magnitude, rounding: .up)
    } catch {
      throw .overflow(operation: error.description)
    }
  }
}

extension Rounding {
  /// The rounding of −x that makes −round(−x) the rounding of x.
  var mirrored: Rounding {
    switch self {
    case .down: .up
    case .up: .down
    default: self
    }
  }
}
