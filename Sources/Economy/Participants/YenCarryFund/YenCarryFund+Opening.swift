extension YenCarryFund {
  /// The rule and the limits of a plan.
  static func models(
    _ setup: WorldSetup
  ) throws(WorldError) -> (YenCarryRule, YenCarryForce) {
    let lower = setup.number("ramp_lower_ratio")
    let upper = setup.number("ramp_upper_ratio")
    guard lower < upper else {
      throw setup.invalid("ramp_upper_ratio", "\(upper)", "more than ramp_lower_ratio", [])
    }
    let capacity = setup.number("capacity_usd")
    do throws(ModelError) {
      let rule = try YenCarryRule(
        capacity: capacity > 0 ? capacity : 1,
        ramp: lower...upper,
        volatilityTarget: setup.number("volatility_target_annual"),
        entry: setup.number("entry_share_per_day"),
        exit: setup.number("exit_share_per_day")
      )
      let force = try YenCarryForce(
        lossLimit: setup.number("margin_call_loss_share"),
        stopDeviations: setup.number("stop_deviations"),
        stopShare: setup.number("stop_share")
      )
      return (rule, force)
    } catch {
      throw setup.invalid("stop_deviations", "\(error)", "numbers that the rule admits", [])
    }
  }

  /// What it reads and what bounds its orders.
  static func terms(_ setup: inout WorldSetup) -> Terms {
    Terms(
      dollarRate: setup.figure(named: "policy rate", assumed: 3.875),
      yenRate: setup.figure(named: "yen policy rate", assumed: 0.5),
      longYield: setup.figure(named: "JGB ten-year yield", assumed: 1.82),
      hedgeCost: setup.number("hedge_cost_percent"),
      passThrough: setup.number("long_yield_pass_through"),
      riskLimit: setup.number("risk_limit_share"),
      forcedShare: setup.number("forced_share_of_volume"),
      chosenShare: setup.number("chosen_share_of_volume"),
      isScaled: setup.number("capacity_usd") == 0
    )
  }
}
