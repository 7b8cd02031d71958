import Quantities
import Testing

@testable import Economy

/// The whole funding side in one world of one bar a day: Treasury, central bank, curve, lenders, dealer, fund,
/// households.
enum FundingWorld {
  static let catalogue = ParticipantCatalogue([
    BondCurve.self, CashLender.self, CentralBank.self, Dealer.self, GoldRevaluer.self,
    Household.self, Official.self, RelativeValueFund.self, Treasury.self,
  ])

  /// Who lends besides the money funds: banks out of reserves, allocators and foreign officials.
  static func lenders(bankCashKept: Double = 1_900e9) -> [ParticipantPlan] {
    [
      ParticipantPlan("cash_lender", "money funds"),
      ParticipantPlan(
        "cash_lender",
        "banks",
        numbers: ["cash_kept_usd": bankCashKept, "bill_share": 0],
        words: [
          "account": "BNK", "money": "reserves", "outside": "reserves", "facility": "",
          "shares": "",
        ]
      ),
      ParticipantPlan(
        "cash_lender",
        "allocators",
        numbers: ["cash_kept_usd": 700e9, "bill_share": 0],
        words: [
          "account": "INST", "outside": "bills", "facility": "", "shares": "",
          "debt": "repo INST",
        ]
      ),
      ParticipantPlan(
        "cash_lender",
        "foreign officials",
        numbers: ["cash_kept_usd": 0, "bill_share": 0],
        words: ["account": "FO", "facility": "", "shares": ""]
      ),
    ]
  }

  /// Foreign banks only pay for what they owe the dealer.
  static let foreignBanks = ParticipantPlan(
    "cash_lender",
    "foreign banks",
    numbers: ["cash_kept_usd": 1e13, "bill_share": 0],
    words: [
      "account": "FBK", "money": "reserves", "outside": "reserves", "facility": "", "shares": "",
      "debt": "repo FBK",
    ]
  )

  /// A plan: the official world's markets, and everyone else of the funding side.
  static func plan(
    bank: [String: String] = ["balance_sheet": "hold"],
    bankNumbers: [String: Double] = [:],
    lenders: [ParticipantPlan] = FundingWorld.lenders(),
    dealer: [String: Double] = [:],
    others: [ParticipantPlan] = [foreignBanks],
    without: Set<String> = []
  ) -> WorldPlan {
    var plan = OfficialWorld.plan(bank: bank, bankNumbers: bankNumbers, without: without)
    plan.participants += lenders + others
    plan.participants += [
      ParticipantPlan("dealer", "dealers", numbers: dealer),
      ParticipantPlan("relative_value_fund", "funds"),
      ParticipantPlan("household", "households"),
    ]
    return plan
  }

  static func world(_ plan: WorldPlan, days: Int, seed: UInt64 = 1) throws -> World {
    let world = try World(plan, catalogue: catalogue, seed: seed, run: 0)
    try world.run(days: days)
    return world
  }

  /// The same plan without the participant of a name.
  static func plan(_ plan: WorldPlan, without name: String) -> WorldPlan {
    var plan = plan
    plan.participants.removeAll { $0.name == name }
    return plan
  }
}

extension World {
  /// I6 line by line, in the ledger's 10⁻¹² dollars: what the central bank has less what it owes less its worth.
  func centralBankIdentity() throws -> Int128 {
    let bank = try #require(ledger.account(named: "FED"))
    var gap = -ledger.netWorth(of: bank)
    for name in ledgerNames {
      let instrument = try #require(ledger.instrument(named: name))
      let held = Int128(ledger.holding(of: bank, in: instrument).units)
      let price = Int128(ledger.price(of: instrument).units)
      let scale = Self.scale(of: ledger.description(of: instrument))
      gap += held * price * scale
      if case .claim(bank) = ledger.description(of: instrument).form {
        gap -= Int128(ledger.outstanding(instrument).units) * price * scale
      }
    }
    return gap
  }

  private static func scale(of instrument: LedgerInstrument) -> Int128 {
    var scale: Int128 = 1
    for _ in 0..<(12 - instrument.quantityDecimals - instrument.priceDecimals) { scale *= 10 }
    return scale
  }

  /// Everything that the central bank can have or owe, by the sheet's names, and loans of the tests.
  private var ledgerNames: [String] {
    let fixed = [
      "bills", "coupons", "MBS", "gold certificates", "swap-line claims", "Fed premises and other",
      "reserves", "ON RRP", "foreign repo pool", "TGA", "currency", "standing repo DLR",
    ]
    let banks = ["BNK", "regional banks"].flatMap {
      ["discount window \($0)", "standing repo \($0)"]
    }
    return (fixed + banks + ["loan of discount window"]).filter {
      ledger.instrument(named: $0) != nil
    }
  }

  /// The mean of a figure over the days in which the overnight market traded.
  func mean(_ measure: (RepoDay) -> Double, from first: Int = 0, to last: Int = .max) -> Double {
    let values = days.enumerated().filter { $0.offset >= first && $0.offset < last }
      .compactMap { $0.element.repo.map(measure) }
    return values.reduce(0, +) / Double(max(1, values.count))
  }
}
