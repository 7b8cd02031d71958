import Quantities
import Testing

@testable import Economy

/// The funding world with foreign banks and foreign officials that do more than pay and lend, and a quiet Treasury.
enum OffshoreWorld {
  static let catalogue = ParticipantCatalogue(
    ParticipantCatalogue.standard.types + [FigureSetter.self]
  )

  /// What moves without anybody abroad doing anything.
  static let quiet: Set<String> = [
    "public_deficit", "debt_issuance", "household_saving", "central_bank_interest",
  ]

  static func plan(
    bank: [String: Double] = [:],
    words: [String: String] = [:],
    official: [String: Double] = [:],
    officialWords: [String: String] = [:],
    without: Set<String> = []
  ) -> WorldPlan {
    FundingWorld.plan(
      lenders: FundingWorld.lenders().filter { $0.name != "foreign officials" },
      others: [
        ParticipantPlan("foreign_bank", "foreign banks", numbers: bank, words: words),
        ParticipantPlan(
          "foreign_official",
          "foreign officials",
          numbers: official,
          words: officialWords
        ),
      ],
      without: quiet.union(without)
    )
  }

  /// The same plan with a run of foreign banks that begins on the first Monday.
  static func run(_ plan: WorldPlan, share: Double, days: Int = 1, target: String = "") -> WorldPlan
  {
    var plan = plan
    plan.shocks = [
      WorldShock(
        .offshoreRun,
        name: "run",
        day: 3,
        hours: 24 * Double(days),
        target: target,
        size: share
      )
    ]
    return plan
  }

  static func world(_ plan: WorldPlan, days: Int, seed: UInt64 = 1) throws -> World {
    let world = try World(plan, catalogue: catalogue, seed: seed, run: 0)
    try world.checkShockTargets()
    try world.run(days: days)
    return world
  }
}

/// Publishes a figure over a range of days, zero before and after.
struct FigureSetter: Participant {
  static let kind = ParticipantKind(
    id: "figure_setter",
    summary: "Publishes a figure.",
    systems: [],
    parameters: [
      ParameterDeclaration("value", 0, in: -1e15...1e15, "its value", basis: "test"),
      ParameterDeclaration("first_day", 0, in: 0...1e6, "first day", basis: "test"),
      ParameterDeclaration("last_day", 0, in: 0...1e6, "last day", basis: "test"),
    ],
    words: [WordDeclaration("figure", "", "its name")],
    stages: [.bar]
  )

  let figure: FigureID
  let value: Double
  let days: ClosedRange<Int>

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    figure = setup.figure(named: setup.word("figure"))
    value = setup.number("value")
    days = Int(setup.number("first_day"))...Int(setup.number("last_day"))
  }

  mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    intents.publish(figure, days.contains(view.clock.day) ? value : 0)
  }
}

extension World {
  /// A published figure at the end of a day.
  func figure(_ name: String, day: Int) throws -> Double {
    days[day].figures[try #require(figureNames.firstIndex(of: name), "no figure \(name)")]
  }

  /// Reserves and onshore deposits of an account, dollars.
  func onshoreDollars(of account: String) throws -> Double {
    try units("reserves", of: account) + units("deposits", of: account)
  }
}
