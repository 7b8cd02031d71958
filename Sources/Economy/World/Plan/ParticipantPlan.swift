/// One participant as a scenario writes it.
public struct ParticipantPlan: Hashable, Sendable {
  /// What the participant takes from a sector's account when the world opens.
  public struct Endowment: Hashable, Sendable {
    /// The instrument's name.
    public var instrument: String
    /// How much in whole units: coins, shares, dollars.
    public var quantity: Double
    /// The account it comes from: a sector of the opening sheet or another participant.
    public var source: String

    /// Creates an endowment.
    public init(_ instrument: String, _ quantity: Double, from source: String) {
      self.instrument = instrument
      self.quantity = quantity
      self.source = source
    }
  }

  /// The kind, by its id.
  public var kind: String
  /// The name: unique, the account's name in the ledger, and the key of its random streams.
  public var name: String
  /// The column of a Godley table; the kind if empty.
  public var sector: String
  /// Numbers that differ from the kind's defaults.
  public var numbers: [String: Double]
  /// Names that differ from the kind's defaults.
  public var words: [String: String]
  /// What it opens with.
  public var endowments: [Endowment]

  /// Creates a plan.
  public init(
    _ kind: String,
    _ name: String,
    sector: String = "",
    numbers: [String: Double] = [:],
    words: [String: String] = [:],
    endowments: [Endowment] = []
  ) {
    self.kind = kind
    self.name = name
    self.sector = sector
    self.numbers = numbers
    self.words = words
    self.endowments = endowments
  }
}
