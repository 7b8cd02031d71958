import Economy
import Statistics

/// Geanakoplos (2010): how far prices fall beyond the news when optimists have borrowed.
struct LeverageCrashExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.3-crash",
    systems: ["M1.3"],
    title: "Crash beyond the news (Geanakoplos)",
    question:
      "After one piece of bad news, does the price fall further than the news says where optimists "
      + "bought on credit?",
    quantity: "fall of the price less the fall that the first marginal buyer would accept",
    unit: "fraction",
    expected: ExperimentExpectation(
      .value(0.217, tolerance: 0.01),
      facts: ["S1.F16", "S1.F37"],
      statement:
        "published with two digits: price 0.95, after bad news 0.69, marginal buyer 0.87, so 27 % where "
        + "news alone makes 6 %; the seed has the upswing, price raised twice on one piece of news"
    ),
    mechanism: "credit: everyone buys with what he has",
    control: .exactly(0),
    statistic: .exact,
    sweeps: [
      ExperimentSweep(
        .init("bad_payoff", text: "R, the payoff in the bad state"),
        [0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9]
      )
    ],
    inputs: [
      "the two-period economy of Geanakoplos (2010) with R = 0.2, beliefs uniform (model §5.5)",
      "without credit the first buyers keep what they have and the marginal buyer stays the same",
    ],
    finding:
      "By the paper's own measure four fifths of the fall are leverage: those who bought "
      + "are wiped out, the next buyer believes less, and lenders ask for more margin. "
      + "Beside the economy without credit it looks different: there the price falls by 24 "
      + "% and not by 27 %, all of it news, because the one who prices the asset is less of "
      + "an optimist and takes the bad news harder. Credit makes the price higher before "
      + "and after, and the fall a little deeper; what it changes most is whose opinion the "
      + "price is. The effect shrinks as the bad state becomes less bad.",
    refutation:
      "a fall on bad news in which margins stay where they were and the same buyers hold on",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let payoff = run.value(of: "bad_payoff", else: 0.2)
    return run.isControl ? withoutCredit(payoff) : try withCredit(payoff)
  }

  private func withCredit(_ payoff: Double) throws(ScenarioError) -> ExperimentMeasurement {
    do throws(StatisticsError) {
      let economy = try GeanakoplosLeverageCycle(badPayoff: payoff).dynamic()
      return measurement(
        fall: economy.crashFraction,
        news: economy.newsOnlyFraction,
        leverage: (economy.initialLeverage, economy.downLeverage),
        price: economy.initialPrice
      )
    } catch {
      throw .model(error)
    }
  }

  /// Buyers h ≥ a hold everything: a = 1/(1 + p₀), p₀ = a + (1 − a) p_D, p_D = a + (1 − a) R.
  ///
  /// Whoever sold thinks the asset worth less than p_D, so that a is the marginal buyer after bad news
  /// as well and the fall is the news.
  private func withoutCredit(_ payoff: Double) -> ExperimentMeasurement {
    func initial(_ buyer: Double) -> Double {
      1 - (1 - buyer) * (1 - buyer) * (1 - payoff)
    }
    var (lower, upper) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = 0.5 * (lower + upper)
      if middle * (1 + initial(middle)) < 1 { lower = middle } else { upper = middle }
    }
    let believed = lower + (1 - lower) * payoff
    let news = 1 - believed / initial(lower)
    return measurement(
      fall: 1 - believed / initial(lower),
      news: news,
      leverage: (1, 1),
      price: initial(lower)
    )
  }

  private func measurement(
    fall: Double,
    news: Double,
    leverage: (Double, Double),
    price: Double
  ) -> ExperimentMeasurement {
    ExperimentMeasurement(
      fall - news,
      companions: [
        .init("fall", unit: "fraction", fall),
        .init("fall by news alone", unit: "fraction", news),
        .init("price before", unit: "goods", price),
        .init("price after", unit: "goods", price * (1 - fall)),
        .init("leverage before", unit: "ratio", leverage.0),
        .init("leverage after", unit: "ratio", leverage.1),
      ]
    )
  }
}
