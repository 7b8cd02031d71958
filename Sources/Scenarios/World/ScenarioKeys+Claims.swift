import Economy

extension ScenarioKeys {
  static let claimPrice = ScenarioNumber<ClaimPlan>(
    "price_usd",
    \.price,
    in: 1e-6...1e7,
    isRequired: true,
    "opening price",
    basis: "scenario"
  )
  static let claim: [ScenarioField] = [
    ScenarioField("name", .text, isRequired: true, "the claim's name"),
    ScenarioField(
      "issuer",
      .text,
      isRequired: true,
      "the account that owes it; a new account if there is none of the name"
    ),
    ScenarioField("is_bank", .flag, "whether a new issuer keeps reserves and settles payments"),
    ScenarioField("unit", .text, "what one unit is called"),
    claimPrice.field,
    ScenarioField("quantity_decimals", .whole(0...8), "decimals of the smallest quantity"),
    ScenarioField("price_decimals", .whole(0...8), "decimals of the price"),
    ScenarioField(
      "replaces",
      .text,
      "the claim that holders give up for it, at the same value; this or owed_by"
    ),
    ScenarioField("owed_by", .text, "the account that owes the issuer the same; with loans"),
    ScenarioField("loans", .text, "the name of what that account owes"),
    ScenarioField(
      "holders",
      .quantities,
      isRequired: true,
      "accounts of the opening sheet and what they hold"
    ),
  ]

  /// The keys of a claim.
  public static var claimFields: [ScenarioField] { claim }
}
