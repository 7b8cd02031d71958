import Economy

/// Rates of the central bank and of the overnight market.
extension OpeningDraft {
  private static let kind = CentralBank.kind

  /// The range, the rates that hang on it, EFFR and the percentiles of SOFR.
  mutating func addRates() throws(ScenarioError) {
    let kind = Self.kind
    let lower = number(kind, "rate_lower_percent")
    let width = number(kind, "range_width_percent")
    let range = (
      add("policy rate, lower end", .rangeLower, else: lower),
      add("policy rate, upper end", .rangeUpper, else: lower + width)
    )
    if case (.some(let low), .some(let high)) = range {
      try set(kind, "rate_lower_percent", low)
      try set(kind, "range_width_percent", high - low)
    }
    let opened = number(kind, "rate_lower_percent")
    let onReserves = add(
      "IORB",
      .interestOnReserves,
      else: opened + number(kind, "interest_on_reserves_percent"),
      because: "as far above the lower end as in the scenario"
    )
    if let onReserves, range.0 != nil, range.1 != nil {
      try set(kind, "interest_on_reserves_percent", onReserves - opened)
    }
    assume(
      "ON RRP rate",
      opened,
      unit: "percent",
      "no series of the rate: the lower end of the range, model.md §3.19"
    )
    assume(
      "standing repo rate",
      opened + number(kind, "range_width_percent"),
      unit: "percent",
      "no series of the rate: the upper end of the range, model.md §3.19; before July 2021 there was no such facility"
    )
    let effective = add("EFFR", .effectiveRate, else: 3.88, because: "the figure of the world")
    let secured = zip(Self.percentiles, OpeningSource.securedRates).map { name, source in
      add(name, source, else: 0, because: "no rate before the first settlement")
    }
    guard range.0 != nil, range.1 != nil else {
      note(
        "not used: without the range no rate is set",
        on: Set(["EFFR", "IORB"] + Self.percentiles)
      )
      return
    }
    effectiveRate = effective
    open("EFFR", effective)
    for (name, rate) in zip(Self.percentiles, secured) { open(name, rate) }
  }

  /// EFFR less IORB under abundance: so that demand for reserves opens EFFR where it was.
  mutating func addReserveDemand() throws(ScenarioError) {
    let assets = CentralBank.bankAssetsAssumed
    assume("bank assets", assets / 1e9, unit: "USD bn", "no series; model.md §3.28")
    let floor = number(Self.kind, "reserve_spread_floor_percent")
    let name = "EFFR less IORB, reserves abundant"
    let found = estimate.finding(.effectiveRate)
    guard let effectiveRate, let onReserves = value("IORB"), let reserves = value("reserves")
    else {
      assume(
        name,
        floor,
        unit: "percent",
        "\(Self.ofThePlan); without EFFR and its range none is derived"
      )
      return
    }
    let curve = ReserveDemand(spreadFloor: 0)
    let spread = effectiveRate - onReserves - curve.spread(at: reserves * 1e9 / assets)
    try set(Self.kind, "reserve_spread_floor_percent", spread)
    assume(
      name,
      spread,
      unit: "percent",
      "derived: EFFR opens where it was, given IORB, reserves and bank assets",
      from: [found, estimate.finding(.interestOnReserves), estimate.finding(.reserves)]
    )
  }

  /// A state that was added.
  private func value(_ name: String) -> Double? { states.first { $0.name == name }?.value }

  private static let percentiles = ["SOFR p01", "SOFR p25", "SOFR", "SOFR p75", "SOFR p99"]
}
