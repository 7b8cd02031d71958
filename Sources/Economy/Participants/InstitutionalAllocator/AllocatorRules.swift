/// The numbers of an allocator's mandate, liquidity, capital and trading rules.
struct AllocatorRules: Sendable {
  let band: Double
  let executionSessions: Int
  let momentum: Double
  let momentumDays: Int
  let drawdownLimit: Double
  let mandateShare: Double
  let floorShare: Double
  let cutSessions: Int
  let openingHighRatio: Double
  let liquidityMin: Double
  let reserveCharge: Double

  init(_ setup: WorldSetup) {
    band = setup.number("band_share")
    executionSessions = Int(setup.number("execution_sessions"))
    momentum = setup.number("momentum_per_day")
    momentumDays = Int(setup.number("momentum_days"))
    drawdownLimit = setup.number("drawdown_limit")
    mandateShare = setup.number("mandate_share")
    floorShare = setup.number("floor_share")
    cutSessions = Int(setup.number("cut_sessions"))
    openingHighRatio = setup.number("opening_quarter_high_ratio")
    liquidityMin = setup.number("liquidity_min")
    reserveCharge = setup.number("reserve_charge")
  }

  /// The weight to hold: under a mandate in force, its floor for the share that it governs.
  func weight(of holding: AllocatorHolding) -> Double {
    guard holding.isCut else { return holding.weight }
    return holding.weight * (1 - mandateShare + mandateShare * floorShare)
  }
}
