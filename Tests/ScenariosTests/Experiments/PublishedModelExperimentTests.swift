import Scenarios
import Testing

/// What the experiments of this file have in common: runs by id.
private func measure(
  _ id: String,
  number: Int = 0,
  seed: UInt64 = 5,
  isControl: Bool = false,
  reading: String? = nil,
  parameters: [String: Double] = [:]
) throws -> ExperimentMeasurement {
  let experiment = try Experiments.experiment(id)
  return try experiment.measure(
    ExperimentRun(
      experiment: id,
      seed: seed,
      number: number,
      isControl: isControl,
      reading: reading ?? experiment.plan.readings.first?.id ?? "",
      parameters: parameters
    )
  )
}

extension ExperimentMeasurement {
  /// A companion by its name.
  fileprivate func companion(_ name: String) throws -> Double {
    try #require(companions.first { $0.name == name }?.value, "\(name)")
  }
}

@Suite("Experiments on published models, leverage, states and contagion")
struct PublishedModelExperimentTests {
  private static let exact = [
    "M0.2-readings", "M0.3-tails", "M0.3-varcycle", "M0.5-carry", "M0.6-repricing", "M0.7-impact",
    "M0.8-dominance", "M0.8-floor", "M0.10-threshold", "M1.3-crash", "M2.3-vulnerability",
  ]

  @Test("Without the mechanism the effect is gone exactly, in every reading", arguments: exact)
  func controls(id: String) throws {
    let plan = try Experiments.experiment(id).plan
    guard case .exactly(let null) = plan.control else {
      Issue.record("\(id) has an exact control")
      return
    }
    for reading in plan.readings.isEmpty ? [""] : plan.readings.map(\.id) {
      for number in 0..<3 {
        let control = try measure(id, number: number, isControl: true, reading: reading)
        #expect(control.quantity == null, "\(id) \(reading) \(number)")
      }
    }
  }

  @Test("With the mechanism there is an effect", arguments: exact.filter { $0 != "M0.8-dominance" })
  func effects(id: String) throws {
    let plan = try Experiments.experiment(id).plan
    for seed in [UInt64(5), 6] {
      let treated = try measure(id, seed: seed)
      #expect(treated.quantity != plan.control.null, "\(id) \(seed)")
    }
  }

  @Test("Credit lowers the tail exponent, and more credit lowers it further")
  func tails() throws {
    let exponents = try [1.0, 5, 10].map {
      try measure("M0.3-exponent", parameters: ["leverage_limit": $0]).companion("tail exponent")
    }
    #expect(exponents[0] > 6 && exponents[0] > exponents[1] && exponents[1] > exponents[2])
    #expect(try measure("M0.3-tails").quantity ?? 0 > 1)
  }

  @Test("The cycle begins at the critical leverage of row S12")
  func critical() throws {
    let above = try measure("M0.3-varcycle", parameters: ["leverage_at_rest": 8.7])
    let below = try measure(
      "M0.3-varcycle",
      parameters: ["leverage_at_rest": 6, "disturbance": 0.000_01]
    )
    #expect(abs(try above.companion("critical leverage") - 8.6353) < 1e-4)
    #expect(above.quantity ?? 0 > 0.03)
    #expect(below.quantity == 0)
    // A larger disturbance starts the cycle also where rest is stable.
    let far = try measure(
      "M0.3-varcycle",
      parameters: ["leverage_at_rest": 6, "disturbance": 0.03]
    )
    #expect(far.quantity ?? 0 > 0.03)
  }

  @Test("Geanakoplos's numbers are those of row S15, and without credit the fall is the news")
  func crash() throws {
    let credit = try measure("M1.3-crash")
    #expect(abs(try credit.companion("fall") - 0.268) < 0.001)
    #expect(abs(try credit.companion("fall by news alone") - 0.053) < 0.001)
    #expect(abs(try credit.companion("leverage before") - 3.74) < 0.01)
    let none = try measure("M1.3-crash", isControl: true)
    #expect(try none.companion("fall") > 0 && none.quantity == 0)
  }

  @Test("A common seller correlates two assets as the formula says, none leaves them alone")
  func selling() throws {
    var errors = 0.0
    for number in 0..<10 {
      let run = try measure("M2.3-selling", number: number, parameters: ["gain": 0.5])
      errors +=
        try run.companion("realised correlation") - run.companion("correlation by the formula")
    }
    #expect(abs(errors / 10) < 0.01)
    let still = try measure("M2.3-selling", isControl: true)
    #expect(try still.companion("correlation by the formula") == 0)
  }

