extension Bank {
  static let lending = [
    ParameterDeclaration(
      "capital_ratio_target",
      0.1,
      in: 0.001...1,
      "E over RWA up to which it lends; its inverse is k",
      basis: "assumption: the minimum and a buffer"
    ),
    ParameterDeclaration(
      "lendable_share",
      0.9,
      in: 0...10,
      "loans of a month per dollar of liquid assets to spare",
      basis: "assumption: as in LoanSupply"
    ),
    ParameterDeclaration(
      "applicant_default_cut",
      0.06,
      in: 1e-6...1,
      "PD_cut at the opening, a year; 1 admits everyone",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "applicant_default_median",
      0.02,
      in: 1e-6...1,
      "PD of the median applicant at normal delinquency, a year",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "applicant_log_deviation",
      1,
      in: 0.01...5,
      "the standard deviation of its logarithm",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "loss_effect",
      0.25,
      in: 0...10,
      "a_L, log points of the cut per multiple of normal losses",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "funding_spread_effect",
      0.5,
      in: 0...100,
      "a_s, log points of the cut per percentage point of SOFR over the policy rate",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "normal_loss_percent",
      0.675,
      in: 0.01...50,
      "losses a year in normal times, of loans that it renews",
      basis: "assumption: PD 1.5 % times LGD 45 %"
    ),
    ParameterDeclaration(
      "loss_memory_share",
      0.7,
      in: 0...0.99,
      "the weight of the past in a month's view of losses",
      basis: "assumption"
    ),
  ]

  static let capital = [
    ParameterDeclaration(
      "capital_ratio_opening",
      0.13,
      in: 0.001...1,
      "E over RWA at the opening; worth beyond it is other funding",
      basis: "assumption: near the CET1 ratio of US banks in 2025"
    ),
    ParameterDeclaration(
      "capital_ratio_min",
      0.07,
      in: 0...1,
      "E over RWA below which it must shrink",
      basis: "model.md §3.18"
    ),
    ParameterDeclaration(
      "shrink_share_per_month",
      0.03,
      in: 0...1,
      "RWA that it must shed a month",
      basis: "model.md §3.18"
    ),
    ParameterDeclaration(
      "loan_risk_weight",
      0.7,
      in: 0.01...5,
      "RW of loans",
      basis: "assumption: as in LoanSupply"
    ),
    ParameterDeclaration(
      "security_risk_weight",
      0.2,
      in: 0...5,
      "RW of mortgage bonds and coupons",
      basis: "assumption: agency bonds 20 %, coupons the same for their rate risk"
    ),
    ParameterDeclaration(
      "deposit_beta",
      0.4,
      in: 0...1,
      "interest on deposits over the policy rate",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "payout_share",
      0.6,
      in: 0...1,
      "part of a month's gain in equity that is paid out while capital is not below the opening's",
      basis: "assumption"
    ),
  ]

  static let liquidity = [
    ParameterDeclaration(
      "outflow_share",
      0.3,
      in: 0...1,
      "deposits that may leave in a month of stress",
      basis: "assumption: liquidity coverage near 1.2 on the opening sheet"
    ),
    ParameterDeclaration(
      "mortgage_bond_liquidity_share",
      0.85,
      in: 0...1,
      "liquid value of a dollar of mortgage bonds",
      basis: "Basel III, level 2A assets"
    ),
    ParameterDeclaration(
      "reserve_floor_share",
      0.02,
      in: 0...1,
      "reserves over own deposits below which it borrows",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "pledged_loan_share",
      0.2,
      in: 0...1,
      "loans pledged at the discount window beforehand, after haircut",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "facility_haircut",
      0.02,
      in: 0...1,
      "haircut of bonds at the standing facility",
      basis: "assumption"
    ),
  ]

  static let overnight =
    CashLender.desks + [
      ParameterDeclaration(
        "cash_kept_usd",
        1900e9,
        in: 0...1e13,
        "reserves that it does not lend while `reserve_demand` is off",
        basis: "assumption: as the cash lender it replaces"
      ),
      ParameterDeclaration(
        "reserve_ratio_min",
        0.093,
        in: 0...1,
        "least reserves over assets that it keeps, whatever the market pays",
        basis: "assumption: 1.9 tn over the opening assets"
      ),
      ParameterDeclaration(
        "reserve_ratio_max",
        0.15,
        in: 0...1,
        "most reserves over assets that it keeps",
        basis: "assumption: satiation 12.5 % and five widths"
      ),
    ]
}
