import Economy
import Yams

extension ScenarioReader {
  mutating func readCoins(into plan: inout WorldPlan) throws(ScenarioError) {
    for (index, node) in try fields.items("coins").enumerated() {
      let (entry, name) = try entry(
        node,
        "coins",
        index,
        keys: ScenarioKeys.coin,
        more: ["remove"]
      )
      let place = plan.coins.firstIndex { $0.name == name }
      let others = ScenarioKeys.coin.map(\.name).filter { $0 != "name" }
      if try removes(entry, inBase: plan.coins.map(\.name), keys: others) {
        plan.coins.removeAll { $0.name == name }
        continue
      }
      if place == nil { _ = try entry.required("price_usd", "a number") }
      var coin = place.map { plan.coins[$0] } ?? CoinPlan(name, price: 1, holders: [])
      try ScenarioKeys.coinPrice.read(entry, into: &coin)
      if let decimals = try entry.optionalWhole("quantity_decimals", in: 0...8) {
        coin.quantityDecimals = decimals
      }
      if let decimals = try entry.optionalWhole("price_decimals", in: 0...8) {
        coin.priceDecimals = decimals
      }
      if place == nil || entry.node("holders") != nil {
        coin.holders = try entry.quantities("holders").map { CoinPlan.Holder($0.name, $0.quantity) }
      }
      if let place { plan.coins[place] = coin } else { plan.coins.append(coin) }
    }
  }

  mutating func readMarkets(into plan: inout WorldPlan) throws(ScenarioError) {
    for (index, node) in try fields.items("markets").enumerated() {
      let (entry, name) = try entry(
        node,
        "markets",
        index,
        keys: ScenarioKeys.market,
        more: ["remove"]
      )
      let place = plan.markets.firstIndex { $0.name == name }
      let others = ScenarioKeys.market.map(\.name).filter { $0 != "name" }
      if try removes(entry, inBase: plan.markets.map(\.name), keys: others) {
        plan.markets.removeAll { $0.name == name }
        continue
      }
      if let place {
        try read(entry, into: &plan.markets[place])
      } else if isWhole(entry) {
        var market = MarketPlan(name, price: 1, value: .par, dailyVolume: 1, dailyVolatility: 1)
        try read(entry, into: &market)
        plan.markets.append(market)
      } else {
        partialMarkets.append((name, entry))
      }
    }
  }

  /// Changes the markets that participants open for their claims, as those of the base.
  ///
  /// - Throws: ``ScenarioError`` if nobody opens a market of the name: a new entry must be whole.
  func readDeclaredMarkets(into plan: inout WorldPlan) throws(ScenarioError) {
    guard !partialMarkets.isEmpty else { return }
    let world: World
    do throws(WorldError) {
      world = try World(plan.canonical(catalogue), catalogue: catalogue, seed: 1, run: 0)
    } catch {
      // Others may name a market that is new here and not whole.
      if case .invalid(_, let value, _, _) = error,
        let partial = partialMarkets.first(where: { $0.name == value })
      {
        try requireWhole(partial.entry)
      }
      throw failure(of: error)
    }
    for (name, entry) in partialMarkets {
      guard var market = world.marketPlan(named: name) else {
        try requireWhole(entry)
        continue
      }
      try read(entry, into: &market)
      plan.markets.append(market)
    }
  }

  private func isWhole(_ entry: StrictFields) -> Bool {
    entry.node("value") != nil
      && ScenarioKeys.marketNumbers.allSatisfy {
        !$0.field.isRequired || entry.node($0.field.name) != nil
      }
  }

  private func requireWhole(_ entry: StrictFields) throws(ScenarioError) {
    for number in ScenarioKeys.marketNumbers where number.field.isRequired {
      _ = try entry.required(number.field.name, "a number")
    }
    _ = try entry.required("value", "one of news, par, published, follows")
  }

  private func read(
    _ entry: StrictFields,
    into market: inout MarketPlan
  ) throws(ScenarioError) {
    for number in ScenarioKeys.marketNumbers { try number.read(entry, into: &market) }
    if let hours = try entry.optionalChoice("hours", among: ["always", "new_york"]) {
      market.hours = hours == "always" ? .always : .newYork
    }
    market.value = try value(entry, market.value)
    if let breaker = try breaker(entry) { market.breaker = breaker }
  }

  /// What moves a market's value: the rule of the file, with what it does not say taken from before.
  private func value(
    _ entry: StrictFields,
    _ old: MarketPlan.ValueRule
  ) throws(ScenarioError) -> MarketPlan.ValueRule {
    let rules = ["news", "par", "published", "follows"]
    let rule = try entry.optionalChoice("value", among: rules) ?? old.name
    let keys = [
      "news": ["news_volatility_annual", "news_common_share"], "published": ["figure"],
      "follows": ["follows"],
    ]
    for key in ["news_volatility_annual", "news_common_share", "figure", "follows"] {
      guard let node = entry.node(key), keys[rule]?.contains(key) != true else { continue }
      throw entry.failure(key, node, "nothing, because value is \(rule)")
    }
    switch rule {
    case "news":
      var volatility = 0.0
      var common = 0.0
      if case .news(let before, let share) = old {
        volatility = before
        common = share
      } else {
        volatility = try entry.number("news_volatility_annual", in: 0...10)
      }
      return .news(
        annualVolatility: try entry.optionalNumber("news_volatility_annual", in: 0...10)
          ?? volatility,
        common: try entry.optionalNumber("news_common_share", in: 0...1) ?? common
      )
    case "published":
      if entry.node("figure") == nil, case .published = old { return old }
      return .published(figure: try entry.text("figure"))
    case "follows":
      if entry.node("follows") == nil, case .follows = old { return old }
      return .follows(market: try entry.text("follows"))
    default: return .par
    }
  }

  mutating func readPerpetuals(into plan: inout WorldPlan) throws(ScenarioError) {
    for (index, node) in try fields.items("perpetuals").enumerated() {
      let (entry, name) = try entry(
        node,
        "perpetuals",
        index,
        keys: ScenarioKeys.perpetual,
        more: ["remove"],
        naming: "market"
      )
      let place = plan.perpetuals.firstIndex { $0.market == name }
      let others = ScenarioKeys.perpetual.map(\.name).filter { $0 != "market" }
      if try removes(entry, named: "market", inBase: plan.perpetuals.map(\.market), keys: others) {
        plan.perpetuals.removeAll { $0.market == name }
        continue
      }
      var contract = place.map { plan.perpetuals[$0] } ?? PerpetualPlan(name)
      for number in ScenarioKeys.perpetualNumbers { try number.read(entry, into: &contract) }
      try readTiers(entry, into: &contract)
      try readDeleveraging(entry, into: &contract)
      if let breaker = try breaker(entry) { contract.breaker = breaker }
      if let place { plan.perpetuals[place] = contract } else { plan.perpetuals.append(contract) }
    }
  }
}

extension MarketPlan.ValueRule {
  /// The word of the file.
  var name: String {
    switch self {
    case .news: "news"
    case .par: "par"
    case .published: "published"
    case .follows: "follows"
    }
  }
}