  @Test("Losses by others' sales need both debt and common holdings")
  func vulnerability() throws {
    func losses(_ debt: Double, _ overlap: Double) throws -> Double {
      try #require(
        try measure(
          "M2.3-vulnerability",
          parameters: ["debt_to_equity": debt, "overlap": overlap]
        ).quantity
      )
    }
    #expect(try losses(0, 1) == 0 && losses(9, 0) == 0)
    #expect(try losses(9, 1) > losses(9, 0.5) && losses(9, 0.5) > losses(3, 0.5))
  }

  @Test("A small shock stays where it is, a larger one reaches the other asset")
  func threshold() throws {
    for number in 0..<10 {
      func fall(_ shock: Double) throws -> Double {
        try measure("M0.10-threshold", number: number, parameters: ["shock_fraction": shock])
          .quantity ?? -1
      }
      #expect(try fall(0.005) == 0)
      #expect(try fall(0.05) > 0)
    }
  }

  @Test("The slower capacity comes back, the less open interest does")
  func readings() throws {
    let ratios = try ["irreversible_ratchet", "recurring_cycle", "healthy_reset"].map {
      try measure("M0.2-readings", reading: $0).quantity ?? -1
    }
    #expect(0 < ratios[0] && ratios[0] < ratios[1] && ratios[1] < ratios[2])
  }

  @Test("News alone decides whether volatility falls below the threshold")
  func collapse() throws {
    func share(_ news: Double) throws -> Double {
      let hits = try (0..<60).map {
        try measure(
          "M0.3-collapse",
          number: $0,
          reading: "2028q4",
          parameters: ["news_volatility_annual": news]
        ).quantity ?? 0
      }
      return hits.reduce(0, +) / 60
    }
    #expect(try share(0.1) > 0.9)
    #expect(try share(0.33) < 0.1)
  }

  @Test("The three rows of the sovereign game")
  func dominance() throws {
    func shares(_ stock: Double, _ value: Double, _ rivalry: Double) throws -> [Double] {
      let run = try measure(
        "M0.8-dominance",
        parameters: ["stock_weight": stock, "strategic_value": value, "rivalry": rivalry]
      )
      return try ["buying is dominant", "all buy is the only equilibrium"].map(run.companion)
    }
    #expect(try shares(1, 0.02, 0.01) == [1, 1])
    #expect(try shares(0, 0, 0) == [0, 0])
    #expect(try shares(0, 0, 0.05) == [0, 0])
  }

  @Test("A larger purchase takes away more, and nobody buys the news away from those liquidated")
  func floor() throws {
    for reading in ["before_the_fall", "against_forced_sales"] {
      let shares = try [0.1e9, 1e9, 20e9].map {
        try measure("M0.8-floor", reading: reading, parameters: ["purchase_usd": $0]).quantity ?? -1
      }
      #expect(shares[0] > 0 && shares[0] < shares[1] && shares[1] <= shares[2])
    }
    let endless = try measure(
      "M0.8-floor",
      reading: "against_forced_sales",
      parameters: ["purchase_usd": 1e15]
    )
    #expect(try endless.companion("log fall with the purchase") >= 0.08)
  }

  @Test("A larger book of the carry funds makes more of the fall")
  func carry() throws {
    let shares = try ["0.25tn", "1tn", "4tn", "stated_20tn"].map {
      try measure("M0.5-carry", reading: $0).quantity ?? -1
    }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 } && shares[0] > 0)
  }

  @Test("The sign of the debt ratio turns with the multiplier, that of supply does not")
  func repricing() throws {
    func change(_ multiplier: Double, _ reading: String) throws -> Double {
      try measure("M0.6-repricing", reading: reading, parameters: ["multiplier": multiplier])
        .quantity ?? 0
    }
    #expect(try change(0, "sustainability") > 0 && change(1, "sustainability") < 0)
    #expect(try change(1, "supply") > 0 && change(1, "supply") == change(0, "supply"))
  }

  @Test("A sale of all coins in a day moves more than a tranche, a tranche more than a thirtieth")
  func whale() throws {
    let shares = try ["thirty_days", "last_tranche", "one_day"].map {
      try measure("M0.7-impact", reading: $0).quantity ?? -1
    }
    #expect(shares[0] > 0 && shares[0] < shares[1] && shares[1] < shares[2])
  }
}
