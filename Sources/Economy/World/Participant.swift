/// Someone with a balance sheet who acts: a pure function of what it sees.
///
/// A kind is one type in one file. It declares its numbers, names and mechanisms in ``kind``, adds the
/// claims it issues in ``declare(_:_:)``, finds its markets in ``init(_:_:)``, and then turns what it
/// sees into intents. It cannot touch the world, other participants or their random streams: what it
/// draws is keyed by its own name, so that nobody else's presence shifts its draws.
public protocol Participant: Sendable {
  /// What the kind is.
  static var kind: ParticipantKind { get }

  /// Adds accounts, instruments, markets and figures that others may look up.
  static func declare(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError)

  /// Creates the participant when everything is declared.
  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError)

  /// Acts at a stage of its kind.
  mutating func act(_ view: ParticipantView, _ intents: inout IntentList)
}

extension Participant {
  /// Declares nothing.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {}
}
