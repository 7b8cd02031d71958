import Quantities

extension World {
  /// Does what an intent asks, as far as its participant can; orders wait for their market.
  func execute(_ intent: Intent) throws(WorldError) {
    let who = roster[intent.participant]
    let parent = event(behind: intent.cause)
    guard intent.tag != .forced || parent != .none else {
      throw .orphan(participant: who.name, act: "\(intent.act)")
    }
    switch intent.act {
    case .order(let market, let size, let money):
      place(.spot(money: money), market, size, intent, parent)
    case .open(let market, let notional, let leverage):
      place(.open(leverage: leverage), market, .dollars(notional), intent, parent)
    case .close(let market, let notional):
      place(.close, market, .dollars(-notional), intent, parent)
    case .future(let market, let notional):
      place(.future, market, .dollars(notional), intent, parent)
    case .create(let facility, let claims):
      try create(facility, claims, by: who.account)
    case .redeem(let facility, let claims):
      let event =
        intent.tag == .forced
        ? enter(.forcedRedemption, parent: parent, participant: Int32(intent.participant))
        : CauseID.none
      try redeem(facility, claims, by: who.account, parent: event)
    case .adjust(let facility, let terms):
      guard facilities[facility.index].issuer == who.account else { return }
      facilities[facility.index].terms = terms
    case .transfer(let instrument, let amount, let target, let kind):
      try transfer(instrument, amount, from: who.account, to: target, as: kind)
    case .pay(let amount, let money, let receiver, let kept, let kind):
      try pay(
        amount,
        from: LedgerSettlement.Party(who.account, in: money),
        to: LedgerSettlement.Party(receiver, in: kept),
        as: kind
      )
    case .payHolders(let claim, let amount, let money):
      try payHolders(of: claim, amount, from: LedgerSettlement.Party(who.account, in: money))
    case .lendOvernight(let offer):
      repo.offers.append(RepoDesk.Offer(account: who.account, offer: offer))
    case .borrowOvernight(let need):
      repo.needs.append(
        RepoDesk.Need(account: who.account, participant: intent.participant, need: need)
      )
    case .drawSwapLine(let line, let amount):
      try draw(line, amount, by: who.account)
    case .repaySwapLine(let line, let amount):
      try repay(line, amount, by: who.account)
    case .revalueGold(let revaluation, let amount):
      try revalueGold(revaluation, amount, by: who.account)
    case .borrow(let loan, let amount, let lender, let money):
      try borrow(loan, amount, by: who.account, from: lender, money: money)
    case .repay(let loan, let amount, let lender, let money):
      try repay(loan, amount, by: who.account, to: lender, money: money)
    case .convert(let claim, let amount, let other, let issued, let holder):
      try convert(claim, amount, into: other, issued, of: holder, by: who.account)
    case .writeDown(let claim, let fraction):
      try writeDown(claim, fraction, by: intent.participant, parent: parent)
    case .produce(let instrument, let amount):
      try produce(instrument, amount, by: who.account)
    case .publish(let figure, let value):
      try publish(figure, value, by: intent.participant, parent: parent)
    }
  }

  /// What an account can give of an instrument.
  func available(_ instrument: InstrumentID, to account: LedgerAccountID) -> Amount {
    ledger.holding(of: account, in: instrument)
  }

  /// Applies a batch or ends the run.
  func apply(_ batch: LedgerBatch) throws(WorldError) {
    guard !batch.primitives.isEmpty else { return }
    do throws(LedgerError) { try ledger.apply(batch) } catch { throw .ledger(error) }
  }

  private func place(
    _ contract: PlacedOrder.Contract,
    _ market: MarketID,
    _ size: OrderSize,
    _ intent: Intent,
    _ parent: CauseID
  ) {
    let share = roster[intent.participant].participation
    // A market of New York's hours trades its day in the bars of a session.
    let isSession = markets[market.index].plan.hours == .newYork && clock.barsPerDay >= 24
    let bars = isSession ? 6.5 * 3600 / clock.barSeconds : Double(clock.barsPerDay)
    let volume = markets[market.index].plan.dailyVolume / bars
    var order = PlacedOrder(
      account: roster[intent.participant].account,
      participant: Int32(intent.participant),
      market: market.index,
      contract: contract,
      size: size,
      tag: intent.tag,
      parent: parent
    )
    order.most = volume * (intent.tag == .forced ? max(share, 0.2) : share)
    // A rule that acts every bar asks again; an order of a day's stage is worked for a day.
    order.lastStep = clock.step + (stage == .bar ? 0 : clock.barsPerDay)
    order.placedStep = clock.step
    order.isRepeated = stage == .bar
    guard admitsInHalt(order) else { return }
    waiting.append(order)
  }

