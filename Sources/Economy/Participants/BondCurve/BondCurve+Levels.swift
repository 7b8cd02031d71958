extension BondCurve {
  static let levels = [
    ParameterDeclaration(
      "long_run_rate_percent",
      3,
      in: -5...20,
      "r* + π*, where the short rate is expected to go",
      basis: "model.md §4.3"
    ),
    ParameterDeclaration(
      "term_premium_shift_percent",
      0,
      in: -10...10,
      "what the ten-year term premium has besides its rule",
      basis: "assumption: nothing; an estimate of a date sets it"
    ),
    ParameterDeclaration(
      "bill_yield_shift_percent",
      0,
      in: -10...10,
      "what bills pay besides the curve",
      basis: "assumption: nothing; an estimate of a date sets it"
    ),
  ]
}
