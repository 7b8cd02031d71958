import Economy
import Quantities
import Statistics

/// The Hong Kong dollar day by day: flows move the rate in its band, the board takes what is beyond it.
///
/// The fundamental f, in log units, falls with inflows of dollars and moves at random; the rate is Krugman's
/// curve of it. At an edge the fundamental stops and the rest of the flow goes to the board, in whole lots.
/// The board's balance sets the local rate against the dollar's, and carry trades answer the gap.
struct BandMarket {
  /// Sentences for the plan of an experiment that uses the model.
  static let inputs = [
    "band 7.75 to 7.85 (S4.F16), rate after Krugman (1991) with a fundamental of 3 % volatility a year",
    "a billion dollars moves the fundamental by 0.05 to 0.15 %: an assumption",
    "local rate less dollar rate by the aggregate balance through the two days of May 2025, 45bn with "
      + "4.30 % and 174bn with 0.03 % (model §3.25): calibrated",
    "carry sells 0.1 to 0.3bn dollars' worth a day per point of the gap: an assumption",
  ]

  /// The rate's place in the band at the end of each day, 1 at the strong edge.
  private(set) var positions: [Double] = []
  /// The aggregate balance at the end of each day, billions.
  private(set) var balances: [Double] = []
  /// HIBOR − SOFR at the end of each day, percentage points.
  private(set) var gaps: [Double] = []
  /// Whether the balance is, to the unit, the opening one and the sum of what was converted.
  private(set) var isExact = true

  private let zone: KrugmanTargetZone
  private let rates: InterbankRateGap
  private var board: CurrencyBoard
  private let depth: Double
  private let carry: Double
  private var stream: Stream
  private var fundamental = 0.0
  private var converted: Int64 = 0

  static let opening: Int64 = 45_000_000_000

  /// Draws a market; amounts of the board are in whole dollars of each currency.
  init(_ run: ExperimentRun) throws(ScenarioError) {
    var stream = run.stream("market")
    depth = 0.000_5 + 0.001 * stream.nextUniform()
    carry = 0.1 + 0.2 * stream.nextUniform()
    self.stream = stream
    do throws(ModelError) {
      let half = 0.5 * Libm.logarithm(7.85 / 7.75)
      zone = try KrugmanTargetZone(rateHalfWidth: half, volatility: 0.03)
      rates = try InterbankRateGap()
      board = try CurrencyBoard(
        aggregateBalance: Amount(BandMarket.opening),
        dollars: Amount(430_000_000_000)
      )
    } catch { throw .model(error) }
  }

  /// One day.
  ///
  /// - Parameters:
  ///   - inflow: Dollars that want local currency, billions.
  ///   - rateGap: Dollar rate less what it was, percentage points; carry answers it as well.
  /// - Throws: ``ScenarioError/invariant(description:)`` if the models refuse their input.
  mutating func step(inflow: Double, rateGap: Double = 0) throws(ScenarioError) {
    let gap = rates.gap(atBalance: Double(board.aggregateBalance.units) / 1e9) - rateGap
    let net = inflow + carry * gap
    let noise = 0.03 * (1.0 / 252).squareRoot() * stream.nextNormal()
    let wanted = fundamental - depth * net + noise
    fundamental = max(-zone.halfWidth, min(zone.halfWidth, wanted))
    try convert((fundamental - wanted) / depth)
    do throws(ModelError) {
      let rate = try zone.logRate(atFundamental: fundamental)
      positions.append(0.5 - 0.5 * rate / zone.rateHalfWidth)
    } catch { throw .model(error) }
    let balance = Double(board.aggregateBalance.units) / 1e9
    balances.append(balance)
    gaps.append(rates.gap(atBalance: balance) - rateGap)
    if board.aggregateBalance.units != BandMarket.opening + converted { isExact = false }
  }

  /// The board changes what the band does not take, billions of dollars; negative at the weak edge.
  private mutating func convert(_ billions: Double) throws(ScenarioError) {
    let dollars = Amount(Int64((abs(billions) * 1e9).rounded(.down)))
    guard dollars > .zero else { return }
    do throws(ModelError) {
      let change =
        billions > 0 ? try board.buyDollars(dollars) : try board.sellDollars(dollars)
      converted += change.local.units
    } catch { throw .model(error) }
  }
}
