import Quantities

extension VenueState {
  /// Unrealised profit of a position at the mark, rounded down.
  func unrealised(
    _ position: ClearedPosition,
    _ contract: ContractID
  ) throws(ClearingError) -> Amount {
    guard !position.isFlat, let mark = markets[Int(contract)].mark else { return .zero }
    let value = try market(contract).value(of: position.size, at: mark, rounding: .down)
    return try exact(Int128(value.units) - Int128(position.entryValue.units))
  }

  func maintenance(
    _ position: ClearedPosition,
    _ contract: ContractID
  ) throws(ClearingError) -> Amount {
    guard !position.isFlat, let mark = markets[Int(contract)].mark else { return .zero }
    return try market(contract).maintenance(of: position, at: mark)
  }

  /// What a collateral balance counts for, rounded down; nothing while it has no price.
  func collateralValue(of quantity: Amount, rule number: Int) throws(ClearingError) -> Amount {
    let rule = configuration.collateral[number]
    guard quantity.units > 0, let price = collateralPrices[number] else { return .zero }
    let scale = TradeScale(
      base: configuration.assets[Int(rule.asset)],
      quote: configuration.assets[Int(rule.target)],
      priceDecimals: rule.priceDecimals
    )
    do throws(QuantityError) {
      let value = try scale.cash(for: quantity, at: price, rounding: .down)
      return try rule.weight.applied(to: value, rounding: .down)
    } catch {
      throw .overflow(operation: error.description)
    }
  }

  /// Wallet, weighted collateral and unrealised profit of the cross positions of one asset.
  func status(
    of account: AccountID,
    _ scope: LiquidationScope
  ) throws(ClearingError) -> MarginStatus {
    var equity: Int128
    var maintenance: Int128 = 0
    var isExposed = false
    switch scope {
    case .isolated(let contract, let slot):
      let position = house.position(of: account, contract: contract, slot: slot)
      equity = Int128(position.isolatedMargin.units)
      equity += Int128(try unrealised(position, contract).units)
      maintenance = Int128(try self.maintenance(position, contract).units)
      isExposed = !position.isFlat
    case .cross(let asset):
      equity = Int128(house.wallet(of: account, asset: asset).units)
      for (number, rule) in configuration.collateral.enumerated() where rule.target == asset {
        let balance = house.wallet(of: account, asset: rule.asset)
        equity += Int128(try collateralValue(of: balance, rule: number).units)
      }
      for (contract, slot) in crossSlots(of: asset) {
        let position = house.position(of: account, contract: contract, slot: slot)
        guard !position.isFlat, !position.isIsolated else { continue }
        equity += Int128(try unrealised(position, contract).units)
        maintenance += Int128(try self.maintenance(position, contract).units)
        isExposed = true
      }
    }
    return MarginStatus(
      equity: try exact(equity),
      maintenance: try exact(maintenance),
      isExposed: isExposed
    )
  }

  /// All contracts and slots that settle in an asset, in order.
  func crossSlots(of asset: AssetID) -> [(contract: ContractID, slot: PositionSlot)] {
    var found: [(contract: ContractID, slot: PositionSlot)] = []
    for (number, market) in configuration.markets.enumerated()
    where market.settlementAsset == asset {
      for slot in PositionSlot.allCases { found.append((ContractID(number), slot)) }
    }
    return found
  }

  /// Equity less what positions and open orders require; `nil` if a size is beyond the schedule.
  func available(
    of account: AccountID,
    asset: AssetID,
    adding extra: (key: SlotKey, side: OrderSide, lots: Int64)? = nil
  ) throws(ClearingError) -> Int128? {
    var free = Int128(try status(of: account, .cross(asset)).equity.units)
    for (contract, slot) in crossSlots(of: asset) {
      let key = SlotKey(account: account, contract: contract, slot: slot)
      let added = extra.flatMap { $0.key == key ? ($0.side, $0.lots) : nil }
      guard let required = try requirement(key, adding: added) else { return nil }
      free -= Int128(required.units)
    }
    return free
  }

