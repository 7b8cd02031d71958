/// The claims that series can decide, by family: one file each in this folder.
enum EvidenceRules {
  /// The families, in the order of the folder.
  static let families: [[String: EvidenceRule]] = [
    BitcoinPriceEvidence.rules, VolatilityEvidence.rules, CorrelationEvidence.rules,
    FundFlowEvidence.rules, JapanEvidence.rules, ReservesEvidence.rules, PolicyRateEvidence.rules,
    CreditEvidence.rules,
    TreasuryCompanyEvidence.rules, AltcoinEvidence.rules, SessionEvidence.rules,
    DollarAndGoldEvidence.rules,
  ]

  /// The rule of a claim, or nil where no series decides it.
  static func rule(for claim: String) -> EvidenceRule? {
    for family in families {
      if let rule = family[claim] { return rule }
    }
    return nil
  }
}
