import Quantities

extension World {
  /// Checks, at the opening, that every shock of the plan means somebody who can do what it says.
  ///
  /// A shock that means nobody would pass in silence. Participants of kinds that are not in the standard
  /// catalogue may answer to any shock, so with one of them in the world only sellers are checked.
  ///
  /// - Throws: ``WorldError/invalid(field:value:expected:known:)`` at `shocks.NAME.KEY`.
  public func checkShockTargets() throws(WorldError) {
    let known = Set(ParticipantCatalogue.standard.types.map { $0.kind.id })
    let isClosed = roster.allSatisfy { known.contains($0.kind) }
    for shock in plan.shocks {
      switch shock.kind {
      case .sale, .depeg: try checkSeller(shock)
      case .hack: try checkVictim(shock, isClosed: isClosed)
      case .redemptionWave where isClosed: try checkIssuer(shock)
      case .issuanceClosure where isClosed: try checkCompany(shock)
      case .makerWithdrawal where isClosed: try checkMaker(shock)
      case .oracleFault where isClosed: try checkReader(shock)
      case .taxPayment where isClosed: try checkTaxpayer(shock)
      case .lenderRefusal where isClosed: try checkLender(shock)
      case .offshoreRun where isClosed: try checkForeignBank(shock)
      case .news, .redemptionWave, .issuanceClosure, .makerWithdrawal, .oracleFault, .taxPayment,
        .lenderRefusal, .offshoreRun:
        break
      }
    }
  }

  /// The seller holds what it sells, or issues it, or acts and may buy it before.
  private func checkSeller(_ shock: WorldShock) throws(WorldError) {
    guard let account = account(meantBy: shock) else { return }
    guard !ledger.isFrozen[account.column] else {
      throw invalid(shock, "target", shock.target, "an account whose holdings can move")
    }
    guard let instrument = ledger.instrument(named: shock.market) else { return }
    let acts = account == residual || roster.contains { $0.account == account }
    guard account != .outside,
      acts || issuer(of: instrument) == account
        || ledger.holding(of: account, in: instrument) > .zero
    else {
      throw invalid(shock, "target", shock.target, "an account that holds \(shock.market)")
    }
  }

  /// The victim holds what is stolen, or keeps it for others.
  private func checkVictim(_ shock: WorldShock, isClosed: Bool) throws(WorldError) {
    guard let account = account(meantBy: shock) else { return }
    guard !ledger.isFrozen[account.column] else {
      throw invalid(shock, "target", shock.target, "an account whose holdings can move")
    }
    let custodians =
      names(of: ExchangeOperator.kind, keeping: shock.market, as: "market")
      + names(of: ETFIssuer.kind, keeping: shock.market, as: "coin")
      + names(ofKinds: [StablecoinIssuer.kind.id])
    let holds =
      ledger.instrument(named: shock.market).map {
        account != .outside && ledger.holding(of: account, in: $0) > .zero
      } ?? false
    let isVenue = words("venue", of: SyntheticDollarIssuer.kind).contains(shock.target)
    guard !isClosed || holds || isVenue || custodians.contains(shock.target) else {
      throw invalid(
        shock,
        "target",
        shock.target,
        "an exchange or another account that holds \(shock.market)"
      )
    }
  }

  /// The issuer has a window, or is an allocator whose members can leave.
  private func checkIssuer(_ shock: WorldShock) throws(WorldError) {
    let issuers = facilities.map(\.issuer)
    let names = Set(issuers.map { ledger.name(of: $0) })
      .union(roster.filter { issuers.contains($0.account) }.map(\.name))
      .union(names(ofKinds: ["institutional_allocator"])).sorted()
    guard !names.contains(shock.target) else { return }
    throw invalid(shock, "target", shock.target, "somebody whose claims are redeemed", names)
  }

  private func checkCompany(_ shock: WorldShock) throws(WorldError) {
    let companies = names(ofKinds: ["treasury_company"])
    guard !companies.isEmpty else {
      throw invalid(shock, "kind", shock.kind.rawValue, "a world with a treasury_company")
    }
    guard !shock.target.isEmpty, !companies.contains(shock.target) else { return }
    throw invalid(shock, "target", shock.target, "a treasury company", companies)
  }

