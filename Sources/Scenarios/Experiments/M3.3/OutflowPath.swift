import Economy
import Statistics

/// What the public sees of an outflow: flows by fund, open interest and basis.
///
/// The features and their weights are those of indicator I11 (`model.md` §6); nothing is fitted.
struct OutflowPath {
  /// The share of funds that lost coins.
  let breadth: Double
  /// The share of the three funds that lost most in what was lost.
  let top: Double
  /// The correlation of daily changes of open interest and basis.
  let correlation: Double
  /// The share of days with a basis below 5 %.
  let shareBelow: Double
  /// The change of open interest, a part of it, and of the basis, a fraction a year, over the days.
  let openInterestChange: Double
  let basisChange: Double
  /// Futures bought back by carry funds over the net outflow, 0 to 1.
  let neutral: Double
  /// Coins that left on balance.
  let outflow: Double

  init(_ measured: MeasuredWorld) {
    let count = FundFlowWorld.funds.count
    let lost = measured.holdings.prefix(count).map { max(0, $0[0] - $0[$0.count - 1]) }
    let whole = lost.reduce(0, +)
    breadth = Double(lost.count { $0 > 0 }) / Double(count)
    top = whole > 0 ? lost.sorted(by: >).prefix(3).reduce(0, +) / whole : 0.75
    outflow = measured.holdings.prefix(count).reduce(0) { $0 + $1[0] - $1[$1.count - 1] }
    let shorts = measured.holdings[count].map { -$0 }
    let openInterest = zip(shorts, measured.holdings[count + 1]).map(max)
    let basis = measured.world.days.compactMap(\.bases.first)
    correlation =
      (try? Correlation.pearson(
        OutflowPath.changes(Array(openInterest.dropFirst())),
        OutflowPath.changes(basis)
      )) ?? 0
    openInterestChange = openInterest[openInterest.count - 1] / openInterest[0] - 1
    basisChange = basis[basis.count - 1] - basis[0]
    shareBelow = Double(basis.count { $0 < 0.05 }) / Double(basis.count)
    let boughtBack = shorts[0] - shorts[shorts.count - 1]
    neutral = outflow > 0 ? min(1, max(0, boughtBack / outflow)) : 0
  }

  /// The linear score: larger speaks for an unwind.
  ///
  /// The volume's part is left out, being zero on average.
  var score: Double {
    -1 - 3 * (breadth - 0.5) + 3 * (top - 0.5) + 2 * correlation + 2 * (shareBelow - 0.5) + 3
      * neutral
  }

  /// The score without what the public cannot see: who bought futures back.
  var publicScore: Double { score - 3 * neutral }

  private static func changes(_ levels: [Double]) -> [Double] {
    zip(levels.dropFirst(), levels).map { $0 - $1 }
  }
}
