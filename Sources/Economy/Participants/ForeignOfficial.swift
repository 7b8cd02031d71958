import Quantities

/// A foreign official institution: defends its currency with dollars, shifts bonds into gold, lends overnight.
///
/// Balance sheet: foreign repo pool, bills, coupons, MBS, repo, gold | swap-line claims. After a fall of the
/// currency of two standard deviations in five days it sells φ·|move|/σ·5 bn a day, the foreign repo pool first
/// and then bills, until five days pass without a fall. Each month it moves 0.1 % of its reserves from coupons to
/// gold, twice as much under fiscal dominance. Source: `model.md` §3.21.
public struct ForeignOfficial: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "foreign_official",
    summary:
      "Foreign reserves: sells dollars when its currency falls, buys gold month by month, lends overnight.",
    systems: ["M2.1", "M4.2", "M4.7"],
    parameters: reserves + CashLender.desks,
    words: [
      WordDeclaration("account", "FO", "the account of the sheet; its own if empty"),
      WordDeclaration("currency", "", "the market of its currency; a figure says so if empty"),
      WordDeclaration(
        "stress",
        "currency stress",
        "the figure of a fall in standard deviations, read without a market"
      ),
      WordDeclaration("public", "ROW", "who buys its dollars, without a market"),
      WordDeclaration("gold", "gold", "the market of gold; no gold is bought where there is none"),
      WordDeclaration("borrowers", "DLR", "accounts whose overnight debt it holds, with commas"),
      WordDeclaration(
        "outside",
        "reverse_repo",
        "what idle cash earns: "
          + OutsideOption.allCases.map(\.rawValue).joined(separator: ", ")
      ),
    ],
    mechanisms: [
      WorldMechanism("currency_defence", "foreign officials sell dollars when a currency falls"),
      WorldMechanism("gold_shift", "foreign officials move reserves from coupons to gold"),
    ],
    stages: [.equityClose, .settlement, .month],
    participation: 0.2
  )

  private let assets: OfficialReserves
  private let buyers: LedgerAccountID
  private let fiscal: FigureID
  private let defends: Bool
  private let shifts: Bool
  private let intensity: Double
  private let perDay: Double
  private let goldShare: Double
  private let fiscalShare: Double
  private let fiscalThreshold: Double
  private var stress: CurrencyStress
  private var gold: GoldShift?
  private let lending: OfficialLending
  /// Dollars that the defence has freed and not spent yet.
  private var promised = 0.0
  /// What it held of its currency at the last close.
  private var currencyHeld: Double?

  /// Creates the institution of an account.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    assets = try OfficialReserves(in: setup)
    buyers = try setup.account(named: setup.word("public"))
    fiscal = setup.figure(named: "fiscal dominance")
    defends = setup.isOn(Self.kind.mechanisms[0])
    shifts = setup.isOn(Self.kind.mechanisms[1])
    intensity = setup.number("defence_intensity")
    perDay = setup.number("defence_usd_per_day")
    goldShare = setup.number("gold_share_per_month")
    fiscalShare = setup.number("gold_share_fiscal_per_month")
    fiscalThreshold = setup.number("fiscal_dominance_threshold")
    stress = try CurrencyStress(&setup)
    gold = GoldShift(in: setup)
    lending = try OfficialLending(plan, &setup)
    setup.joinRepoLenders()
  }

  /// Defends and buys gold at the close, lends at settlement, and decides on gold once a month.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .equityClose:
      if defends { defend(view, &intents) }
      gold?.trade(view, coupons: assets.coupons, money: assets.deposits, &intents)
    case .settlement:
      lending.offer(view, money: assets.deposits, kept: promised + (gold?.due ?? 0), &intents)
    default:
      guard shifts else { return }
      let isDominated = view.figure(fiscal) > fiscalThreshold
      let share = goldShare + (isDominated ? fiscalShare : 0)
      let bullion = gold?.worth(view) ?? 0
      gold?.add(share * (assets.dollars(view) + bullion))
    }
  }

  /// Frees dollars while its currency is under stress, and spends them on it.
  private mutating func defend(_ view: ParticipantView, _ intents: inout IntentList) {
    countSpent(view)
    guard let fall = stress.fall(view) else {
      promised = 0
      return
    }
    let wanted = intensity * fall.deviations * perDay
    let pool = min(wanted, view.units(assets.pool))
    let amount = view.amount(pool, of: assets.pool)
    if amount > .zero {
      intents.add(
        .pay(amount, from: assets.pool, to: view.account, in: assets.deposits, as: .payment),
        .forced,
        because: fall.cause
      )
    }
    let bills = min(wanted - pool, view.dollars(view.instrument(assets.bills)))
    intents.trade(
      assets.bills,
      dollars: -bills,
      money: assets.deposits,
      .forced,
      because: fall.cause
    )
    promised += pool + bills
    let atHand = view.units(assets.deposits) + pool
    spend(min(promised, atHand), view, because: fall.cause, &intents)
  }

  /// Buys its currency, or hands dollars to the public for money that is not on the sheet.
  private mutating func spend(
    _ dollars: Double,
    _ view: ParticipantView,
    because cause: CauseReference,
    _ intents: inout IntentList
  ) {
    if let currency = stress.market {
      intents.trade(currency, dollars: dollars, money: assets.deposits, .policy, because: cause)
      return
    }
    let paid = view.amount(dollars, of: assets.deposits)
    guard paid > .zero else { return }
    intents.add(
      .pay(paid, from: assets.deposits, to: buyers, in: assets.deposits, as: .payment),
      .policy,
      because: cause
    )
    promised = max(0, promised - dollars)
  }

  /// What was bought of the currency is known by what is held.
  private mutating func countSpent(_ view: ParticipantView) {
    guard let currency = stress.market else { return }
    let held = view.units(view.instrument(currency))
    if let before = currencyHeld {
      promised = max(0, promised - max(0, held - before) * view.price(currency))
    }
    currencyHeld = held
  }
}
