import Exchange
import Quantities
import Statistics

/// The issuers of fiat stablecoins, who act for the opening sheet's account of them.
///
/// Balance sheet: bills, deposits, fund shares, gold, coins, secured loans | stablecoins. Rule
/// (`model.md` §3.9): tokens are created and redeemed at par against deposits; a tenth of them is kept in
/// deposits and what exceeds it buys bills. Forced: redemptions that take deposits below the buffer make
/// it sell bills, up to a fifth of their volume. It publishes what its assets lack.
public struct StablecoinIssuer: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "stablecoin_issuer",
    summary:
      "The issuers of fiat stablecoins: bills, deposits and coins against tokens at par; redemptions force them to sell bills.",
    systems: ["M1.8"],
    parameters: [
      ParameterDeclaration(
        "buffer_share",
        0.1,
        in: 0...1,
        "deposits kept over tokens",
        basis: "model.md §3.9"
      ),
      ParameterDeclaration(
        "buffer_band_share",
        0.02,
        in: 0...1,
        "deposits above that which it leaves alone",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "bill_share_min",
        0.7,
        in: 0...1,
        "bills over tokens below which all spare deposits buy bills",
        basis: "model.md §3.9"
      ),
      ParameterDeclaration(
        "reallocation_share_per_day",
        0.2,
        in: 0...1,
        "part of spare deposits that buys bills",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "participation_share",
        0.05,
        in: 0.001...1,
        "η, most of the bills' volume that it buys",
        basis: "model.md §3"
      ),
      ParameterDeclaration(
        "forced_participation_share",
        0.2,
        in: 0.001...1,
        "η_f, most of the bills' volume that it sells by force",
        basis: "model.md §3"
      ),
      ParameterDeclaration(
        "secondary_volume_usd_per_day",
        2e10,
        in: 1e3...1e13,
        "V_D of tokens against deposits",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "secondary_volatility_per_day",
        0.001,
        in: 1e-6...1,
        "σ_D of tokens against deposits",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("account", "SC", "the account of the sheet that it acts for"),
      WordDeclaration("claim", "stablecoins", "its tokens"),
      WordDeclaration("money", "deposits", "what it redeems them for"),
      WordDeclaration("reserve", "bills", "the market of its reserve asset"),
      WordDeclaration("coin", "BTC", "the market of the coin whose fall can make a hole"),
    ],
    mechanisms: [WorldMechanism("reserve_bills", "issuers of stablecoins buy and sell bills")],
    stages: [.bar]
  )

  private let names: Set<String>
  private let claim: InstrumentID
  private let money: InstrumentID
  private let reserve: MarketID
  private let bills: InstrumentID
  private let coin: MarketID
  private let window: FacilityID
  private let hole: FigureID
  private let redemptions: FigureID
  private let tradesBills: Bool
  private let bufferShare: Double
  private let bandShare: Double
  private let billShareMin: Double
  private let reallocation: Double
  private let participation: Double
  private let forcedParticipation: Double
  /// Tokens redeemed since the opening, and today at the last look, dollars.
  private var redeemed = 0.0
  private var seenToday = Amount.zero
  private var loss: CauseReference?

  /// Adds the window and the secondary market of the tokens.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    let claim = try setup.instrument(named: setup.word("claim"))
    _ = setup.addFacility(
      claim: claim,
      asset: try setup.instrument(named: setup.word("money")),
      exchange: .par
    )
    setup.addSecondaryMarket()
  }

  /// Creates the issuers of the sheet's tokens.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    names = [plan.name, setup.word("account")]
    claim = try setup.instrument(named: setup.word("claim"))
    money = try setup.instrument(named: setup.word("money"))
    reserve = try setup.market(named: setup.word("reserve"))
    bills = try setup.instrument(named: setup.word("reserve"))
    coin = try setup.market(named: setup.word("coin"))
    window = try setup.facility(claim: claim, asset: money)
    hole = setup.figure(named: "\(setup.word("claim")) hole")
    redemptions = setup.figure(named: "\(setup.word("claim")) redemptions")
    tradesBills = setup.isOn(Self.kind.mechanisms[0])
    bufferShare = setup.number("buffer_share")
    bandShare = setup.number("buffer_band_share")
    billShareMin = setup.number("bill_share_min")
    reallocation = setup.number("reallocation_share_per_day")
    participation = setup.number("participation_share")
    forcedParticipation = setup.number("forced_participation_share")
  }

  /// Publishes redemptions and holes, then keeps the buffer.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    publishRedemptions(view, &intents)
    publishHole(view, &intents)
    // Orders sent to a closed market would all arrive at its opening, each for the whole of what is missing.
    guard tradesBills, view.isOpen(reserve) else { return }
    let tokens = view.outstanding(claim)
    let spare = view.units(money) - bufferShare * tokens
    let days = 1 / Double(view.barsOfSession(reserve))
    let volume = view.dailyVolume(reserve) * days
    if spare < -1 {
      intents.trade(
        reserve,
        dollars: -min(-spare, forcedParticipation * volume),
        money: money,
        .forced,
        because: .figure(redemptions)
      )
    } else if spare > bandShare * tokens
      || (spare > 1 && view.units(bills) < billShareMin * tokens)
    {
      intents.trade(
        reserve,
        dollars: min(reallocation * days * spare, participation * volume),
        money: money
      )
    }
  }

  private mutating func publishRedemptions(_ view: ParticipantView, _ intents: inout IntentList) {
    let facility = view.facility(window)
    let today = facility.redeemedToday + facility.refusedToday
    if today < seenToday { seenToday = .zero }
    guard today > seenToday else { return }
    redeemed += Double((today - seenToday).units) / 10_000
    seenToday = today
    let cause = facility.lastCause
    intents.publish(redemptions, redeemed, because: cause == .none ? .decision : .event(cause))
  }

  private mutating func publishHole(_ view: ParticipantView, _ intents: inout IntentList) {
    if let hack = view.shocks(.hack).first(where: { names.contains($0.shock.target) }) {
      loss = .shock(hack.place)
    }
    let missing = max(0, -view.netWorth)
    guard missing != view.figure(hole) else { return }
    intents.publish(hole, missing, because: loss ?? .fall(coin, to: view.price(coin)))
  }
}