  private func transfer(
    _ instrument: InstrumentID,
    _ amount: Amount,
    from source: LedgerAccountID,
    to target: LedgerAccountID,
    as kind: LedgerFlowKind
  ) throws(WorldError) {
    var batch = LedgerBatch(kind)
    let given = min(amount, available(instrument, to: source))
    batch.transfer(instrument, from: source, to: target, max(.zero, given))
    try apply(batch)
  }

  private func borrow(
    _ loan: InstrumentID,
    _ amount: Amount,
    by borrower: LedgerAccountID,
    from lender: LedgerAccountID,
    money: InstrumentID
  ) throws(WorldError) {
    let source = LedgerSettlement.Party(lender, in: money)
    let target = LedgerSettlement.Party(borrower, in: moneyKept(by: borrower, for: money))
    let isCreated = creates(money, lender)
    let most = isCreated ? amount : payable(from: source, to: target)
    let lent = max(.zero, min(amount, most))
    guard lent > .zero else { return }
    var batch = LedgerBatch(.lending)
    batch.issue(loan, issuer: borrower, to: lender, lent)
    if isCreated, lender != settlement.centralBank {
      batch.issue(money, issuer: lender, to: borrower, lent)
    } else {
      try addPayment(lent, from: source, to: target, adding: &batch)
    }
    try apply(batch)
  }

  private func repay(
    _ loan: InstrumentID,
    _ amount: Amount,
    by borrower: LedgerAccountID,
    to lender: LedgerAccountID,
    money: InstrumentID
  ) throws(WorldError) {
    let source = LedgerSettlement.Party(borrower, in: moneyKept(by: borrower, for: money))
    let target = LedgerSettlement.Party(lender, in: money)
    let isCancelled = creates(money, lender) && lender != settlement.centralBank
    let most =
      isCancelled ? available(money, to: borrower) : payable(from: source, to: target)
    let paid = max(.zero, min(amount, min(available(loan, to: lender), most)))
    guard paid > .zero else { return }
    var batch = LedgerBatch(.lending)
    if isCancelled {
      batch.redeem(money, issuer: lender, from: borrower, paid)
    } else {
      try addPayment(paid, from: source, to: target, adding: &batch)
    }
    batch.redeem(loan, issuer: borrower, from: lender, paid)
    try apply(batch)
  }

  /// A holder's claim becomes another claim on the same issuer; in part if it holds less.
  private func convert(
    _ claim: InstrumentID,
    _ amount: Amount,
    into other: InstrumentID,
    _ issued: Amount,
    of holder: LedgerAccountID,
    by issuer: LedgerAccountID
  ) throws(WorldError) {
    let given = min(amount, available(claim, to: holder))
    guard given > .zero else { return }
    let product = Int128(issued.units) * Int128(given.units)
    let received = Int64(product.divided(by: Int128(amount.units), rounding: .down))
    var batch = LedgerBatch(.lending)
    batch.redeem(claim, issuer: issuer, from: holder, given)
    batch.issue(other, issuer: issuer, to: holder, Amount(received))
    try apply(batch)
  }

  /// Every holder loses the same share, rounded down; the issuer owes what is left.
  private func writeDown(
    _ claim: InstrumentID,
    _ fraction: Double,
    by participant: Int,
    parent: CauseID
  ) throws(WorldError) {
    let issuer = roster[participant].account
    var batch = LedgerBatch(.default)
    for holding in ledger.holdings(in: claim) {
      let lost = Int64((Double(holding.quantity.units) * min(1, max(0, fraction))).rounded(.down))
      // A quantity beyond 2⁵³ is rounded when it becomes a floating-point number.
      let most = min(Amount(lost), holding.quantity)
      batch.redeem(claim, issuer: issuer, from: holding.account, most)
    }
    try apply(batch)
    _ = enter(
      parent == .none ? .announcement : .writeDown,
      parent: parent,
      participant: Int32(participant)
    )
  }

  private func produce(
    _ instrument: InstrumentID,
    _ amount: Amount,
    by account: LedgerAccountID
  ) throws(WorldError) {
    var batch = LedgerBatch(amount < .zero ? .consumption : .production)
    if amount < .zero {
      batch.consume(instrument, by: account, min(-amount, available(instrument, to: account)))
    } else {
      batch.produce(instrument, by: account, amount)
    }
    try apply(batch)
  }

  private func publish(
    _ figure: FigureID,
    _ value: Double,
    by participant: Int,
    parent: CauseID
  ) throws(WorldError) {
    guard value.isFinite else { throw .nonfinite(name: figureNames[figure.index]) }
    guard figures[figure.index] != value else { return }
    figures[figure.index] = value
    figureCauses[figure.index] =
      parent == .none
      ? .none
      : enter(
        .consequence,
        parent: parent,
        participant: Int32(participant),
        place: Int32(figure.index)
      )
  }
}
