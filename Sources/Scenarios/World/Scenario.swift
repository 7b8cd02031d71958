public import Economy
import Exchange

/// A world and how long it runs: what a scenario file says.
public struct Scenario: Hashable, Sendable {
  /// The name in results.
  public var name: String
  /// One sentence.
  public var title: String
  /// How many days are run.
  public var days: Int
  /// The market whose moves are attributed.
  public var measuredMarket: String
  /// The world.
  public var plan: WorldPlan
  /// What is observed, assumed and compared, where the scenario is a past event.
  public var episode: Episode?

  /// Creates a scenario; the plan is brought into its canonical form.
  public init(
    name: String,
    title: String,
    days: Int,
    measuredMarket: String,
    plan: WorldPlan,
    episode: Episode? = nil,
    catalogue: ParticipantCatalogue
  ) {
    self.name = name
    self.title = title
    self.days = days
    self.measuredMarket = measuredMarket
    self.plan = plan.canonical(catalogue)
    self.episode = episode
  }
}

extension WorldPlan {
  /// The plan with its lists in the order of names and without numbers that are defaults: equal worlds
  /// have equal plans, and the order of a file means nothing.
  func canonical(_ catalogue: ParticipantCatalogue) -> WorldPlan {
    var plan = self
    plan.coins.sort { $0.name < $1.name }
    for place in plan.coins.indices { plan.coins[place].holders.sort { $0.account < $1.account } }
    plan.claims.sort { $0.name < $1.name }
    for place in plan.claims.indices {
      plan.claims[place].holders.sort { $0.account < $1.account }
    }
    plan.markets.sort { $0.name < $1.name }
    plan.perpetuals.sort { $0.market < $1.market }
    for place in plan.perpetuals.indices where !plan.perpetuals[place].autoDeleverages {
      plan.perpetuals[place].deleveragingRule = .ranked
    }
    plan.participants.sort { $0.name < $1.name }
    plan.shocks.sort { $0.name < $1.name }
    plan.residualProvider.sort { ($0.instrument, $0.source) < ($1.instrument, $1.source) }
    for place in plan.participants.indices {
      let participant = plan.participants[place]
      plan.participants[place].endowments.sort {
        ($0.instrument, $0.source) < ($1.instrument, $1.source)
      }
      guard let kind = catalogue.type(of: participant.kind)?.kind else { continue }
      for parameter in kind.parameters
      where participant.numbers[parameter.name] == parameter.standard {
        plan.participants[place].numbers[parameter.name] = nil
      }
      for word in kind.words where participant.words[word.name] == word.standard {
        plan.participants[place].words[word.name] = nil
      }
      if participant.sector == participant.kind { plan.participants[place].sector = "" }
    }
    return plan
  }
}
