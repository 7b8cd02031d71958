import Economy
import Statistics

/// Equilibria in which leverage is endogenous.
enum LeverageCycleTopics {
  static let all: [Topic] = [geanakoplos]

  private static let geanakoplos = Topic("geanakoplos_leverage_cycle") {
    (inputs) throws(VectorError) in
    let payoff = try inputs.double("bad_payoff")
    guard payoff >= 0, payoff < 1 else {
      throw inputs.invalid("bad_payoff", .number(payoff), "a number in 0 ..< 1")
    }
    let economy = GeanakoplosLeverageCycle(badPayoff: payoff)
    switch try inputs.word("setting") {
    case "static_no_leverage": return fields(economy.staticWithoutLeverage())
    case "static_leverage": return fields(economy.staticWithLeverage())
    case "dynamic":
      do throws(StatisticsError) {
        return fields(try economy.dynamic())
      } catch {
        throw .refused(reason: error.description)
      }
    case let other: throw .unsupported(what: "geanakoplos_leverage_cycle setting \(other)")
    }
  }

  private static func fields(
    _ equilibrium: GeanakoplosLeverageCycle.StaticEquilibrium
  ) -> [VectorValue.Field] {
    [
      VectorValue.Field("price", .number(equilibrium.price)),
      VectorValue.Field("marginal_buyer", .number(equilibrium.marginalBuyer)),
    ]
  }

  private static func fields(
    _ equilibrium: GeanakoplosLeverageCycle.DynamicEquilibrium
  ) -> [VectorValue.Field] {
    [
      VectorValue.Field("initial_price", .number(equilibrium.initialPrice)),
      VectorValue.Field("down_price", .number(equilibrium.downPrice)),
      VectorValue.Field("initial_marginal_buyer", .number(equilibrium.initialMarginalBuyer)),
      VectorValue.Field("down_marginal_buyer", .number(equilibrium.downMarginalBuyer)),
      VectorValue.Field("initial_leverage", .number(equilibrium.initialLeverage)),
      VectorValue.Field("down_leverage", .number(equilibrium.downLeverage)),
      VectorValue.Field("crash_fraction", .number(equilibrium.crashFraction)),
      VectorValue.Field("news_only_fraction", .number(equilibrium.newsOnlyFraction)),
    ]
  }
}
