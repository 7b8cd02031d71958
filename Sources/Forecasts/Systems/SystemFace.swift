/// One face of a system, with what it rests on.
public struct SystemFace: Hashable, Sendable {
  /// An entry of a registry that belongs to the face.
  public struct Entry: Hashable, Sendable {
    /// The registry: `indicator`, `experiment`, `claim` or `forecast`.
    public let registry: String
    /// The id in the registry.
    public let id: String
    /// What it is, in a line.
    public let text: String
    /// Whether an experiment met its expectation; nil for other entries and without a verdict.
    public let isReproduced: Bool?

    /// Creates an entry.
    public init(registry: String, id: String, text: String, isReproduced: Bool? = nil) {
      self.registry = registry
      self.id = id
      self.text = text
      self.isReproduced = isReproduced
    }
  }

  /// How far the face has come.
  public let status: FaceStatus
  /// What came out and what is missing, in a line; empty where the status says it all.
  public let summary: String
  /// What is missing of a face that is partial; nil for every other status.
  public let missing: String?
  /// Why a face is not applicable; nil for every other status.
  public let reason: String?
  /// The entries behind the status.
  public let evidence: [Entry]

  /// Creates a face.
  public init(
    status: FaceStatus,
    summary: String = "",
    missing: String? = nil,
    reason: String? = nil,
    evidence: [Entry]
  ) {
    self.status = status
    self.summary = summary
    self.missing = missing
    self.reason = reason
    self.evidence = evidence
  }
}
