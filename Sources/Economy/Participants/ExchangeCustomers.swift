import Quantities

/// The customers of one exchange: balances and coins there, and a run when there is a hole.
///
/// Balance sheet: balances, custody, money, coins | –. Rule (`model.md` §3.23): of each claim a day
///
///     w = w₀ + w₁ · hole/owed · (1 − confidence)
///
/// is withdrawn; while there is no hole w₀ of the opening claims comes back, so that claims stay near their
/// opening. They pay the exchange's fees. Forced: the part of w beyond w₀, by the published hole.
public struct ExchangeCustomers: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "exchange_customers",
    summary: "Customers of one exchange: they pay its fees and run when it publishes a hole.",
    systems: ["M4.1"],
    parameters: [
      ParameterDeclaration(
        "withdrawal_rate_per_day",
        0.01,
        in: 0...1,
        "w₀, share withdrawn a day in calm",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "run_slope_per_day",
        5,
        in: 0...1000,
        "w₁, share withdrawn a day per share of the hole",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "run_rate_max_per_day",
        4,
        in: 0...100,
        "largest w: windows and queues",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("exchange", "exchange A", "the exchange's name"),
      WordDeclaration("market", "BTC", "the coin in custody"),
      WordDeclaration("money", "stablecoins", "what balances are paid in"),
    ],
    mechanisms: [WorldMechanism("customer_run", "customers withdraw because of a published hole")],
    stages: [.bar, .risk]
  )

  private let exchange: LedgerAccountID
  private let claims: ExchangeClaims
  private let calmRate: Double
  private let slope: Double
  private let rateMax: Double
  private var openingBalances = 0.0
  private var openingCustody = 0.0
  private var hasBegun = false

  /// Finds the exchange.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    let name = setup.word("exchange")
    exchange = try setup.account(named: name)
    claims = try ExchangeClaims(
      of: name,
      market: setup.word("market"),
      money: setup.word("money"),
      &setup
    )
    calmRate = setup.number("withdrawal_rate_per_day")
    slope = setup.isOn(Self.kind.mechanisms[0]) ? setup.number("run_slope_per_day") : 0
    rateMax = setup.number("run_rate_max_per_day")
  }

  /// Withdraws and deposits in bars, pays fees at the end of a day.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    if !hasBegun {
      hasBegun = true
      openingBalances = view.units(claims.balances)
      openingCustody = view.units(claims.custody)
    }
    guard view.stage == .bar else {
      let fees = min(
        view.amount(view.figure(claims.fees), of: claims.money),
        view.holding(claims.money)
      )
      if fees > .zero { intents.add(.transfer(claims.money, fees, to: exchange, as: .payment)) }
      return
    }
    let hole = view.figure(claims.hole)
    let owed = claims.owed(view)
    let fright = owed > 0 ? hole / owed * (1 - view.figure(claims.confidence)) : 0
    let run = min(max(0, rateMax - calmRate), slope * fright)
    let isCalm = hole == 0
    for (claim, asset, window, opening) in [
      (claims.balances, claims.money, claims.balanceWindow, openingBalances),
      (claims.custody, claims.coin, claims.custodyWindow, openingCustody),
    ] {
      let held = view.units(claim)
      let days = view.clock.barDays
      let calm = calmRate * days * (isCalm ? opening - held : -held)
      move(view, calm, asset, claim, window, &intents)
      let frightened = view.amount(held * min(1, run * days), of: claim)
      guard frightened > .zero else { continue }
      intents.add(.redeem(window, claims: frightened), .forced, because: .figure(claims.hole))
    }
  }

  /// Deposits if positive, withdraws if negative.
  private func move(
    _ view: ParticipantView,
    _ units: Double,
    _ asset: InstrumentID,
    _ claim: InstrumentID,
    _ window: FacilityID,
    _ intents: inout IntentList
  ) {
    let amount = view.amount(units, of: claim)
    if amount > .zero {
      let most = min(amount, view.holding(asset))
      if most > .zero { intents.add(.create(window, claims: most)) }
    } else if amount < .zero {
      intents.add(.redeem(window, claims: -amount))
    }
  }
}
