import Quantities
import Statistics

extension LedgerTrial {
  /// Certificates are issued against part of the gold that backs none yet; half the time they are
  /// spent.
  mutating func revalueGold(using stream: inout Stream) {
    let world = world
    let gold = world.revaluation.gold
    let price = movedPrice(of: gold, using: &stream)
    attempt(.goldRevaluation) { ledger throws(LedgerError) in try ledger.revalue(gold, to: price) }
    let ounces = ledger.holding(of: world.treasury, in: gold)
    let backing = (try? ledger.cash(for: ounces, of: gold, at: price)) ?? .zero
    let issued = ledger.outstanding(world.revaluation.certificates)
    let left = Amount(max(0, backing.units - issued.units))
    let (amount, isExcess) = quantity(of: left, using: &stream)
    attempt(.goldRevaluation, isExcess: isExcess) { ledger throws(LedgerError) in
      try ledger.apply(try world.revaluation.batch(amount, in: ledger))
    }
    guard stream.nextIndex(below: 2) == 0 else { return }
    let balance = ledger.holding(of: world.treasury, in: world.treasuryAccount)
    let (spent, isOverdraft) = quantity(of: balance, using: &stream)
    attempt(.goldRevaluation, isExcess: isOverdraft) { ledger throws(LedgerError) in
      let payment = MoneyPayment(
        of: spent,
        from: world.party(world.treasury, in: ledger),
        to: world.party(world.households, in: ledger)
      )
      try ledger.apply(try payment.batch(settlement: world.settlement, in: ledger))
    }
  }

  /// The central bank buys bonds from any holder, or sells some of its own to a bank.
  mutating func purchase(using stream: inout Stream) {
    let world = world
    let centralBank = world.settlement.centralBank
    let bond = world.bonds[stream.nextIndex(below: world.bonds.count)]
    guard let holder = holder(of: bond, using: &stream) else { return }
    let (quantity, isExcess) = quantity(of: holder.quantity, using: &stream)
    let price = ledger.price(of: bond)
    attempt(.assetPurchase, isExcess: isExcess) { ledger throws(LedgerError) in
      guard holder.account == centralBank else {
        let purchase = AssetPurchase(
          of: bond,
          quantity,
          at: price,
          from: world.party(holder.account, in: ledger)
        )
        return try ledger.apply(try purchase.batch(settlement: world.settlement, in: ledger))
      }
      let sale = AssetTrade(
        of: bond,
        quantity,
        at: price,
        buyer: world.party(world.swapLine.bank, in: ledger),
        seller: world.party(centralBank, in: ledger)
      )
      try ledger.apply(
        try sale.batch(as: .assetPurchase, settlement: world.settlement, in: ledger)
      )
    }
  }

  /// A draw of up to ten billion dollars, or a repayment of some of what is drawn.
  mutating func swap(using stream: inout Stream) {
    let world = world
    let drawn = ledger.outstanding(world.swapLine.claim)
    guard drawn.units == 0 || stream.nextIndex(below: 2) == 0 else {
      let (amount, isExcess) = quantity(of: drawn, using: &stream)
      attempt(.swapLine, isExcess: isExcess) { ledger throws(LedgerError) in
        try ledger.apply(world.swapLine.repayment(amount, settlement: world.settlement))
      }
      return
    }
    let amount = Amount(Int64(stream.nextInteger(below: 100_000_000_000_000)) + 1)
    attempt(.swapLine) { ledger throws(LedgerError) in
      try ledger.apply(world.swapLine.draw(amount, settlement: world.settlement))
    }
  }

  /// A holder of an instrument, each equally likely; nil if nobody holds any.
  func holder(of instrument: InstrumentID, using stream: inout Stream) -> LedgerHolding? {
    let holders = ledger.holdings(in: instrument)
    return holders.isEmpty ? nil : holders[stream.nextIndex(below: holders.count)]
  }

  /// Up to one percent of what is available, or once in sixteen more than all of it.
  func quantity(
    of available: Amount,
    using stream: inout Stream
  ) -> (quantity: Amount, isExcess: Bool) {
    let units = max(0, available.units)
    let part = Int64(stream.nextInteger(below: UInt64(units / 100) + 1))
    guard stream.nextIndex(below: 16) == 0 else {
      return (Amount(min(units, max(1, part))), false)
    }
    return (Amount(units + 1 + part), true)
  }

  /// The price of an instrument moved by up to one percent, never below its smallest step.
  func movedPrice(of instrument: InstrumentID, using stream: inout Stream) -> Price {
    let old = ledger.price(of: instrument).units
    let span = max(1, old / 100)
    return Price(max(1, old + Int64(stream.nextInteger(below: UInt64(2 * span + 1))) - span))
  }
}
