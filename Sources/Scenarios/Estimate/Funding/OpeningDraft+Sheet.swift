import Economy

/// The central bank's balance sheet, set to what was published by exchanges at par.
extension OpeningDraft {
  /// Adds the lines of the sheet, and the exchanges that lead to them.
  mutating func addSheet() throws(ScenarioError) {
    let stylised = try FedSheet()
    var sheet = stylised
    set(&sheet.reserves, "reserves", .reserves)
    set(&sheet.reverseRepo, "ON RRP", .reverseRepo)
    set(&sheet.treasuryAccount, "TGA", .treasuryAccount)
    if let held = line("Treasuries of the Fed", .treasuries, else: sheet.treasuries) {
      sheet.setTreasuries(held)
    }
    set(&sheet.mortgageSecurities, "MBS of the Fed", .mortgageSecurities)
    addOther(&sheet)
    sheet.balance()
    guard min(sheet.currency, sheet.foreignPool) >= 0 else {
      throw .argument(
        name: "--as-of",
        value:
          "\(plan.start): currency and foreign repo pool of \(sheet.currency + sheet.foreignPool) USD",
        expected: "a sheet of the central bank that its other lines balance with 0 or more of them"
      )
    }
    addBalance(sheet)
    guard sheet != stylised else { return }
    plan.sheet = stylised.exchanges(to: sheet)
    open("official coupons", sheet.coupons)
    try keepTreasuryAccount(sheet.treasuryAccount)
  }

  /// A line in USD bn; the published dollars, if there are any.
  private mutating func line(
    _ name: String,
    _ source: OpeningSource,
    else dollars: Double
  ) -> Double? {
    add(name, source, unit: "USD bn", else: dollars / 1e9, because: Self.ofTheSheet)
      .map { ($0 * 1e9).rounded() }
  }

  private mutating func set(_ field: inout Double, _ name: String, _ source: OpeningSource) {
    if let dollars = line(name, source, else: field) { field = dollars }
  }

  /// Assets beside securities and gold, from total assets.
  private mutating func addOther(_ sheet: inout FedSheet) {
    let name = "other assets of the Fed"
    let total = estimate.finding(.totalAssets)
    let parts = [estimate.finding(.treasuries), estimate.finding(.mortgageSecurities)]
    add(
      "total assets of the Fed",
      total,
      unit: "USD bn",
      else: sheet.assets / 1e9,
      because: Self.ofTheSheet
    )
    guard let whole = total.value, parts.allSatisfy({ $0.value != nil }) else {
      assume(
        name,
        sheet.other / 1e9,
        unit: "USD bn",
        "\(Self.ofTheSheet); without total assets and both kinds of securities none is derived"
      )
      return
    }
    let rest = (whole.number * 1e9).rounded() - (sheet.assets - sheet.other)
    guard rest >= 0 else {
      assume(
        name,
        sheet.other / 1e9,
        unit: "USD bn",
        "\(Self.ofTheSheet); total assets are less than the securities and gold of the sheet"
      )
      return
    }
    sheet.other = rest
    assume(
      name,
      rest / 1e9,
      unit: "USD bn",
      "derived: total assets less securities and the gold certificates of the sheet",
      from: [total] + parts
    )
  }

  /// The lines that no series gives.
  private mutating func addBalance(_ sheet: FedSheet) {
    let split = "\(Self.ofTheSheet) splits it; no series"
    assume("bills of the Fed", sheet.bills / 1e9, unit: "USD bn", split)
    assume("coupons of the Fed", sheet.coupons / 1e9, unit: "USD bn", split)
    assume(
      "reserves of domestic banks",
      sheet.domesticReserves / 1e9,
      unit: "USD bn",
      split
    )
    let rest =
      "no series: with the other of the two, balances the sheet; \(Self.ofTheSheet) splits it"
    assume("currency", sheet.currency / 1e9, unit: "USD bn", rest)
    assume("foreign repo pool", sheet.foreignPool / 1e9, unit: "USD bn", rest)
    assume("capital of the Fed", sheet.capital / 1e9, unit: "USD bn", Self.ofTheSheet)
  }

  /// A Treasury whose account was published wants what it has: no series says what it wants.
  private mutating func keepTreasuryAccount(_ dollars: Double) throws(ScenarioError) {
    let kind = Treasury.kind
    let found = estimate.finding(.treasuryAccount)
    let name = "TGA target"
    guard found.value != nil else {
      assume(name, number(kind, "cash_target_usd") / 1e9, unit: "USD bn", Self.ofThePlan)
      return
    }
    try set(kind, "cash_target_usd", dollars)
    assume(
      name,
      dollars / 1e9,
      unit: "USD bn",
      "no series: what it holds; else the Treasury would borrow the difference within months",
      from: [found]
    )
  }
}
