/// The kinds of participants that a scenario can name.
public struct ParticipantCatalogue: Sendable {
  /// The types, in the order of their kinds' names.
  public let types: [any Participant.Type]

  /// Creates a catalogue; kinds have unique names.
  public init(_ types: [any Participant.Type]) {
    self.types = types.sorted { $0.kind.id < $1.kind.id }
    precondition(
      zip(self.types, self.types.dropFirst()).allSatisfy { $0.kind.id != $1.kind.id },
      "two kinds of participant share a name"
    )
  }

  /// The type of a kind.
  public func type(of kind: String) -> (any Participant.Type)? {
    types.first { $0.kind.id == kind }
  }

  /// All mechanisms that can be switched off, those of the world first.
  public var mechanisms: [WorldMechanism] {
    var seen: Set<String> = []
    return (WorldMechanism.ofTheWorld + types.flatMap { $0.kind.mechanisms })
      .filter { seen.insert($0.id).inserted }
  }

  /// The catalogue with one more kind.
  public func adding(_ type: any Participant.Type) -> ParticipantCatalogue {
    ParticipantCatalogue(types + [type])
  }
}
