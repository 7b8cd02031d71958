import Quantities

/// A dealer who keeps fund shares near the value of their coins.
///
/// Balance sheet: coins, shares, deposits | –. Rule (`model.md` §3.3): with the premium π = P/NAV − 1 of a
/// fund beyond the cost c, it sells what is dear and buys what is cheap until the premium is c,
///
///     q = φ q*,   |π| − I_shares(q*) − I_coin(q*) = c   with the books' impacts I,
///
/// both legs in the same bar and tagged neutral; at the equity close it creates the shares it lacks and
/// redeems what it has too many of. In cash mode the coins are traded, and the shares settled, one
/// session later. Limits: inventory, and it withdraws while σ̂_1h > 3 σ_ref.
public struct AuthorisedParticipant: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "authorised_participant",
    summary:
      "A dealer between fund shares and their coins: creates and redeems; volatility makes it withdraw.",
    systems: ["M0.10", "M3.2", "M3.3"],
    parameters: [
      ParameterDeclaration(
        "cost_fraction",
        0.001,
        in: 0...0.1,
        "c_AP, the premium it leaves alone",
        basis: "model.md §3.3"
      ),
      ParameterDeclaration(
        "inventory_limit_usd",
        5e8,
        in: 0...1e12,
        "the most by which its shares may deviate from where they began",
        basis: "model.md §3.3"
      ),
      ParameterDeclaration(
        "withdrawal_volatility_ratio",
        3,
        in: 0...100,
        "hourly volatility over its reference beyond which it does not trade",
        basis: "model.md §3.3"
      ),
      ParameterDeclaration(
        "arbitrage_share",
        0.25,
        in: 0...1,
        "φ, the part of a premium it trades away in a bar; others take the rest",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "in_kind",
        1,
        in: 0...1,
        "1: coins against shares on the day; 0: coins are traded a session later",
        basis: "model.md §3.3"
      ),
    ],
    words: [
      WordDeclaration("funds", "fund A shares", "the share markets it serves"),
      WordDeclaration("coin", "BTC", "the coin of the funds"),
      WordDeclaration("money", "deposits", "the money it pays in"),
    ],
    mechanisms: [
      WorldMechanism("etf_arbitrage", "dealers keep fund shares near their net asset value")
    ],
    stages: [.bar, .equityClose],
    // Its own rates bound its orders; a cap on one leg alone would break the hedge.
    participation: .infinity
  )

  private let coin: MarketID
  private let coinAsset: InstrumentID
  private let money: InstrumentID
  private let cost: Double
  private let limit: Double
  private let withdrawalRatio: Double
  private let share: Double
  private let isInKind: Bool
  private let isOn: Bool
  private let targetCoins: Double
  private var funds: [ArbitragedFund] = []
  /// Coins to buy (positive) or sell in the coming session, in cash mode.
  private var dueCoins = 0.0

  /// Creates a dealer whose opening inventory is its target.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    coin = try setup.market(named: setup.word("coin"))
    coinAsset = try setup.instrument(named: setup.word("coin"))
    money = try setup.instrument(named: setup.word("money"))
    cost = setup.number("cost_fraction")
    limit = setup.number("inventory_limit_usd")
    withdrawalRatio = setup.number("withdrawal_volatility_ratio")
    share = setup.number("arbitrage_share")
    isInKind = setup.number("in_kind") >= 0.5
    isOn = setup.isOn(Self.kind.mechanisms[0])
    for market in try setup.markets(inWord: "funds") {
      funds.append(try ArbitragedFund(market, of: coinAsset, &setup))
    }
    // A share stands for one coin at the opening.
    targetCoins = setup.units(of: coinAsset) + funds.reduce(0) { $0 + $1.targetShares }
  }

  /// Trades premiums away, hedges, and settles at the close.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn, let first = funds.first else { return }
    guard view.stage == .bar else {
      settle(view, &intents)
      return
    }
    guard view.isOpen(first.market) else { return }
    var hedge = isInKind ? -exposure(view) * view.price(coin) : dueCoinsDollars(view, first.market)
    if !isWithdrawn(view) {
      let sold = arbitrage(view, &intents)
      if isInKind { hedge += sold }
    }
    intents.trade(coin, dollars: hedge, money: money, .neutral, because: cause(of: hedge, view))
  }

  /// What made the difference that it trades away in the coin: the move of shares that went further today than
  /// the coin; its own choice where none did.
  private func cause(of hedge: Double, _ view: ParticipantView) -> CauseReference {
    guard hedge != 0 else { return .decision }
    let sign: Double = hedge > 0 ? 1 : -1
    let moves = funds.map { (market: $0.market, move: sign * view.logReturnToday($0.market)) }
    guard let leader = moves.max(by: { $0.move < $1.move }), leader.move > 0,
      leader.move > sign * view.logReturnToday(coin)
    else { return .decision }
    let price = view.price(leader.market)
    return hedge > 0
      ? .rise(leader.market, to: price * (1 - 1e-6)) : .fall(leader.market, to: price * (1 + 1e-6))
  }

  /// Sends the share legs of a bar.
  ///
  /// - Returns: Dollars of shares sold less bought.
  private func arbitrage(_ view: ParticipantView, _ intents: inout IntentList) -> Double {
    var deviation = funds.reduce(0) { $0 + abs($1.excess(view)) * view.price($1.market) }
    var sold = 0.0
    for fund in funds {
      let premium = fund.premium(view, coin: coin)
      guard abs(premium) > cost else { continue }
      let room = limit - deviation
      let held =
        premium > 0
        ? view.units(fund.shares) * view.price(fund.market)
        : view.units(coinAsset) * view.price(coin) + min(0, sold)
      let dollars =
        share
        * fund.volume(
          closing: premium,
          to: cost,
          atMost: max(0, min(room, held)),
          view,
          coin: coin
        )
      deviation += dollars
      let signed = premium > 0 ? dollars : -dollars
      sold += signed
      intents.trade(fund.market, dollars: -signed, money: money, .neutral)
    }
    return sold
  }

  /// Creates and redeems at the equity close.
  private mutating func settle(_ view: ParticipantView, _ intents: inout IntentList) {
    for place in funds.indices {
      let excess = funds[place].excess(view)
      let due = isInKind ? excess : settledPart(of: excess, due: funds[place].dueShares)
      if due > 0 {
        intents.add(
          .redeem(funds[place].window, claims: view.amount(due, of: funds[place].shares)),
          .neutral
        )
      } else if due < 0 {
        intents.add(
          .create(funds[place].window, claims: view.amount(-due, of: funds[place].shares)),
          .neutral
        )
      }
      funds[place].dueShares = excess - due
    }
    dueCoins = -exposure(view)
  }

  /// What was agreed a session ago and has not been reversed since.
  private func settledPart(of excess: Double, due: Double) -> Double {
    excess * due <= 0 ? 0 : (due > 0 ? min(excess, due) : max(excess, due))
  }

  private func dueCoinsDollars(_ view: ParticipantView, _ market: MarketID) -> Double {
    dueCoins / Double(view.barsOfSession(market)) * view.price(coin)
  }

  /// Coins and coins of shares beyond what it began with.
  private func exposure(_ view: ParticipantView) -> Double {
    let ofShares = funds.reduce(0) { $0 + view.units($1.shares) * view.figure($1.coinsPerShare) }
    return view.units(coinAsset) + ofShares - targetCoins
  }

  private func isWithdrawn(_ view: ParticipantView) -> Bool {
    let reference = view.referenceVolatility(coin) / 24.0.squareRoot()
    return view.hourlyVolatility(coin) > withdrawalRatio * reference
  }
}
