/// What the world of dollar funding is made of: the Treasury, the central bank and the overnight market.
///
/// Accounts are those of the opening sheet (`model.md` §3.28). Volumes and volatilities of the two markets,
/// what each lender keeps, and what the residual provider takes are assumptions.
enum DefaultFundingWorld {
  private typealias Endowment = ParticipantPlan.Endowment

  static let markets: [MarketPlan] = [bills, coupons]

  /// The reserve of stablecoin issuers too.
  static let bills = MarketPlan(
    "bills",
    price: 1,
    value: .par,
    hours: .newYork,
    dailyVolume: 500e9,
    dailyVolatility: 0.000_5
  )

  static let coupons = MarketPlan(
    "coupons",
    price: 1,
    value: .published(figure: "coupons value"),
    hours: .newYork,
    dailyVolume: 900e9,
    dailyVolatility: 0.004
  )

  /// The official sector and the anchor of coupons.
  static let officials: [ParticipantPlan] = [
    ParticipantPlan("central_bank", "central bank"), ParticipantPlan("treasury", "treasury"),
    ParticipantPlan("bond_curve", "curve"),
  ]

  /// Who lends overnight; foreign banks only pay for what they owe the dealers.
  static let lenders: [ParticipantPlan] = [
    ParticipantPlan("cash_lender", "money funds"),
    lender("banks", "BNK", kept: 1_900e9, ["money": "reserves", "outside": "reserves"]),
    lender("allocators", "INST", kept: 700e9, ["outside": "bills", "debt": "repo INST"]),
    lender("foreign officials", "FO", kept: 0, [:]),
    lender(
      "foreign banks",
      "FBK",
      kept: 1e13,
      ["money": "reserves", "outside": "reserves", "debt": "repo FBK"]
    ),
  ]

  private static func lender(
    _ name: String,
    _ account: String,
    kept: Double,
    _ words: [String: String]
  ) -> ParticipantPlan {
    ParticipantPlan(
      "cash_lender",
      name,
      numbers: ["cash_kept_usd": kept, "bill_share": 0],
      words: words.merging(["account": account, "facility": "", "shares": ""]) { own, _ in own }
    )
  }

  /// Who borrows, and who pays taxes and saves.
  static let borrowers: [ParticipantPlan] = [
    ParticipantPlan("dealer", "dealers"), ParticipantPlan("relative_value_fund", "funds"),
    ParticipantPlan("household", "households"),
  ]

  static let residualProvider = [
    Endowment("bills", 400e9, from: "HN"), Endowment("coupons", 1_000e9, from: "INST"),
    Endowment("deposits", 4_000e9, from: "HN"),
  ]
}
