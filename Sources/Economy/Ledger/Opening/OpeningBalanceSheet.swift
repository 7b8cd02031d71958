public import Quantities

/// Who holds what and owes what before the first step: the rows of a data file.
///
/// The rows are plain and typed, so that a scenario can write its own without a file.
/// ``ledger()`` turns them into a ledger and refuses a sheet whose holders do not sum to the totals
/// it states or whose residuals are not what it says: nothing is made to fit.
public struct OpeningBalanceSheet: Hashable, Sendable {
  /// One account.
  public struct Account: Hashable, Sendable {
    /// What the ledger is told.
    public let account: LedgerAccount
    /// In words.
    public let description: String
  }

  /// One instrument and who holds it.
  public struct Line: Hashable, Sendable {
    /// The name, unique in the sheet.
    public let name: String
    /// The row of tables; lines of several debtors share one.
    public let family: String
    /// What one unit is called.
    public let unit: String
    /// The issuer's name; nil for an outside asset or derivative.
    public let issuer: String?
    /// Whether the line is a derivative.
    public let isDerivative: Bool
    /// Decimals of the smallest quantity.
    public let quantityDecimals: Int
    /// Decimals of the price.
    public let priceDecimals: Int
    /// Dollars per unit in the price's decimals.
    public let price: Price
    /// Names and quantities, in the file's order.
    public let holders: [Holder]
    /// What the source does not state and the sheet assumes, or nil.
    public let assumption: String?
  }

  /// One holder of a line.
  public struct Holder: Hashable, Sendable {
    /// The account's name.
    public let account: String
    /// How much, in the line's smallest quantity.
    public let quantity: Amount
  }

  /// What the source says a family sums to.
  public struct Total: Hashable, Sendable {
    /// Which family.
    public let family: String
    /// The sum, in the smallest quantity of the family's lines.
    public let quantity: Amount
  }

  /// The balancing item of a sector: what it is worth, and why.
  public struct Residual: Hashable, Sendable {
    /// Whose.
    public let account: String
    /// What the item stands for.
    public let name: String
    /// The net worth that the sheet states in 10⁻⁴ dollars, or nil if it follows.
    public let value: Amount?
  }

  /// What the sheet is.
  public let name: String
  /// All accounts, in the order of their numbers from 1.
  public let accounts: [Account]
  /// All instruments, in the order of their numbers.
  public let lines: [Line]
  /// The stated sums.
  public let totals: [Total]
  /// The named balancing items.
  public let residuals: [Residual]

  /// Creates a sheet from rows.
  public init(
    name: String,
    accounts: [Account],
    lines: [Line],
    totals: [Total],
    residuals: [Residual]
  ) {
    self.name = name
    self.accounts = accounts
    self.lines = lines
    self.totals = totals
    self.residuals = residuals
  }

  /// The sheet of November 2025, `model.md` §3.28, that ships with the program.
  ///
  /// - Throws: ``OpeningSheetError`` if the file that was built in is damaged.
  public static func november2025() throws(OpeningSheetError) -> OpeningBalanceSheet {
    try OpeningBalanceSheet(json: PackageResources.opening_balance_sheet_json)
  }
}

extension OpeningBalanceSheet.Account {
  /// Creates a row.
  public init(_ account: LedgerAccount, description: String) {
    self.account = account
    self.description = description
  }
}

extension OpeningBalanceSheet.Holder {
  /// Creates a row.
  public init(_ account: String, _ quantity: Amount) {
    self.account = account
    self.quantity = quantity
  }
}

extension OpeningBalanceSheet.Total {
  /// Creates a row.
  public init(_ family: String, _ quantity: Amount) {
    self.family = family
    self.quantity = quantity
  }
}

extension OpeningBalanceSheet.Residual {
  /// Creates a row.
  public init(_ account: String, _ name: String, _ value: Amount? = nil) {
    self.account = account
    self.name = name
    self.value = value
  }
}
