import Quantities

/// The accounts and instruments of the opening sheet that random batches use.
struct TrialWorld: Sendable {
  let settlement: LedgerSettlement
  let treasury: LedgerAccountID
  let households: LedgerAccountID
  let thief: LedgerAccountID
  let reserves: InstrumentID
  let treasuryAccount: InstrumentID
  let deposits: InstrumentID
  let offshoreDeposits: InstrumentID
  let stablecoins: InstrumentID
  let revaluation: GoldRevaluation
  let swapLine: SwapLine
  let tradedAssets: [InstrumentID]
  let bonds: [InstrumentID]
  let stealable: [InstrumentID]
  let derivatives: [InstrumentID]
  let defaultable: [InstrumentID]
  /// A debt, what secures it, its creditor and its debtor.
  let securedDebt: InstrumentID
  let collateral: InstrumentID
  let securedCreditor: LedgerAccountID
  let securedDebtor: LedgerAccountID
  /// Who pays in stablecoins, and who in money of banks and the central bank.
  let coinAccounts: [LedgerAccountID]
  let bankAccounts: [LedgerAccountID]

  init(_ ledger: Ledger) throws(OpeningSheetError) {
    func account(_ name: String) throws(OpeningSheetError) -> LedgerAccountID {
      guard let account = ledger.account(named: name) else {
        throw .invalid(field: "accounts", value: "no \(name)", expected: "the account \(name)")
      }
      return account
    }
    func instrument(_ name: String) throws(OpeningSheetError) -> InstrumentID {
      guard let instrument = ledger.instrument(named: name) else {
        throw .invalid(field: "instruments", value: "no \(name)", expected: "the line \(name)")
      }
      return instrument
    }
    func accounts(_ names: [String]) throws(OpeningSheetError) -> [LedgerAccountID] {
      try names.map { (name) throws(OpeningSheetError) in try account(name) }
    }
    func instruments(_ names: [String]) throws(OpeningSheetError) -> [InstrumentID] {
      try names.map { (name) throws(OpeningSheetError) in try instrument(name) }
    }
    let centralBank = try account("FED")
    treasury = try account("TSY")
    households = try account("HN")
    thief = try account("THIEF")
    reserves = try instrument("reserves")
    treasuryAccount = try instrument("TGA")
    deposits = try instrument("deposits")
    offshoreDeposits = try instrument("offshore USD deposits")
    stablecoins = try instrument("stablecoins")
    settlement = LedgerSettlement(centralBank: centralBank, reserves: reserves)
    revaluation = GoldRevaluation(
      treasury: treasury,
      centralBank: centralBank,
      gold: try instrument("gold"),
      certificates: try instrument("gold certificates"),
      treasuryAccount: treasuryAccount
    )
    swapLine = SwapLine(
      claim: try instrument("swap-line claims"),
      loan: try instrument("swap-line loans"),
      foreignCentralBank: try account("FO"),
      bank: try account("FBK")
    )
    bonds = try instruments(["bills", "coupons", "MBS"])
    tradedAssets =
      bonds + (try instruments(["BTC", "gold", "SPX shares", "ETF shares", "MMF shares"]))
    stealable = try instruments(["BTC", "stablecoins"])
    derivatives = try instruments(["BTC perpetual", "ETH perpetual", "ALT perpetual"])
    defaultable = try instruments([
      "bank loans", "offshore USD loans", "secured loans to CRY", "repo HF", "repo INST", "CD/CP",
      "deposits",
    ])
    securedDebt = try instrument("repo HF")
    collateral = try instrument("coupons")
    securedCreditor = try account("DLR")
    securedDebtor = try account("HF")
    coinAccounts = try accounts(["RETAIL", "RLP", "DEFI", "MM", "SYN", "WHALE", "EXC"])
    bankAccounts = try accounts([
      "BNK", "FBK", "HN", "INST", "MMF", "SC", "CRY", "HF", "DLR", "ROW",
    ])
  }

  /// The money that an account pays and is paid in.
  func money(of account: LedgerAccountID, in ledger: Ledger) -> InstrumentID {
    if account == settlement.centralBank || ledger.description(of: account).isBank {
      return reserves
    }
    if account == treasury { return treasuryAccount }
    if coinAccounts.contains(account) { return stablecoins }
    if ledger.holding(of: account, in: offshoreDeposits) > ledger.holding(of: account, in: deposits)
    {
      return offshoreDeposits
    }
    return deposits
  }

  /// An account with its money.
  func party(_ account: LedgerAccountID, in ledger: Ledger) -> LedgerSettlement.Party {
    LedgerSettlement.Party(account, in: money(of: account, in: ledger))
  }
}
