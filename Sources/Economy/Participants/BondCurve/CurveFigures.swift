/// The figures that the curve publishes and reads.
struct CurveFigures {
  /// Three months, percent a year.
  let billYield: FigureID
  /// Ten years, percent a year.
  let tenYearYield: FigureID
  /// TP10, percent a year.
  let premium: FigureID
  /// Dollars per dollar of coupons at the opening.
  let value: FigureID
  /// EFFR, percent a year.
  let effectiveRate: FigureID
  /// Coupons that the central bank holds, dollars of face.
  let officialCoupons: FigureID
  /// A mean of standard scores.
  let fiscalDominance: FigureID
  /// χ, basis points.
  let dealerCost: FigureID

  init(in setup: inout WorldSetup, coupons: String) {
    billYield = setup.figure(named: "bill yield", assumed: 3.9)
    tenYearYield = setup.figure(named: "ten-year yield", assumed: 4.1)
    premium = setup.figure(named: "term premium", assumed: 0.6)
    value = setup.figure(named: "\(coupons) value", assumed: 1)
    effectiveRate = setup.figure(named: "EFFR", assumed: 3.88)
    officialCoupons = setup.figure(named: "official coupons", assumed: 3.9e12)
    fiscalDominance = setup.figure(named: "fiscal dominance")
    dealerCost = setup.figure(named: "dealer shadow cost")
  }
}