  /// The initial margin of a position with its open orders: the worse of the two sides.
  private func requirement(
    _ key: SlotKey,
    adding extra: (side: OrderSide, lots: Int64)?
  ) throws(ClearingError) -> Amount? {
    let market = market(key.contract)
    let position = house.position(of: key.account, contract: key.contract, slot: key.slot)
    let held = market.lots(of: position.size)
    var open = openLots[key] ?? SidedLots()
    if let extra {
      let (sum, overflow) = open[extra.side].addingReportingOverflow(extra.lots)
      guard !overflow else { return nil }
      open[extra.side] = sum
    }
    guard held != 0 || open.buying != 0 || open.selling != 0 else { return .zero }
    guard let mark = markets[Int(key.contract)].mark else { return nil }
    let long = key.slot == .short ? 0 : Int128(held) + Int128(open.buying)
    let short = key.slot == .long ? 0 : Int128(open.selling) - Int128(held)
    let worst = max(long, short, Int128(held.magnitude))
    guard let lots = Int64(exactly: worst) else { return nil }
    let leverage = leverage(of: key.account, key.contract)
    let size = try market.size(ofLots: lots)
    let whole = try market.initialMargin(of: size, at: mark, leverage: leverage)
    if position.isIsolated {
      guard let whole else { return lots == abs(held) ? .zero : nil }
      let own =
        try market.initialMargin(of: position.size.magnitude, at: mark, leverage: leverage)
      return max(.zero, whole - (own ?? .zero))
    }
    if let whole { return whole }
    // A held position that the price carried beyond its leverage keeps its maintenance margin.
    return lots == abs(held) ? try market.maintenance(of: size, at: mark) : nil
  }

  /// Whether an order only closes what its slot holds.
  private func isClosing(_ order: OpenOrder, lots: Int64, isNew: Bool) -> Bool {
    let held = self.lots(of: order.account, active, order.slot)
    let closes = order.side == .sell ? held > 0 : held < 0
    guard closes else { return false }
    guard isNew else { return lots <= abs(held) }
    let open = openLots(of: order.account, active, order.slot)[order.side]
    let (total, overflow) = open.addingReportingOverflow(lots)
    return !overflow && total <= abs(held)
  }

  /// The margin test of an order; closing is always allowed.
  ///
  /// Equity must cover the initial margin of the worse side, the loss of trading away from the mark,
  /// and the fee.
  func admits(
    _ order: OpenOrder,
    lots: Int64,
    at price: Price,
    fee: Rate,
    isNew: Bool
  ) -> Bool {
    if isClosing(order, lots: lots, isNew: isNew) { return true }
    let closingSide: OrderSide? =
      order.slot == .long ? .sell : order.slot == .short ? .buy : nil
    if order.side == closingSide { return false }
    let market = market(active)
    guard let mark = markets[Int(active)].mark else { return false }
    do throws(ClearingError) {
      let key = SlotKey(account: order.account, contract: active, slot: order.slot)
      let extra = (key: key, side: order.side, lots: isNew ? lots : 0)
      let asset = market.settlementAsset
      guard let free = try available(of: order.account, asset: asset, adding: extra) else {
        return false
      }
      let size = try market.size(ofLots: lots)
      let signed = order.side == .buy ? size : -size
      let paid = try market.value(of: signed, at: price, rounding: .up)
      guard paid.units.magnitude <= VenueState.valueMax.magnitude else { return false }
      let worth = try market.value(of: signed, at: mark, rounding: .down)
      let loss = max(0, Int128(paid.units) - Int128(worth.units))
      return free >= loss + Int128(max(.zero, try market.fee(fee, on: paid)).units)
    } catch {
      return false
    }
  }

  /// The largest value of one order or transfer that the venue books: sums of millions of them stay
  /// inside 64 bits.
  static let valueMax: Int64 = 1 << 50

  func exact(_ value: Int128) throws(ClearingError) -> Amount {
    guard let units = Int64(exactly: value) else { throw .overflow(operation: "\(value)") }
    return Amount(units)
  }
}
