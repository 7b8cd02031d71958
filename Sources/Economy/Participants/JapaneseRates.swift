/// The Japanese state and its central bank, as far as others see them: two yields and a day of fiscal news.
///
/// Balance sheet: none; it publishes. A stimulus of S at an output of Y moves the ten-year yield by slope times
/// the percentage points of output by which, on the channel that the plan chooses,
///
///     supply            β S/Y                                 bonds to be placed
///     sustainability    (d + (β − τ μ) S/Y)/(1 + μ S/Y) − d   the debt ratio a year later
///
/// with β the part paid by bonds, μ output per yen spent, τ the tax share, d debt over output. The sign of the
/// second is not given. Source: `model.md` §3.14 (JGB yields exogenous with a fiscal premium).
public struct JapaneseRates: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "japanese_rates",
    summary:
      "Publishes the JGB ten-year yield and the yen policy rate, and moves the yield on fiscal news.",
    systems: ["M0.6"],
    parameters: [
      ParameterDeclaration(
        "stimulus_jpy",
        0,
        in: 0...1e15,
        "S, the package that is announced",
        basis: "S0.F17 states 17 tn"
      ),
      ParameterDeclaration(
        "stimulus_day_count",
        1,
        in: 0...1e5,
        "days from the opening to the announcement",
        basis: "assumption"
      ),
      ParameterDeclaration("output_jpy", 600e12, in: 1e12...1e16, "Y", basis: "assumption"),
      ParameterDeclaration("debt_to_output_ratio", 2.5, in: 0...10, "d", basis: "S0.F22"),
      ParameterDeclaration("new_bonds_share", 0.75, in: 0...1, "β", basis: "assumption"),
      ParameterDeclaration("output_multiplier", 0.6, in: 0...3, "μ", basis: "assumption"),
      ParameterDeclaration("tax_share", 1.0 / 3, in: 0...1, "τ", basis: "assumption"),
      ParameterDeclaration(
        "slope_bp_per_point",
        3.5,
        in: -100...1_000,
        "change of the yield per percentage point of output",
        basis: "Laubach (2009), for another country: 2 to 5"
      ),
      ParameterDeclaration(
        "ten_year_yield_percent",
        1.82,
        in: -2...30,
        "the JGB ten-year yield at the opening",
        basis: "S0.F19"
      ),
      ParameterDeclaration(
        "policy_rate_percent",
        0.5,
        in: -2...30,
        "the yen policy rate",
        basis: "assumption: the rate of 2025"
      ),
    ],
    words: [
      WordDeclaration("channel", "supply", "what moves the yield: supply or sustainability")
    ],
    mechanisms: [WorldMechanism("fiscal_news", "a stimulus moves the JGB yield")],
    stages: [.capacity]
  )

  private let longYield: FigureID
  private let after: Double
  private let day: Int
  private let isOn: Bool

  /// Creates the publisher and opens its two figures.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    let before = setup.number("ten_year_yield_percent")
    longYield = setup.figure(named: "JGB ten-year yield")
    setup.open(longYield, before)
    let policyRate = setup.figure(named: "yen policy rate")
    setup.open(policyRate, setup.number("policy_rate_percent"))
    let points = try Self.points(setup)
    after = before + setup.number("slope_bp_per_point") * points / 100
    day = Int(setup.number("stimulus_day_count"))
    isOn = setup.isOn(Self.kind.mechanisms[0]) && setup.number("stimulus_jpy") > 0
  }

  /// Publishes the new yield on the day of the announcement.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn, view.clock.day == day else { return }
    intents.publish(longYield, after)
  }

  /// Percentage points of output that the yield follows.
  private static func points(_ setup: WorldSetup) throws(WorldError) -> Double {
    let spent = setup.number("stimulus_jpy") / setup.number("output_jpy")
    let bonds = setup.number("new_bonds_share")
    switch setup.word("channel") {
    case "supply": return 100 * bonds * spent
    case "sustainability":
      let debt = setup.number("debt_to_output_ratio")
      let gained = setup.number("output_multiplier") * spent
      let owed = debt + bonds * spent - setup.number("tax_share") * gained
      return 100 * (owed / (1 + gained) - debt)
    default:
      throw setup.invalid(
        "channel",
        setup.word("channel"),
        "what moves the yield",
        ["supply", "sustainability"]
      )
    }
  }
}
