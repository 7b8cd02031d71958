import Exchange
import Quantities
import Statistics

/// Holders of a claim at par, who stay while it is at par and run when it is not.
///
/// Balance sheet: the claim and what it is redeemed for | –. Rule (`model.md` §3.8, §3.9): a day's outflow
/// over the holding is
///
///     w = w₀ + w₁ (hole/supply)(1 − confidence) + w₂ (fall of the coin today − f)⁺ + b 1{p < 0.995} − a (yield − alternative)
///
/// Those whom the issuer accepts redeem at its window, the others sell in the secondary market, and
/// inflows take the same ways. The third term, off by default, is what traders take home who were closed out
/// of a falling coin. Forced: a run knows the hole or the fall that started it.
public struct StablecoinHolder: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "stablecoin_holder",
    summary:
      "Holders of a claim at par: nothing owed; a reported hole or a broken peg makes them run.",
    systems: ["M1.7", "M1.8"],
    parameters: [
      ParameterDeclaration(
        "outflow_share_per_day",
        0,
        in: 0...1,
        "w₀, outflow in calm",
        basis: "model.md §3.23"
      ),
      ParameterDeclaration(
        "hole_intensity_per_day",
        2,
        in: 0...100,
        "w₁, outflow for a hole over the supply",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "confidence_share",
        0.5,
        in: 0...1,
        "part of the hole that holders believe will be filled",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "run_price_usd",
        0.995,
        in: 0.5...1,
        "price below which they run",
        basis: "model.md §3.9"
      ),
      ParameterDeclaration(
        "run_share_per_day",
        0.1,
        in: 0...1,
        "b_S, outflow below that price",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "coin_fall_intensity_per_day",
        0,
        in: 0...100,
        "w₂, outflow for a log fall of the coin since yesterday's close",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "coin_fall_start",
        0,
        in: 0...5,
        "f, the log fall of the coin up to which nobody is closed out",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "yield_slope_per_day",
        0,
        in: 0...10,
        "a_S, inflow for a yield above the alternative",
        basis: "model.md §3.8"
      ),
      ParameterDeclaration(
        "alternative_yield_per_year",
        0.04,
        in: 0...1,
        "what the alternative earns",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "window_share",
        1,
        in: 0...1,
        "part of them whom the issuer accepts at its window",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("claim", "stablecoins", "what they hold, also its secondary market"),
      WordDeclaration("asset", "deposits", "what it is redeemed for"),
      WordDeclaration("coin", "BTC", "the coin whose fall sends them home"),
    ],
    mechanisms: [WorldMechanism("stablecoin_run", "holders run from a hole or a broken peg")],
    stages: [.bar],
    // They are many: a run is not worked.
    participation: 5
  )

  private let claim: InstrumentID
  private let asset: InstrumentID
  private let market: MarketID
  private let window: FacilityID
  private let hole: FigureID
  private let yield: FigureID
  private let runs: Bool
  private let outflow: Double
  private let holeIntensity: Double
  private let runPrice: Double
  private let runShare: Double
  private let fallIntensity: Double
  private let fallStart: Double
  /// The coin, where its fall matters.
  private let coin: MarketID?
  private let yieldSlope: Double
  private let alternativeYield: Double
  private let windowShare: Double

  /// The most that comes in a day, over the holding.
  private static let inflowMax = 0.05

  /// Creates holders; the claim's issuer has declared its window and its market.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    claim = try setup.instrument(named: setup.word("claim"))
    asset = try setup.instrument(named: setup.word("asset"))
    market = try setup.market(named: setup.word("claim"))
    window = try setup.facility(claim: claim, asset: asset)
    hole = setup.figure(named: "\(setup.word("claim")) hole")
    yield = setup.figure(named: "\(setup.word("claim")) yield")
    runs = setup.isOn(Self.kind.mechanisms[0])
    outflow = setup.number("outflow_share_per_day")
    holeIntensity = setup.number("hole_intensity_per_day") * (1 - setup.number("confidence_share"))
    runPrice = setup.number("run_price_usd")
    runShare = setup.number("run_share_per_day")
    fallIntensity = setup.number("coin_fall_intensity_per_day")
    fallStart = setup.number("coin_fall_start")
    coin = fallIntensity > 0 ? try setup.market(named: setup.word("coin")) : nil
    yieldSlope = setup.number("yield_slope_per_day")
    alternativeYield = setup.number("alternative_yield_per_year")
    windowShare = setup.number("window_share")
  }

  /// Moves a bar's part of the day's outflow.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let supply = view.outstanding(claim)
    let hasHole = runs && view.figure(hole) > 0 && supply > 0
    let isBroken = runs && view.price(market) < runPrice
    let fall = runs ? coin.map { max(0, -view.logReturnToday($0) - fallStart) } ?? 0 : 0
    let fear =
      (hasHole ? holeIntensity * view.figure(hole) / supply : 0) + (isBroken ? runShare : 0)
      + fallIntensity * fall
    let appeal = yieldSlope * (view.figure(yield) - alternativeYield)
    let share = min(1, max(-Self.inflowMax, outflow + fear - appeal))
    let dollars = share * view.clock.barDays * view.units(claim)
    guard abs(dollars) >= 0.01 else { return }
    let cause = hasHole ? .figure(hole) : cause(isBroken: isBroken, fall: fall, view)
    let tag: IntentTag = fear > 0 && dollars > 0 ? .forced : .directional
    let atWindow = view.amount(windowShare * abs(dollars), of: claim)
    if dollars < 0 {
      if atWindow > .zero { intents.add(.create(window, claims: atWindow)) }
      intents.trade(market, dollars: -(1 - windowShare) * dollars, money: asset)
    } else {
      if atWindow > .zero { intents.add(.redeem(window, claims: atWindow), tag, because: cause) }
      intents.trade(
        market,
        dollars: -(1 - windowShare) * dollars,
        money: asset,
        tag,
        because: tag == .forced ? cause : .decision
      )
    }
  }

  /// Why they leave where no hole is known.
  private func cause(isBroken: Bool, fall: Double, _ view: ParticipantView) -> CauseReference {
    if isBroken { return .fall(market, to: runPrice) }
    guard let coin, fall > 0 else { return .decision }
    return .fall(coin, to: view.price(coin) * (1 + 1e-6))
  }
}
