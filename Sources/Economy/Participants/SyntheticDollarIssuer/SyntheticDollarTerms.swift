/// The numbers of an issuer of synthetic dollars, read once from its plan.
struct SyntheticDollarTerms: Sendable {
  let hedgeShareMax: Double
  let fundingFull: Double
  let mixRate: Double
  let hedgeLeverage: Double
  let tolerance: Double
  let fundFloor: Double
  let fundTarget: Double
  let tokenSaleShare: Double
  let baseYield: Double
  let stakedShare: Double
  let participation: Double
  let settlesOffExchange: Bool

  init(_ setup: WorldSetup) {
    hedgeShareMax = setup.number("hedge_share_max")
    fundingFull = setup.number("funding_full_rate_per_year")
    mixRate = setup.number("mix_share_per_day")
    hedgeLeverage = setup.number("hedge_leverage")
    tolerance = setup.number("hedge_tolerance_ratio")
    fundFloor = setup.number("fund_floor_ratio")
    fundTarget = setup.number("fund_target_ratio")
    tokenSaleShare = setup.number("token_sale_share_per_day")
    baseYield = setup.number("base_yield_per_year")
    stakedShare = setup.number("staked_share")
    participation = setup.number("participation_share")
    settlesOffExchange = setup.number("off_exchange_custody") > 0
  }

  static let parameters = [
    ParameterDeclaration(
      "reserve_fund_usd",
      65e6,
      in: 0...1e11,
      "the fund at the opening",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "residual_holder_share",
      0.2,
      in: 0...1,
      "share of the dollars with the residual provider",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "pool_holder_share",
      0.4,
      in: 0...1,
      "share of the dollars in lending pools",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "redemption_capacity_usd_per_day",
      0.7e9,
      in: 0...1e12,
      "C_R, what the window exchanges a day",
      basis: "model.md §3.8"
    ),
    ParameterDeclaration(
      "secondary_volume_usd_per_day",
      3e8,
      in: 1e3...1e12,
      "V_D of the dollars",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "secondary_volatility_per_day",
      0.003,
      in: 1e-6...1,
      "σ_D of the dollars",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "hedge_share_max",
      0.8,
      in: 0...1,
      "hedged coins over dollars when funding is full",
      basis: "model.md §3.8"
    ),
    ParameterDeclaration(
      "funding_full_rate_per_year",
      0.08,
      in: 0.001...10,
      "funding at which it holds that share",
      basis: "model.md §3.8"
    ),
    ParameterDeclaration(
      "mix_share_per_day",
      0.1,
      in: 0...1,
      "part of the distance to the target mix traded a day",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "hedge_leverage",
      3,
      in: 1...50,
      "leverage of the shorts, so that margin leaves stablecoins",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "hedge_tolerance_ratio",
      0.01,
      in: 0...1,
      "distance of shorts from coins that it leaves",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "fund_floor_ratio",
      0.003,
      in: 0...1,
      "fund over dollars below which it sells tokens",
      basis: "model.md §3.8"
    ),
    ParameterDeclaration(
      "fund_target_ratio",
      0.01,
      in: 0...1,
      "fund over dollars above which stakers are paid",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "token_sale_share_per_day",
      0.05,
      in: 0...1,
      "g_s, part of its tokens sold a day in defence",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "base_yield_per_year",
      0.03,
      in: 0...1,
      "yield of bills and staking in the published yield",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "staked_share",
      0.5,
      in: 0.01...1,
      "part of the dollars that earns the yield",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "participation_share",
      0.05,
      in: 0.001...1,
      "η, most of a coin's volume that it trades",
      basis: "model.md §3"
    ),
    ParameterDeclaration(
      "off_exchange_custody",
      1,
      in: 0...1,
      "1 if a failed venue costs only gains not yet settled, 0 if it costs the margin",
      basis: "model.md §3.8"
    ),
  ]
}
