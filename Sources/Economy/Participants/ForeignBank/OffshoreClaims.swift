import Quantities

/// What a foreign bank owes in dollars.
struct OffshoreClaims {
  /// The family of debts over swaps.
  static let swapFamily = "FX swaps"

  /// Certificates of deposit and commercial paper that money funds hold.
  let paper: InstrumentID
  /// Deposits outside the United States.
  let deposits: InstrumentID
  /// What it owes dealers over swaps.
  let swaps: InstrumentID
  /// Its line with the central bank over its own one; nil without.
  let line: SwapLine?

  /// Adds the claims that the sheet lacks, and takes debts over from the sheet's foreign banks.
  ///
  /// Every holder of the sheet's paper and offshore deposits exchanges the same share for those of the bank.
  static func declare(_ setup: inout WorldSetup) throws(WorldError) {
    let name = setup.ledger.name(of: setup.account)
    _ = try setup.addClaim("\(swapFamily) \(name)", family: swapFamily)
    for (word, number, sheet) in [
      ("paper", "paper_taken_usd", "CD/CP"),
      ("offshore_deposits", "deposits_taken_usd", "offshore USD deposits"),
    ] where setup.ledger.instrument(named: setup.word(word)) == nil {
      let claim = try setup.addClaim(setup.word(word), family: sheet)
      try takeOver(setup.number(number), of: try setup.instrument(named: sheet), as: claim, &setup)
    }
    let loans = setup.word("swap_line_loans")
    if !loans.isEmpty, setup.ledger.instrument(named: loans) == nil {
      _ = try setup.addClaim(loans, family: "swap-line loans")
    }
  }

  private static func takeOver(
    _ dollars: Double,
    of sheet: InstrumentID,
    as claim: InstrumentID,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    guard dollars > 0, case .claim(let debtor) = setup.ledger.description(of: sheet).form else {
      return
    }
    let amount = min(try setup.amount(dollars, of: claim), setup.ledger.outstanding(sheet))
    var batch = LedgerBatch(.opening)
    do throws(LedgerError) {
      let holders = setup.ledger.holdings(in: sheet)
      for (holder, share) in zip(holders, try setup.ledger.split(amount, among: holders)) {
        batch.redeem(sheet, issuer: debtor, from: holder.account, share)
        batch.issue(claim, issuer: setup.account, to: holder.account, share)
      }
    } catch { throw .ledger(error) }
    try setup.apply(batch)
  }

  /// Looks the claims up; each must be the account's own.
  init(in setup: inout WorldSetup) throws(WorldError) {
    paper = try Self.own("paper", setup)
    deposits = try Self.own("offshore_deposits", setup)
    let name = setup.ledger.name(of: setup.account)
    swaps = try setup.instrument(named: "\(Self.swapFamily) \(name)")
    guard !setup.word("swap_line_loans").isEmpty else {
      line = nil
      return
    }
    line = SwapLine(
      claim: try setup.instrument(named: "swap-line claims"),
      loan: try Self.own("swap_line_loans", setup),
      foreignCentralBank: try setup.account(named: setup.word("central_bank")),
      bank: setup.account
    )
  }

  private static func own(
    _ word: String,
    _ setup: WorldSetup
  ) throws(WorldError) -> InstrumentID {
    let claim = try setup.instrument(named: setup.word(word))
    guard setup.ledger.description(of: claim).form == .claim(issuer: setup.account) else {
      throw setup.invalid("words.\(word)", setup.word(word), "a claim on the account", [])
    }
    return claim
  }
}
