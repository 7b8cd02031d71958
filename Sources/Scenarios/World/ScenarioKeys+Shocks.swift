import Economy

extension ScenarioKeys {
  static let shock: [ScenarioField] = [
    ScenarioField("name", .text, isRequired: true, "unique; its name in journals"),
    ScenarioField(
      "kind",
      .choice(WorldShock.Kind.allCases.map(\.rawValue)),
      isRequired: true,
      "what happens"
    ),
    ScenarioField("day", .whole(0...100_000), isRequired: true, "0 for the first day"),
    ScenarioField("hour_utc", .number(0...23.999), "hour of the day at which it begins"),
    ScenarioField("duration_hours", .number(0...1e6), "how long it lasts; one bar if 0"),
    ScenarioField("market", .text, "the market that is meant"),
    ScenarioField("target", .text, "the account or participant that is meant"),
    ScenarioField("size_usd", .number(0...1e14), "dollars: sale, hack, depeg, tax_payment"),
    ScenarioField(
      "size_fraction",
      .number(-0.99...10),
      "oracle_fault: error of the price; redemption_wave: share redeemed; maker_withdrawal: share of "
        + "depth still offered; lender_refusal: share of lenders that refuse risky borrowers; "
        + "offshore_run: share of foreign banks' maturing dollars that is not rolled"
    ),
    ScenarioField("log_return", .number(-7...4), "news: the move of the value; so their sum"),
  ]
}

extension WorldShock.Kind {
  /// The key that gives the size, its range, or nil where there is none.
  var size: (key: String, range: ClosedRange<Double>)? {
    switch self {
    case .sale, .hack, .depeg, .taxPayment: ("size_usd", 0...1e14)
    case .news: ("log_return", World.logMoves)
    case .oracleFault: ("size_fraction", -0.99...10)
    case .redemptionWave, .makerWithdrawal, .lenderRefusal, .offshoreRun: ("size_fraction", 0...1)
    case .issuanceClosure: nil
    }
  }

  /// Whether a market must be named.
  var needsMarket: Bool {
    switch self {
    case .sale, .news, .hack, .oracleFault, .depeg: true
    case .redemptionWave, .issuanceClosure, .makerWithdrawal, .taxPayment, .lenderRefusal,
      .offshoreRun:
      false
    }
  }

  /// Whether an account must be named.
  var needsTarget: Bool {
    switch self {
    case .sale, .hack, .redemptionWave, .depeg: true
    case .news, .oracleFault, .issuanceClosure, .makerWithdrawal, .taxPayment, .lenderRefusal,
      .offshoreRun:
      false
    }
  }
}
