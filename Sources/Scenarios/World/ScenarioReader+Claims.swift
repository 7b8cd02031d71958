import Economy

extension ScenarioReader {
  /// Claims beyond the opening sheet: a currency, an index, deposits of a second bank.
  mutating func readClaims(into plan: inout WorldPlan) throws(ScenarioError) {
    for (index, node) in try fields.items("claims").enumerated() {
      let (entry, name) = try entry(
        node,
        "claims",
        index,
        keys: ScenarioKeys.claim,
        more: ["remove"]
      )
      let place = plan.claims.firstIndex { $0.name == name }
      let others = ScenarioKeys.claim.map(\.name).filter { $0 != "name" }
      if try removes(entry, inBase: plan.claims.map(\.name), keys: others) {
        plan.claims.removeAll { $0.name == name }
        continue
      }
      if place == nil { _ = try entry.required("price_usd", "a number") }
      var claim: ClaimPlan
      if let place { claim = plan.claims[place] } else { claim = try newClaim(name, entry) }
      try change(&claim, entry, isNew: place == nil)
      if let place { plan.claims[place] = claim } else { plan.claims.append(claim) }
    }
  }

  private func newClaim(
    _ name: String,
    _ entry: StrictFields
  ) throws(ScenarioError) -> ClaimPlan {
    guard let origin = try origin(entry) else {
      _ = try entry.required("replaces", "a claim, or owed_by and loans")
      preconditionFailure("a key that is required and absent is an error")
    }
    return ClaimPlan(name, of: try entry.text("issuer"), origin: origin, holders: [])
  }

  private func change(
    _ claim: inout ClaimPlan,
    _ entry: StrictFields,
    isNew: Bool
  ) throws(ScenarioError) {
    if let issuer = try entry.optionalText("issuer") { claim.issuer = issuer }
    if let isBank = try entry.optionalFlag("is_bank") { claim.isBank = isBank }
    if let unit = try entry.optionalText("unit") { claim.unit = unit }
    try ScenarioKeys.claimPrice.read(entry, into: &claim)
    if let decimals = try entry.optionalWhole("quantity_decimals", in: 0...8) {
      claim.quantityDecimals = decimals
    }
    if let decimals = try entry.optionalWhole("price_decimals", in: 0...8) {
      claim.priceDecimals = decimals
    }
    if let origin = try origin(entry) { claim.origin = origin }
    if isNew || entry.node("holders") != nil {
      claim.holders = try entry.quantities("holders").map { CoinPlan.Holder($0.name, $0.quantity) }
    }
    guard claim.quantityDecimals + claim.priceDecimals > 12 else { return }
    let node = try entry.required("price_decimals", "at most 12 decimals with quantity_decimals")
    throw entry.failure("price_decimals", node, "at most 12 decimals with quantity_decimals")
  }

  /// Where the claim comes from; nil if the entry does not say.
  private func origin(_ entry: StrictFields) throws(ScenarioError) -> ClaimPlan.Origin? {
    if let replaced = try entry.optionalText("replaces") {
      for key in ["owed_by", "loans"] {
        guard let node = entry.node(key) else { continue }
        throw entry.failure(key, node, "nothing, because replaces is given")
      }
      return .replaces(replaced)
    }
    guard entry.node("owed_by") != nil || entry.node("loans") != nil else { return nil }
    return .owedBy(try entry.text("owed_by"), as: try entry.text("loans"))
  }
}
