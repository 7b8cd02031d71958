import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Accounts that become several")
struct AccountSplitTests {
  /// Accounts that a world may divide: not the central bank, the bank of all deposits, the residual provider,
  /// nor coins that cannot move.
  private static let divisible = [
    "TSY", "FBK", "MMF", "FO", "HN", "INST", "HF", "DLR", "ROW", "SC", "CRY", "EXC", "MM", "ETF",
    "DAT", "SOV", "MINE", "SYN", "BASIS", "DEFI", "RETAIL", "WHALE",
  ]

  private static func world(_ splits: [AccountSplit]) throws -> World {
    var plan = WorldPlan(start: WorldPlan.standardStart, splits: splits)
    plan.claims = [
      ClaimPlan(
        "yen",
        of: "Japanese banks",
        isBank: true,
        price: 0.0065,
        quantityDecimals: 2,
        priceDecimals: 8,
        origin: .owedBy("ROW", as: "yen loans"),
        holders: [.init("RLP", 10e12)]
      )
    ]
    return try World(plan, catalogue: .standard, seed: 1, run: 0)
  }

  private static func split(
    _ account: String,
    _ name: String,
    _ shares: [Double],
    pairedCreditor: String = ""
  ) -> AccountSplit {
    AccountSplit(
      account,
      shares.enumerated().map { .init("\(name) \($0.offset + 1)", $0.element) },
      pairedCreditor: pairedCreditor
    )
  }

  @Test(
    "random shares of random accounts conserve everything and leave nothing behind",
    arguments: 0..<40
  )
  func conserves(number: Int) throws {
    var stream = Stream(seed: 3, run: UInt64(number), purpose: Purpose(rawValue: 0xDEF2))
    let whole = try Self.world([])
    var accounts = Self.divisible
    var splits: [AccountSplit] = []
    for place in 0...stream.nextIndex(below: 3) {
      let account = accounts.remove(at: stream.nextIndex(below: accounts.count))
      let weights = (0...stream.nextIndex(below: 6)).map { _ in 0.01 + stream.nextUniform() }
      let sum = weights.reduce(0, +)
      splits.append(Self.split(account, "part \(place)", weights.map { $0 / sum }))
    }
    let divided = try Self.world(splits)
    #expect(divided.ledger.openingGaps().isEmpty)
    for name in whole.accountNames {
      let account = try #require(divided.ledger.account(named: name))
      let worth = divided.ledger.netWorth(of: account)
      let before = whole.ledger.netWorth(of: account)
      guard let split = splits.first(where: { $0.account == name }) else {
        #expect(worth == before, "\(name)")
        continue
      }
      #expect(worth == 0)
      let sheet = divided.ledger.balanceSheet(of: account)
      #expect(sheet.assets.isEmpty && sheet.liabilities.isEmpty, "\(name)")
      let parts = try split.parts.map { part in
        divided.ledger.netWorth(of: try #require(divided.ledger.account(named: part.name)))
      }
      #expect(parts.reduce(0, +) == before, "\(name)")
    }
    #expect(Self.totals(of: divided) == Self.totals(of: whole))
  }

  /// What all accounts together hold of each family.
  private static func totals(of world: World) -> [String: Int64] {
    var totals: [String: Int64] = [:]
    for place in 0..<UInt32(world.ledger.instrumentCount) {
      let instrument = InstrumentID(index: place)
      let held = world.ledger.holdings(in: instrument).reduce(Int64(0)) {
        $0 + max(0, $1.quantity.units)
      }
      guard held > 0 else { continue }
      totals[world.ledger.description(of: instrument).family, default: 0] += held
    }
    return totals
  }

  @Test("three dealers: assets by share to the unit, debts with their names, lenders as before")
  func names() throws {
    let world = try Self.world([Self.split("DLR", "dealer", [0.5, 0.3, 0.2])])
    #expect(try world.quantity("coupons", of: "dealer 2") == 1_500_000_000_000_000)
    #expect(try world.quantity("repo HF", of: "dealer 3") == 3_800_000_000_000_000)
    #expect(try world.quantityOutstanding("repo dealer 1") == 18_500_000_000_000_000)
    #expect(try world.quantity("repo dealer 1", of: "MMF") == 13_000_000_000_000_000)
    #expect(try world.quantityOutstanding("repo DLR") == 0)
    #expect(AccountSplit("FBK", []).claimName("CD/CP", of: "bank 1") == "CD/CP of bank 1")
    #expect(AccountSplit("FBK", []).claimName("repo FBK", of: "bank 1") == "repo bank 1")
  }

  @Test("paired funds owe their own dealer all that they borrow, and a third of it each")
  func pairs() throws {
    let thirds = [1.0 / 3, 1.0 / 3, 1.0 / 3]
    let world = try Self.world([
      Self.split("DLR", "dealer", thirds),
      Self.split("HF", "fund", thirds, pairedCreditor: "DLR"),
    ])
    for number in 1...3 {
      let debt = "repo fund \(number)"
      let owed = try world.quantityOutstanding(debt)
      #expect(try world.quantity(debt, of: "dealer \(number)") == owed)
      // A third is 0.333… of fifteen places: the same to a cent.
      #expect(abs(owed - 19_000_000_000_000_000 / 3) < 100)
      #expect(try world.quantity("repo HF", of: "dealer \(number)") == 0)
    }
    #expect(world.ledger.openingGaps().isEmpty)
  }

  @Test(
    "what cannot be split is refused by name",
    arguments: [
      [split("FED", "a", [1])], [split("RLP", "a", [1])], [split("BNK", "a", [1])],
      [split("nobody", "a", [1])], [split("DLR", "a", [0.5, 0.4])],
      [split("DLR", "a", [1.5, -0.5])], [split("DLR", "a", [])],
      [split("DLR", "a", [1]), split("DLR", "b", [1])],
      [split("HF", "a", [1], pairedCreditor: "DLR")],
      [split("DLR", "a", [0.5, 0.5]), split("HF", "b", [0.4, 0.6], pairedCreditor: "DLR")],
    ]
  )
  func refuses(splits: [AccountSplit]) {
    #expect {
      _ = try Self.world(splits)
    } throws: { error in
      guard case .invalid(let field, _, _, _) = error as? WorldError else { return false }
      return field.hasPrefix("splits.")
    }
  }

  @Test("an account whose claims have a market stays whole")
  func market() {
    var plan = WorldPlan.funding()
    plan.splits = [Self.split("TSY", "state", [0.5, 0.5])]
    #expect(throws: WorldError.self) {
      try World(plan, catalogue: .standard, seed: 1, run: 0)
    }
  }
}
