/// What a kind of participant is, for scenario files, pages and the program.
public struct ParticipantKind: Hashable, Sendable {
  /// The name in a scenario: `retail_cohort`.
  public let id: String
  /// Who it is, what it holds and owes, and what forces it, in one or two sentences.
  public let summary: String
  /// The systems whose mechanism it carries.
  public let systems: [String]
  /// The numbers that a scenario may give.
  public let parameters: [ParameterDeclaration]
  /// The names that a scenario may give.
  public let words: [WordDeclaration]
  /// The mechanisms that can be switched off.
  public let mechanisms: [WorldMechanism]
  /// When it acts.
  public let stages: Set<DayStage>
  /// η, the most of a bar's volume that one participant's order takes; forced orders take a fifth.
  public let participation: Double
  /// Whether it is a single decision of an account for which another participant may act too.
  public let sharesAccount: Bool

  /// Creates a description.
  public init(
    id: String,
    summary: String,
    systems: [String],
    parameters: [ParameterDeclaration],
    words: [WordDeclaration] = [],
    mechanisms: [WorldMechanism] = [],
    stages: Set<DayStage>,
    participation: Double = 0.05,
    sharesAccount: Bool = false
  ) {
    self.id = id
    self.summary = summary
    self.systems = systems
    self.parameters = parameters
    self.words = words
    self.mechanisms = mechanisms
    self.stages = stages
    self.participation = participation
    self.sharesAccount = sharesAccount
  }
}
