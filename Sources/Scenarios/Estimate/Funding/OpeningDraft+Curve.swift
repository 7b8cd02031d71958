import Economy

/// Yields, and what the curve needs to open at them.
extension OpeningDraft {
  private static let kind = BondCurve.kind

  /// Bill and ten-year yields, the term premium, rate volatility and the long-run rate.
  mutating func addCurve() throws(ScenarioError) {
    let move = add(
      "MOVE",
      .volatilityIndex,
      unit: "basis points",
      else: number(Self.kind, "move_index")
    )
    if let move { try set(Self.kind, "move_index", move) }
    let figure = "the figure of the world"
    let bills = add("bill yield", .billYield, else: 3.9, because: figure)
    let tenYear = add("ten-year yield", .tenYearYield, else: 4.1, because: figure)
    let premium = try addPremium(tenYear: tenYear)
    guard let effectiveRate else {
      let names: Set = ["bill yield", "ten-year yield"]
      note("not used: without EFFR and its range the curve cannot open at it", on: names)
      return
    }
    open("ten-year yield", tenYear)
    guard let bills else { return }
    open("bill yield", bills)
    let yield = curve(effectiveRate, premium: premium).yield(months: 3)
    try set(Self.kind, "bill_yield_shift_percent", bills - yield)
  }

  /// The term premium and the long-run rate: one published and the other derived, if the yield is known.
  ///
  /// - Returns: The term premium of the opening.
  private mutating func addPremium(tenYear: Double?) throws(ScenarioError) -> Double {
    let found = estimate.finding(.termPremium)
    let rule = TermPremium().tenYear(supply: 0, moveIndex: number(Self.kind, "move_index"))
    let standard = rule + number(Self.kind, "term_premium_shift_percent")
    guard let tenYear, let effective = effectiveRate else {
      add("term premium", found, unit: "percent", else: standard)
      note("not used: without EFFR and the ten-year yield it is not set", on: ["term premium"])
      keepLongRunRate()
      return standard
    }
    let sources = [estimate.finding(.tenYearYield), estimate.finding(.effectiveRate)]
    guard let published = found.value?.number else {
      let premium = tenYear - curve(effective, premium: 0).yield(months: 120)
      assume(
        "term premium",
        premium,
        unit: "percent",
        "derived: the ten-year yield less the expected path of EFFR towards the long-run rate; "
          + found.reason,
        from: sources
      )
      try open(premium: premium, above: rule)
      keepLongRunRate()
      return premium
    }
    add("term premium", found, unit: "percent", else: standard)
    try open(premium: published, above: rule)
    // The yield is linear in the long-run rate: two points give it.
    let low = curve(effective, premium: published, longRun: 0).yield(months: 120)
    let high = curve(effective, premium: published, longRun: 1).yield(months: 120)
    let rate = (tenYear - low) / (high - low)
    try set(Self.kind, "long_run_rate_percent", rate)
    assume(
      "long-run rate",
      rate,
      unit: "percent",
      "derived: the ten-year yield less the term premium is the expected path of EFFR",
      from: sources + [found]
    )
    return published
  }

  private mutating func open(premium: Double, above rule: Double) throws(ScenarioError) {
    try set(Self.kind, "term_premium_shift_percent", premium - rule)
    open("term premium", premium)
  }

  private mutating func keepLongRunRate() {
    assume(
      "long-run rate",
      number(Self.kind, "long_run_rate_percent"),
      unit: "percent",
      "\(Self.ofThePlan); no series"
    )
  }

  /// The curve of the world at the opening.
  private func curve(
    _ shortRate: Double,
    premium: Double,
    longRun: Double? = nil
  ) -> YieldCurve {
    var curve = YieldCurve(shortRate: shortRate, tenYearPremium: premium)
    let anchor = longRun ?? number(Self.kind, "long_run_rate_percent")
    curve.neutralRealRate = anchor - curve.inflationTarget
    return curve
  }
}
