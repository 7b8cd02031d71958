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

    /// Creates an entry.
    public init(registry: String, id: String, text: String) {
      self.registry = registry
      self.id = id
      self.text = text
    }
  }

  /// How far the face has come.
  public let status: FaceStatus
  /// What came out and what is missing, in a line; empty where the status says it all.
  public let summary: String
  /// The entries behind the status.
  public let evidence: [Entry]

  /// Creates a face.
  public init(status: FaceStatus, summary: String = "", evidence: [Entry]) {
    self.status = status
    self.summary = summary
    self.evidence = evidence
  }
}
