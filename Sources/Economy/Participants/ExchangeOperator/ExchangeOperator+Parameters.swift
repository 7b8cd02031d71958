extension ExchangeOperator {
  struct Rule: Sendable {
    /// What stands for "no end in sight" in figures of months.
    static let monthsMax = 1000.0

    let hackRate: Double
    let hackMin: Double
    let hackMax: Double
    let hackExponent: Double
    let feeRate: Double
    let volumeShare: Double
    let costPerMonth: Double
    let reserve: Double
    let retainedShare: Double
    let bridgeMax: Double
    let bridgeRate: Double
    let bridgeDelay: Double
    let equityMax: Double
    let equityDelay: Double
    let haltDays: Double
    let rebuyDays: Double
    let lender: LedgerAccountID
    let investor: LedgerAccountID
    let supplier: LedgerAccountID

    init(_ setup: inout WorldSetup) throws(WorldError) {
      hackRate = setup.number("hack_rate_per_year")
      hackMin = setup.number("hack_min_usd")
      hackMax = setup.number("hack_max_usd")
      hackExponent = setup.number("hack_exponent")
      feeRate = setup.number("fee_rate")
      volumeShare = setup.number("volume_share")
      costPerMonth = setup.number("cost_usd_per_month")
      reserve = setup.number("reserve_usd")
      retainedShare = setup.number("retained_share")
      bridgeMax = setup.number("bridge_max_usd")
      bridgeRate = setup.number("bridge_rate_per_year")
      bridgeDelay = setup.number("bridge_delay_days")
      equityMax = setup.number("equity_max_usd")
      equityDelay = setup.number("equity_delay_days")
      haltDays = setup.number("halt_days")
      rebuyDays = setup.number("rebuy_days")
      lender = try setup.account(named: setup.word("lender"))
      investor = try setup.account(named: setup.word("investor"))
      supplier = try setup.account(named: setup.word("supplier"))
      guard hackMin <= hackMax else {
        throw setup.invalid("hack_min_usd", "\(hackMin)", "at most hack_max_usd", [])
      }
    }
  }

  static let declaredParameters = [
    ParameterDeclaration(
      "balances_usd",
      2.5e9,
      in: 0...1e13,
      "dollars that customers are owed at the opening",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "custody_units",
      60_000,
      in: 0...1e9,
      "coins that customers are owed at the opening",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "reserve_usd",
      0.7e9,
      in: 0...1e13,
      "retained reserve, a part of its own money",
      basis: "S4.C02: 0.7 to 1.0 bn"
    ),
    ParameterDeclaration(
      "fee_rate",
      0.000_5,
      in: 0...0.1,
      "fee of a trade",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "volume_share",
      0.13,
      in: 0...1,
      "its share of the coin's volume",
      basis: "S45: income 0.18 bn a month at 90 bn a day"
    ),
    ParameterDeclaration(
      "cost_usd_per_month",
      55e6,
      in: 0...1e12,
      "costs",
      basis: "S45"
    ),
    ParameterDeclaration(
      "retained_share",
      0.2,
      in: 0...1,
      "share of profits added to the reserve",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "hack_rate_per_year",
      0.15,
      in: 0...100,
      "h_x, thefts a year",
      basis: "model.md §3.23"
    ),
    ParameterDeclaration(
      "hack_min_usd",
      20e6,
      in: 1...1e12,
      "smallest theft",
      basis: "model.md §3.23"
    ),
    ParameterDeclaration(
      "hack_max_usd",
      2e9,
      in: 1...1e12,
      "largest theft",
      basis: "model.md §3.23"
    ),
    ParameterDeclaration(
      "hack_exponent",
      1.1,
      in: 0.1...10,
      "α, tail exponent of thefts",
      basis: "model.md §3.23"
    ),
    ParameterDeclaration(
      "bridge_max_usd",
      0.5e9,
      in: 0...1e13,
      "most that lenders advance",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "bridge_rate_per_year",
      0.19,
      in: 0...2,
      "rate of the bridge loan: risk-free and 15 %",
      basis: "model.md §3.23"
    ),
    ParameterDeclaration(
      "bridge_delay_days",
      1,
      in: 0...1000,
      "days until the bridge loan",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "equity_max_usd",
      1e9,
      in: 0...1e13,
      "most that new shares raise",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "equity_delay_days",
      14,
      in: 0...1000,
      "days until new shares are sold",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "halt_days",
      1,
      in: 0...1000,
      "days of shut windows before customers bear a loss",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "rebuy_days",
      3,
      in: 0.01...1000,
      "days over which missing coins are bought back",
      basis: "assumption"
    ),
  ]
}
