extension DefaultWorld {
  private typealias Endowment = ParticipantPlan.Endowment

  /// A second group of banks and firms that owe both, carved out of the sheet's banks and households.
  ///
  /// The sheet has one bank and one debtor. All amounts are assumptions: firms owe 5 800 bn of its 12 800 of
  /// loans, near US banks' commercial, industrial and commercial-property loans; the regional group has 1 900 of
  /// these, 700 of the rest, and a fifth of the deposits.
  static let bankClaims: [ClaimPlan] = [
    ClaimPlan(
      "regional deposits",
      of: "regional banks",
      isBank: true,
      origin: .replaces("deposits"),
      holders: [CoinPlan.Holder("HN", 3_500e9)]
    ),
    ClaimPlan(
      "firm loans",
      of: "firms",
      origin: .replaces("bank loans"),
      holders: [CoinPlan.Holder("BNK", 3_900e9)]
    ),
    ClaimPlan(
      "regional loans",
      of: "firms",
      origin: .replaces("bank loans"),
      holders: [CoinPlan.Holder("BNK", 1_900e9)]
    ),
  ]

  /// The two groups of banks, the regional group's customers, the firms and the credit cycle.
  ///
  /// They replace the cash lender "banks". Whoever else takes deposits of households takes at most what is
  /// left of 15 500 bn after the residual provider's, 3 500 of regional deposits and 2 500 of the firms.
  static let banks: [ParticipantPlan] = [
    // The share of reserves with which they open: were they to hoard more, dealers would be refused in calm.
    ParticipantPlan("bank", "banks", numbers: ["reserve_ratio_max": 0.11]),
    ParticipantPlan(
      "bank",
      "regional banks",
      numbers: ["capital_ratio_opening": 0.12, "pledged_loan_share": 0.1],
      words: [
        "account": "regional banks", "deposits": "regional deposits", "loans": "regional loans",
        "borrowers": "",
      ],
      endowments: [
        Endowment("regional loans", 1_900e9, from: "BNK"),
        Endowment("bank loans", 700e9, from: "BNK"),
        Endowment("coupons", 400e9, from: "BNK"), Endowment("MBS", 600e9, from: "BNK"),
        Endowment("reserves", 400e9, from: "BNK"),
      ]
    ),
    ParticipantPlan(
      "depositors",
      "regional customers",
      endowments: [Endowment("regional deposits", 3_500e9, from: "HN")]
    ),
    ParticipantPlan(
      "firm",
      "firms",
      words: [
        "banks": "BNK,regional banks", "loans": "firm loans,regional loans",
        "moneys": "deposits,regional deposits", "owners": "HN,regional customers",
      ],
      endowments: [
        Endowment("deposits", 2_500e9, from: "HN"), Endowment("real capital", 20_000e9, from: "HN"),
      ]
    ),
    ParticipantPlan(
      "credit_cycle",
      "credit cycle",
      words: ["loans": "firm loans,regional loans", "banks": "BNK,regional banks"]
    ),
  ]
}

extension WorldPlan {
  /// The plan with two groups of banks, firms that owe them and the credit cycle.
  ///
  /// They take the place of whoever acts for the sheet's banks; the rest of the plan is as it was.
  package func withBanks() -> WorldPlan {
    var plan = self
    plan.participants.removeAll { $0.words["account"] == "BNK" }
    plan.participants += DefaultWorld.banks
    plan.claims += DefaultWorld.bankClaims
    return plan
  }
}
