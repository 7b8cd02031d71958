import Quantities
import Statistics

/// What long-term investors think bills and coupons yield: the anchor of the market of coupons.
///
/// It has no balance sheet. y_n is the expected path of the short rate and a term premium that rises with
/// what the public has to hold, with rate volatility, fiscal dominance and the dealers' shadow cost; bills
/// pay a spread that rises with their supply. The value of a coupon is exp(−D·(y − y_opening)).
/// Source: `model.md` §4.3.
public struct BondCurve: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "bond_curve",
    summary: "The curve: yields of bills and coupons from rates, supply, volatility and dealers.",
    systems: ["M3.5", "M4.2"],
    parameters: [
      ParameterDeclaration(
        "duration_years",
        6,
        in: 0.1...30,
        "D, the duration of all coupons",
        basis: "assumption: the mean of the marketable debt"
      ),
      ParameterDeclaration(
        "ten_year_equivalents_per_usd",
        0.6,
        in: 0.01...5,
        "ten-year equivalents in a dollar of coupons",
        basis: "assumption: duration over that of ten years"
      ),
      ParameterDeclaration(
        "move_index",
        80,
        in: 0...500,
        "MOVE while nobody publishes it",
        basis: "assumption: near its mean of November 2025"
      ),
      ParameterDeclaration(
        "bill_trend_usd_per_month",
        35e9,
        in: 0...1e12,
        "growth of bills that costs no spread",
        basis: "model.md §3.20: 22 % of the mean deficit"
      ),
    ] + levels,
    words: [WordDeclaration("coupons", "coupons", "the market that it anchors")],
    mechanisms: [
      WorldMechanism("term_premium", "supply, volatility and dealers move the term premium"),
      WorldMechanism("bill_spread", "the supply of bills moves their yield"),
    ],
    stages: [.risk]
  )

  private let bills: InstrumentID
  private let coupons: InstrumentID
  private let figures: CurveFigures
  private let hasPremium: Bool
  private let hasBillSpread: Bool
  private let duration: Double
  private let equivalents: Double
  private let move: Double
  private let billTrend: Double
  private let levels: CurveLevels
  private let premium: TermPremium
  private let supply = BillSupply()
  /// Bills, privately held coupons and the ten-year yield at the opening.
  private var opening: (bills: Double, coupons: Double, yield: Double)?

  /// Creates the curve.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    bills = try setup.instrument(named: "bills")
    coupons = try setup.instrument(named: setup.word("coupons"))
    figures = CurveFigures(in: &setup, coupons: setup.word("coupons"))
    hasPremium = setup.isOn(Self.kind.mechanisms[0])
    hasBillSpread = setup.isOn(Self.kind.mechanisms[1])
    duration = setup.number("duration_years")
    equivalents = setup.number("ten_year_equivalents_per_usd")
    move = setup.number("move_index")
    billTrend = setup.number("bill_trend_usd_per_month")
    levels = CurveLevels(setup)
    premium = levels.premium
  }

  /// Publishes tomorrow's yields from what is known today.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let owed = (view.outstanding(bills), view.outstanding(coupons))
    let held = owed.1 - view.figure(figures.officialCoupons)
    let start = opening ?? (owed.0, held, openingYield(view))
    opening = start
    let months = Double(view.clock.day) / 30.4
    let cost = max(0, view.figure(figures.dealerCost)) / 100
    let premium = premium(view, held - start.coupons, dealerCost: cost)
    let excess = (owed.0 - start.bills - billTrend * months) / 1e9
    let curve = levels.curve(
      shortRate: view.figure(figures.effectiveRate),
      tenYearPremium: premium,
      billSpread: hasBillSpread ? supply.billSpread(excess: excess) : 0
    )
    let yield = curve.yield(months: 120)
    let change = yield - start.yield
    intents.publish(figures.premium, premium)
    intents.publish(figures.billYield, curve.yield(months: 3) + levels.billShift)
    intents.publish(figures.tenYearYield, yield)
    intents.publish(figures.value, Libm.exp(-duration * change / 100))
  }

  /// The ten-year yield at which coupons are worth one: that of the opening with unconstrained dealers.
  private func openingYield(_ view: ParticipantView) -> Double {
    levels.curve(
      shortRate: view.figure(figures.effectiveRate),
      tenYearPremium: premium(view, 0, dealerCost: 0),
      billSpread: 0
    ).yield(months: 120)
  }

  private func premium(
    _ view: ParticipantView,
    _ change: Double,
    dealerCost: Double
  ) -> Double {
    guard hasPremium else { return premium.tenYear(supply: 0, moveIndex: move) }
    return premium.tenYear(
      supply: equivalents * change / 1e9,
      moveIndex: move,
      fiscalDominance: view.figure(figures.fiscalDominance),
      balanceSheetCost: dealerCost
    )
  }
}
