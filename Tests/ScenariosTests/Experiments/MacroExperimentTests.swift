import Testing

@testable import Scenarios

@Suite("Experiments of oil, offshore dollars, supply of debt, the band, gold and the dollar")
struct MacroExperimentTests {
  private typealias Common = CoinExperimentTests

  @Test(
    "Without the mechanism nothing is left, in every reading and run",
    arguments: [
      "M2.5-sign", "M2.5-carry", "M2.5-storage", "M2.7-backflow", "M2.7-lines", "M3.5-premium",
      "M3.5-assets", "M3.6-slope", "M3.6-sofr", "M4.2-inversion", "M4.2-world", "M4.2-backflow",
      "M4.2-loss", "M4.3-cuts", "M4.4-flow", "M4.5-band", "M4.5-board", "M4.6-gain", "M4.6-sale",
      "M4.7-path",
    ]
  )
  func controls(id: String) throws {
    let experiment = try Experiments.experiment(id)
    let readings = experiment.plan.readings.isEmpty ? [""] : experiment.plan.readings.map(\.id)
    for reading in readings {
      for number in 0..<6 {
        let measured = try experiment.measured(reading, isControl: true, number: number)
        let value = try #require(measured.quantity)
        #expect(
          experiment.plan.control.isMet(values: [value], lower: value, upper: value),
          "\(reading), run \(number): \(value)"
        )
      }
    }
  }

  @Test("First less twelfth month of +2.8 is backwardation, and neither sign is super-contango")
  func sign() throws {
    let experiment = SpreadSignExperiment()
    let stated = try experiment.measured("near_less_far")
    #expect(try #require(stated.quantity) < 0)
    #expect(try Common.companion("called backwardation", of: stated) == 1)
    let turned = try experiment.measured("far_less_near")
    #expect(try Common.companion("called contango", of: turned) == 1)
    let steep = try experiment.measured("far_less_near", ["spread_usd": 20])
    #expect(try Common.companion("called super-contango", of: steep) == 1)
  }

  @Test("Contango leaves full carry only when the tanks are full", arguments: 0..<20)
  func carry(number: Int) throws {
    let experiment = FullCarryExperiment()
    let roomy = try experiment.measured(
      "stocks_2020",
      number: number,
      ["capacity_over_mean": 100]
    )
    #expect(try #require(roomy.quantity) <= 1e-9)
    let full = try experiment.measured("stocks_2020", number: number, ["stocks_over_mean": 2])
    #expect(try #require(full.quantity) > 0)
  }

  @Test("With storage the expected rise stays within carry", arguments: 0..<10)
  func storage(number: Int) throws {
    let measured = try StorageArbitrageExperiment().measured(number: number)
    #expect(try Common.companion("steepest rise with storage", of: measured) <= 1 + 1e-6)
    #expect(try Common.companion("steepest rise without storage", of: measured) > 1)
  }

  @Test("A freeze within the dealers' capacity moves nothing, and lines cap what is beyond it")
  func offshore() throws {
    let backflow = BackflowExperiment()
    #expect(try backflow.measured("", ["frozen_share": 0.05]).quantity == 0)
    let severe = try backflow.measured("", ["frozen_share": 0.5, "dealer_capacity_usd_bn": 60])
    #expect(try #require(severe.quantity) > 100)
    let capped = try SwapLineExperiment().measured("", ["dealer_capacity_usd_bn": 60])
    #expect(try Common.companion("fall of the basis with open lines", of: capped) == 60)
  }

  @Test("The shift that inverts, inverts, and more bills mean a flatter curve")
  func inversion() throws {
    let experiment = InversionExperiment()
    let measured = try experiment.measured("inversion")
    let needed = try Common.companion("shift that inverts", of: measured)
    let inverted = try experiment.measured("inversion", ["shift_usd_bn": needed])
    #expect(abs(try #require(inverted.quantity) - 1) < 1e-6)
    #expect(try Common.companion("change of three months", of: measured) > 0)
    #expect(try Common.companion("change of ten years", of: measured) < 0)
  }

  @Test("A higher bill share flattens the curve of a world, a lower one steepens it")
  func billShare() throws {
    let experiment = InversionWorldExperiment()
    let higher = try experiment.measured("", ["bill_share_target": 0.3])
    #expect(try #require(higher.quantity) < 0)
    #expect(try Common.companion("bills more", of: higher) > 500)
    let lower = try experiment.measured("", ["bill_share_target": 0.15])
    #expect(try #require(lower.quantity) > 0)
  }

  @Test("Bills alone draw the whole of nearly nothing")
  func draw() throws {
    let alone = try DollarDrawExperiment().measured("cause", ["policy_rise_percent": 0])
    #expect(alone.quantity == 1)
    #expect(try Common.companion("rise of the dollar by bills", of: alone) < 0.005)
  }

  @Test("Longer debt loses more, and nobody who sells short bills loses a fiftieth")
  func loss() throws {
    let experiment = ReserveLossExperiment()
    for number in 0..<40 {
      let short = try #require(try experiment.measured("wealth", number: number).quantity)
      #expect(short >= 0 && short < 0.02)
    }
    let losses = try [0.5, 2, 10].map { maturity in
      try (0..<40).reduce(0.0) { sum, number in
        sum
          + (try experiment.measured("wealth", number: number, ["maturity_years": maturity])
            .quantity ?? 0)
      }
    }
    #expect(losses[0] < losses[1] && losses[1] < losses[2])
  }

  @Test("Supply and doubt move the term premium against one another; news moves both one way")
  func premium() throws {
    let experiment = TermPremiumExperiment()
    let shifted = try experiment.measured("with_doubt")
    #expect(try Common.companion("part of supply", of: shifted) < 0)
    #expect(try Common.companion("part of doubt", of: shifted) > 0)
    let news = try #require(try experiment.measured("news").quantity)
    #expect(news > 0)
    let gold = try AssetMapExperiment().measured("gold", ["independence_score": 6])
    #expect(try #require(gold.quantity) > 0)
  }

  @Test("Only a cut raises the slope and lowers ten years")
  func slope() throws {
    let experiment = SlopeSourceExperiment()
    for reading in ["doubt", "growth", "cut"] {
      let measured = try experiment.measured(reading)
      #expect(try Common.companion("change of the slope", of: measured) > 0)
      #expect((try #require(measured.quantity) < 0) == (reading == "cut"))
    }
  }

  @Test("The quarter's end lifts the secured rate; only cheaper balance sheets lower it")
  func securedRate() throws {
    let experiment = SecuredRateExperiment()
    let measured = try experiment.measured("", ["cost_change_percent": -0.05])
    #expect(try #require(measured.quantity) < 0)
    #expect(try Common.companion("last day of the quarter", of: measured) > 10)
  }

  @Test("Cuts cost output in proportion, and the loop through credit adds to it")
  func cuts() throws {
    let experiment = SpendingCutExperiment()
    let one = try experiment.measured("growth", ["cut_percent_of_gdp": 1])
    let two = try experiment.measured("growth", ["cut_percent_of_gdp": 2])
    let loss = try #require(one.quantity)
    #expect(loss < 0)
    #expect(abs(try #require(two.quantity) - 2 * loss) < 1e-9)
    #expect(try Common.companion("part of the loop", of: one) < 0)
    #expect(try Common.companion("largest rise of unemployment", of: one) > 0)
  }

  @Test("The valuation gap argues against the story")
  func southbound() throws {
    let experiment = SouthboundShockExperiment()
    #expect(try #require(try experiment.measured("valuation_only").quantity) < 0)
    let story = try experiment.measured("story", ["story_response_usd_bn": 1])
    #expect(try #require(story.quantity) > 0)
  }

  @Test("Inflow and a lower dollar rate both move the currency up, and the board counts in units")
  func band() throws {
    let experiment = BandFlowExperiment()
    for reading in ["inflow", "rate_gap"] {
      let measured = try experiment.measured(reading)
      #expect(try #require(measured.quantity) > 0)
      #expect(try Common.companion("balance exact", of: measured) == 1)
    }
    let flood = try experiment.measured("inflow", ["inflow_usd_bn_per_day": 5])
    #expect(try Common.companion("change of the aggregate balance", of: flood) > 100)
    #expect(try Common.companion("local less dollar rate", of: flood) < -3)
  }

  @Test("May and June 2025 are exact, and the local rate stays low after the weak side")
  func board() throws {
    let measured = try BoardReplayExperiment().measured()
    #expect(abs(try #require(measured.quantity) - 119.98) < 1e-6)
    #expect(try Common.companion("balance exact", of: measured) == 1)
    #expect(abs(try Common.companion("local rate before", of: measured) - 4.3) < 0.001)
    #expect(abs(try Common.companion("local rate in May", of: measured) - 0.03) < 0.001)
    #expect(try Common.companion("local rate after", of: measured) < 0.1)
  }

  @Test("A revaluation is certificates, an account, then reserves and deposits, and no ounce")
  func gold() throws {
    let measured = try RevaluationGainExperiment().measured()
    let gain = 261_498_926 * (29_200_000.0 - 422_222) / 10_000 / 1e9
    #expect(abs(try #require(measured.quantity) - gain) < 1e-6)
    for name in ["highest Treasury account", "rise of bank reserves", "rise of deposits"] {
      #expect(abs(try Common.companion(name, of: measured) - gain) < 1e-6, "\(name)")
    }
    #expect(try Common.companion("ounces sold", of: measured) == 0)
  }

  @Test("Gold is sold where somebody decides to sell it, and then its price falls")
  func sale() throws {
    let measured = try GoldSaleExperiment().measured("", ["sold_share": 0.005])
    #expect(abs(try #require(measured.quantity) - 0.005) < 0.000_1)
    #expect(try Common.companion("move of the price", of: measured) < 0)
    let none = try GoldSaleExperiment().measured()
    #expect(none.quantity == 0)
    #expect(try Common.companion("move of the price", of: none) == 0)
  }

  @Test("The pattern needs an event that comes and goes")
  func dollar() throws {
    let experiment = DollarPatternExperiment()
    let shares = try ["no_event", "stress", "rate_gap"].map { reading in
      try (0..<200).reduce(0.0) { sum, number in
        sum + (try experiment.measured(reading, number: number).quantity ?? 0)
      } / 200
    }
    #expect(shares[0] < 0.5)
    #expect(shares[1] > shares[0] && shares[2] > shares[0])
  }
}
