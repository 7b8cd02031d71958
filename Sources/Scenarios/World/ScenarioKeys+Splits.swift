import Economy

extension ScenarioKeys {
  static let split: [ScenarioField] = [
    ScenarioField(
      "account",
      .text,
      isRequired: true,
      "the account of the opening sheet that becomes several"
    ),
    ScenarioField(
      "parts",
      .quantities,
      isRequired: true,
      "the accounts that it becomes and the share of everything that each gets; they sum to one"
    ),
    ScenarioField(
      "paired_creditor",
      .text,
      "an account that an earlier split divided by the same shares: the first part owes the first of its parts, and so on"
    ),
  ]

  /// The keys of a split of an account.
  public static var splitFields: [ScenarioField] { split }
}
