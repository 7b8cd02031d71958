import Quantities
import Statistics

extension LedgerTrial {
  /// One operation of a kind, drawn from the stream.
  mutating func perform(_ operation: Operation, using stream: inout Stream) {
    switch operation {
    case .trade: trade(using: &stream)
    case .funding: funding(using: &stream)
    case .liquidation: liquidation(using: &stream)
    case .default: writeDown(using: &stream)
    case .hack: hack(using: &stream)
    case .goldRevaluation: revalueGold(using: &stream)
    case .assetPurchase: purchase(using: &stream)
    case .swapLine: swap(using: &stream)
    }
  }

  private mutating func trade(using stream: inout Stream) {
    let world = world
    let asset = world.tradedAssets[stream.nextIndex(below: world.tradedAssets.count)]
    guard let seller = holder(of: asset, using: &stream) else { return }
    let (quantity, isExcess) = quantity(of: seller.quantity, using: &stream)
    // One buyer in sixteen keeps the wrong kind of money, and the payment is refused.
    let usesCoins =
      world.coinAccounts.contains(seller.account) != (stream.nextIndex(below: 16) == 0)
    let buyers = usesCoins ? world.coinAccounts : world.bankAccounts
    let buyer = buyers[stream.nextIndex(below: buyers.count)]
    let price = movedPrice(of: asset, using: &stream)
    attempt(.trade, isExcess: isExcess && buyer != seller.account) { ledger throws(LedgerError) in
      let trade = AssetTrade(
        of: asset,
        quantity,
        at: price,
        buyer: world.party(buyer, in: ledger),
        seller: world.party(seller.account, in: ledger)
      )
      try ledger.apply(try trade.batch(settlement: world.settlement, in: ledger))
    }
    guard stream.nextIndex(below: 2) == 0 else { return }
    attempt(.trade) { ledger throws(LedgerError) in try ledger.revalue(asset, to: price) }
  }

  private mutating func funding(using stream: inout Stream) {
    let world = world
    let derivative = world.derivatives[stream.nextIndex(below: world.derivatives.count)]
    // Up to one percent of a contract worth one dollar, in 10⁻⁸ dollars.
    let change = Int64(stream.nextInteger(below: 2_000_001)) - 1_000_000
    settleMargin(of: derivative, change: change)
    let openInterest = ledger.holdings(in: derivative).reduce(Int128(0)) {
      $0 + Int128(max(0, $1.quantity.units))
    }
    let isExcess = stream.nextIndex(below: 16) == 0
    let limit = UInt64(clamping: openInterest / 2_000) + 1
    let size = Int64(stream.nextInteger(below: limit))
    let amount = isExcess ? Int64(clamping: openInterest * 1_000) : size - Int64(limit / 2)
    _ = attemptSettlement(of: derivative, isMargin: false, isExcess: isExcess) {
      ledger throws(LedgerError) in
      let payment = FundingPayment(on: derivative, longsPay: Amount(amount))
      let batch = try payment.batch(settlement: world.settlement, in: ledger) { account in
        world.money(of: account, in: ledger)
      }
      try ledger.apply(batch)
    }
  }

  private mutating func settleMargin(of derivative: InstrumentID, change: Int64) {
    let world = world
    let price = Price(ledger.price(of: derivative).units + change)
    attempt(.funding) { ledger throws(LedgerError) in try ledger.revalue(derivative, to: price) }
    _ = attemptSettlement(of: derivative, isMargin: true) { ledger throws(LedgerError) in
      let books = ledger
      try VariationMargin(of: derivative).settle(settlement: world.settlement, in: &ledger) {
        world.money(of: $0, in: books)
      }
    }
  }

  private mutating func liquidation(using stream: inout Stream) {
    let world = world
    guard stream.nextIndex(below: 3) > 0 else { return foreclose(using: &stream) }
    let derivative = world.derivatives[stream.nextIndex(below: world.derivatives.count)]
    guard let debtor = holder(of: derivative, using: &stream) else { return }
    settleMargin(of: derivative, change: debtor.quantity.units > 0 ? -500_000 : 500_000)
    let position = ledger.holding(of: debtor.account, in: derivative).magnitude
    let (quantity, isExcess) = quantity(of: position, using: &stream)
    let taker = world.coinAccounts[stream.nextIndex(below: world.coinAccounts.count)]
    attempt(.liquidation, isExcess: isExcess) { ledger throws(LedgerError) in
      let batch = try Liquidation.takeover(
        of: derivative,
        quantity,
        from: world.party(debtor.account, in: ledger),
        to: world.party(taker, in: ledger),
        penalty: Amount(quantity.units / 200),
        settlement: world.settlement,
        in: ledger
      )
      try ledger.apply(batch)
    }
  }

  private mutating func foreclose(using stream: inout Stream) {
    let world = world
    let held = ledger.holding(of: world.securedCreditor, in: world.securedDebt)
    let (repaid, isExcess) = quantity(of: held, using: &stream)
    attempt(.liquidation, isExcess: isExcess) { ledger throws(LedgerError) in
      let batch = Liquidation.foreclosure(
        of: world.securedDebt,
        repaid: repaid,
        collateral: world.collateral,
        seized: Amount(repaid.units / 20 * 21),
        debtor: world.securedDebtor,
        creditor: world.securedCreditor
      )
      try ledger.apply(batch)
    }
  }

  private mutating func writeDown(using stream: inout Stream) {
    let claim = world.defaultable[stream.nextIndex(below: world.defaultable.count)]
    let (loss, isExcess) = quantity(of: ledger.outstanding(claim), using: &stream)
    attempt(.default, isExcess: isExcess) { ledger throws(LedgerError) in
      try ledger.apply(try DebtDefault(on: claim, losing: loss).batch(in: ledger))
    }
  }

  private mutating func hack(using stream: inout Stream) {
    let thief = world.thief
    let asset = world.stealable[stream.nextIndex(below: world.stealable.count)]
    guard let victim = holder(of: asset, using: &stream) else { return }
    let (stolen, isExcess) = quantity(of: victim.quantity, using: &stream)
    attempt(.hack, isExcess: isExcess && victim.account != thief) { ledger throws(LedgerError) in
      try ledger.apply(Hack(of: asset, stolen, victim: victim.account, thief: thief).batch)
    }
  }
}