  private func checkTaxpayer(_ shock: WorldShock) throws(WorldError) {
    guard names(ofKinds: [Household.kind.id]).isEmpty else { return }
    throw invalid(shock, "kind", shock.kind.rawValue, "a world with a household")
  }

  private func checkLender(_ shock: WorldShock) throws(WorldError) {
    let kinds = [Bank.kind.id, CashLender.kind.id, ForeignOfficial.kind.id]
    let lenders = roster.filter { kinds.contains($0.kind) }
    let names = lenders.map(\.name) + lenders.map { ledger.name(of: $0.account) }
    guard lenders.isEmpty || !(shock.target.isEmpty || names.contains(shock.target)) else { return }
    throw invalid(
      shock,
      "target",
      shock.target,
      "a cash_lender, bank or foreign_official, or none for all of them",
      names
    )
  }

  private func checkForeignBank(_ shock: WorldShock) throws(WorldError) {
    let banks = roster.filter { $0.kind == ForeignBank.kind.id }
    guard !banks.isEmpty else {
      throw invalid(shock, "kind", shock.kind.rawValue, "a world with a foreign_bank")
    }
    let names = banks.map(\.name) + banks.map { ledger.name(of: $0.account) }
    guard !shock.target.isEmpty, !names.contains(shock.target) else { return }
    throw invalid(shock, "target", shock.target, "a foreign_bank, or none for all of them", names)
  }

  private func checkMaker(_ shock: WorldShock) throws(WorldError) {
    guard !shock.target.isEmpty else { return }
    let makers = names(ofKinds: [MarketMaker.kind.id])
    let all = makers + names(ofKinds: [PegArbitrageur.kind.id])
    guard all.contains(shock.target) else {
      throw invalid(
        shock,
        "target",
        shock.target,
        "a market_maker or a peg_arbitrageur, or none for all who make the market",
        all
      )
    }
    guard makers.contains(shock.target), !shock.market.isEmpty else { return }
    let made = markets.indices.filter { place in
      makersOfMarket[place]?.contains { ledger.name(of: $0.maker) == shock.target } == true
    }.map { markets[$0].plan.name }
    guard !made.contains(shock.market) else { return }
    throw invalid(shock, "market", shock.market, "a market that \(shock.target) makes", made)
  }

  /// The account of a name, or the one that the participant of the name acts for.
  func account(meantBy shock: WorldShock) -> LedgerAccountID? {
    ledger.account(named: shock.target) ?? roster.first { $0.name == shock.target }?.account
  }

  /// The participants of a kind whose word names a market.
  private func names(
    of kind: ParticipantKind,
    keeping market: String,
    as word: String
  ) -> [String] {
    let standard = kind.words.first { $0.name == word }?.standard ?? ""
    return plan.participants
      .filter { $0.kind == kind.id && $0.words[word] ?? standard == market }
      .map(\.name)
  }

  /// Only lending pools read an oracle.
  private func checkReader(_ shock: WorldShock) throws(WorldError) {
    let collateral = words("market", of: LendingPoolParticipant.kind)
    guard !collateral.contains(shock.market) else { return }
    throw invalid(
      shock,
      "market",
      shock.market,
      "the collateral of a lending_pool, which is who reads an oracle",
      collateral
    )
  }

  /// What the participants of a kind have for one of its words, sorted.
  private func words(_ name: String, of kind: ParticipantKind) -> [String] {
    let standard = kind.words.first { $0.name == name }?.standard ?? ""
    let own = plan.participants.filter { $0.kind == kind.id }.map { $0.words[name] ?? standard }
    return Set(own).sorted()
  }

  private func names(ofKinds kinds: [String]) -> [String] {
    roster.filter { kinds.contains($0.kind) }.map(\.name)
  }

  private func invalid(
    _ shock: WorldShock,
    _ key: String,
    _ value: String,
    _ expected: String,
    _ known: [String] = []
  ) -> WorldError {
    .invalid(field: "shocks.\(shock.name).\(key)", value: value, expected: expected, known: known)
  }
}
