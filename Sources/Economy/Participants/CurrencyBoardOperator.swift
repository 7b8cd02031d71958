import Quantities
import Statistics

/// A currency board, the Hong Kong Monetary Authority: it keeps its currency in a band and publishes what that does.
///
/// Balance sheet: dollars, bills | the aggregate balance that Hong Kong's banks hold. Rule (``CurrencyBoard``,
/// `model.md` §3.25): at 7.75 it takes dollars and the balance rises by 7.75 each, at 7.85 it gives dollars and the
/// balance falls by 7.85 each, in the bar in which orders carry the price to the edge. HIBOR follows the balance
/// (``InterbankRateGap``). Every exchange is forced by the event that carried the price across, and tagged policy.
public struct CurrencyBoardOperator: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "currency_board",
    summary:
      "Keeps Hong Kong dollars between 7.75 and 7.85 a dollar; publishes the aggregate balance and HIBOR.",
    systems: ["M4.4", "M4.5"],
    parameters: parameters,
    words: [
      WordDeclaration("market", "HKD", "the market of its currency"),
      WordDeclaration("money", "deposits", "the dollars that it takes and gives"),
    ],
    mechanisms: [
      WorldMechanism("convertibility", "the currency board exchanges at the edges of its band"),
      WorldMechanism("balance_rate", "HIBOR moves with the aggregate balance"),
    ],
    stages: [.risk]
  )

  private let market: MarketID
  private let balance: InstrumentID
  private let rates: InterbankRateGap
  private let zone: KrugmanTargetZone
  private let board: CurrencyBoard
  private let hasRateRule: Bool
  private let openingBalance: Double
  private let figures: CurrencyBoardFigures

  /// Adds the aggregate balance.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    let currency = try setup.instrument(named: setup.word("market"))
    _ = try setup.addClaim(
      CurrencyBoardFigures.balanceName,
      family: CurrencyBoardFigures.balanceName,
      in: currency
    )
  }

  /// Owes the opening balance to the banks that owe the currency, and promises to keep the band.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    let currency = try setup.instrument(named: setup.word("market"))
    balance = try setup.instrument(named: CurrencyBoardFigures.balanceName)
    guard case .claim(let bank) = setup.ledger.description(of: currency).form else {
      throw setup.invalid("market", setup.word("market"), "a currency that a bank owes", [])
    }
    try setup.issue(balance, setup.number("aggregate_balance_hkd"), to: bank)
    (board, rates, zone) = try Self.models(setup)
    if setup.isOn(Self.kind.mechanisms[0]) {
      try setup.undertakeConvertibility(
        of: market,
        money: try setup.instrument(named: setup.word("money")),
        balance: balance,
        edges: (board.strongEdge, board.weakEdge)
      )
    }
    hasRateRule = setup.isOn(Self.kind.mechanisms[1])
    openingBalance = setup.number("aggregate_balance_hkd") / 1e9
    figures = CurrencyBoardFigures(&setup)
    let dollarRate = setup.figures[figures.policyRate.index]
    setup.open(figures.balance, openingBalance)
    setup.open(
      figures.localRate,
      rates.localRate(atBalance: openingBalance, dollarRate: dollarRate)
    )
    let price = setup.marketPlans[market.index].price
    setup.open(figures.position, position(ofPrice: price))
    setup.open(figures.fundamental, fundamental(ofPrice: price))
  }

  /// Publishes the day's balance, rate and place in the band.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let held = view.outstanding(balance) / 1e9
    intents.publish(figures.balance, held)
    let ruling = hasRateRule ? held : openingBalance
    intents.publish(
      figures.localRate,
      rates.localRate(atBalance: ruling, dollarRate: figures.dollarRate(view))
    )
    intents.publish(figures.position, position(ofPrice: view.price(market)))
    intents.publish(figures.fundamental, fundamental(ofPrice: view.price(market)))
  }

  /// 1 at the strong edge, 0 at the weak one.
  private func position(ofPrice price: Double) -> Double {
    let steps = Double(CurrencyBoard.priceStepsPerOne)
    return board.position(of: Price(Int64((steps / price).rounded(.toNearestOrEven))))
  }

  /// What a band that everybody believes in hides: log currency per dollar from the centre.
  private func fundamental(ofPrice price: Double) -> Double {
    let reach = zone.rateHalfWidth
    let rate = max(-reach, min(reach, -Libm.log(price) - zone.centralParity))
    // Within the band there is always a fundamental.
    let found = try? zone.fundamental(ofLogRate: zone.centralParity + rate)
    return found ?? (rate < 0 ? -zone.halfWidth : zone.halfWidth)
  }

  private static func models(
    _ setup: WorldSetup
  ) throws(WorldError) -> (CurrencyBoard, InterbankRateGap, KrugmanTargetZone) {
    let strong = setup.number("strong_edge_hkd_per_usd")
    let weak = setup.number("weak_edge_hkd_per_usd")
    let steps = Double(CurrencyBoard.priceStepsPerOne)
    do throws(ModelError) {
      let board = try CurrencyBoard(
        strongEdge: Price(Int64((strong * steps).rounded(.toNearestOrEven))),
        weakEdge: Price(Int64((weak * steps).rounded(.toNearestOrEven))),
        aggregateBalance: .zero,
        dollars: .zero
      )
      let rates = try InterbankRateGap(
        discountMax: setup.number("discount_max_percent"),
        freeBalance: setup.number("free_balance_hkd_bn"),
        balanceScale: setup.number("balance_scale_hkd_bn"),
        tightnessPremium: setup.number("tightness_premium_percent"),
        tightnessScale: setup.number("tightness_scale_hkd_bn")
      )
      let zone = try KrugmanTargetZone(
        rateHalfWidth: 0.5 * Libm.log(weak / strong),
        volatility: setup.number("fundamental_volatility_annual"),
        centralParity: 0.5 * Libm.log(weak * strong)
      )
      return (board, rates, zone)
    } catch {
      throw setup.invalid("weak_edge_hkd_per_usd", "\(error)", "numbers of a band", [])
    }
  }
}
