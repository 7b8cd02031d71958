/// The claims that series can decide, by family: one file each in this folder.
enum EvidenceRules {
  /// Examines one claim on the data it can see.
  typealias Rule = @Sendable (inout Examination) throws(EvidenceGap) -> Finding

  /// The families, in the order of the folder.
  static let families: [[String: Rule]] = [
    BitcoinPriceEvidence.rules, VolatilityEvidence.rules, CorrelationEvidence.rules,
    FundFlowEvidence.rules, JapanEvidence.rules, ReservesEvidence.rules, PolicyRateEvidence.rules,
    CreditEvidence.rules,
    TreasuryCompanyEvidence.rules, AltcoinEvidence.rules, SessionEvidence.rules,
    DollarAndGoldEvidence.rules,
  ]

  /// The errors of the articles that a rule corrects by a number of its own, where the store has the data.
  static let correctedErrors: Set<String> = [
    "E02", "E03", "E05", "E09", "E10", "E12", "E16", "E28", "E29", "E30", "E33", "E35", "E37",
    "E51",
    "E52", "E56", "E58", "E65", "E69",
  ]

  /// The rule of a claim, or nil where no series decides it.
  static func rule(for claim: String) -> Rule? {
    for family in families {
      if let rule = family[claim] { return rule }
    }
    return nil
  }
}
