extension MarketMaker {
  static let declaredParameters = [
    ParameterDeclaration(
      "depth_share",
      0.25,
      in: 0...1,
      "part of a market's depth it shows in calm, among its peers",
      basis: "assumption: four makers of equal size"
    ),
    ParameterDeclaration(
      "jump_sigmas",
      5,
      in: 0.5...100,
      "bar return, in standard deviations, that frightens it",
      basis: "model.md §3.6"
    ),
    ParameterDeclaration(
      "premium_limit",
      0.01,
      in: 0...1,
      "|mark − index|/index that frightens it",
      basis: "model.md §3.6"
    ),
    ParameterDeclaration(
      "drawdown_limit",
      0.05,
      in: 0...1,
      "loss of equity within a day that frightens it",
      basis: "model.md §3.6"
    ),
    ParameterDeclaration(
      "withdrawn_share",
      0.05,
      in: 0...1,
      "w_f, what it offers while frightened",
      basis: "model.md §3.6"
    ),
    ParameterDeclaration(
      "withdrawal_minutes",
      20,
      in: 0...10_000,
      "τ_w, how long it stays away",
      basis: "model.md §3.6"
    ),
    ParameterDeclaration(
      "recovery_hours",
      2,
      in: 0...1000,
      "how long its return takes",
      basis: "model.md §3.6"
    ),
    ParameterDeclaration(
      "failure_sigmas",
      10,
      in: 0.5...100,
      "bar return that can break its interface",
      basis: "model.md §3.6"
    ),
    ParameterDeclaration(
      "failure_probability",
      0.02,
      in: 0...1,
      "probability that it does",
      basis: "model.md §3.6"
    ),
    ParameterDeclaration(
      "ruin_share",
      0.3,
      in: 0...1,
      "share of the opening equity below which it leaves",
      basis: "model.md §3.6"
    ),
    ParameterDeclaration(
      "exit_days",
      30,
      in: 0...1000,
      "how long it is gone then",
      basis: "model.md §3.6"
    ),
    ParameterDeclaration(
      "absorbed_share",
      0.05,
      in: 0...1,
      "part of a bar's net flow it takes into inventory",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "inventory_max",
      0.5,
      in: 0.001...10,
      "inventory over opening equity at which it takes no more",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "unwind_half_life_days",
      0.125,
      in: 0.001...100,
      "ρ_I as the half-life of its inventory",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "opening_short_usd",
      0,
      in: 0...1e11,
      "perpetual shorts against its coins in its first market",
      basis: "model.md §3.28: 5 bn for all makers"
    ),
  ]

  struct Rule: Sendable {
    let jumpSigmas: Double
    let premiumLimit: Double
    let drawdownLimit: Double
    let failureSigmas: Double
    let failureProbability: Double
    let ruinShare: Double
    let exitDays: Double
    let absorbedShare: Double
    let inventoryMax: Double
    let unwindHalfLifeDays: Double

    init(_ setup: WorldSetup) {
      jumpSigmas = setup.number("jump_sigmas")
      premiumLimit = setup.number("premium_limit")
      drawdownLimit = setup.number("drawdown_limit")
      failureSigmas = setup.number("failure_sigmas")
      failureProbability = setup.number("failure_probability")
      ruinShare = setup.number("ruin_share")
      exitDays = setup.number("exit_days")
      absorbedShare = setup.number("absorbed_share")
      inventoryMax = setup.number("inventory_max")
      unwindHalfLifeDays = setup.number("unwind_half_life_days")
    }
  }
}
