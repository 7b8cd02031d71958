/// How a claim is decided: by arithmetic, by data, by an experiment, by time, or not at all.
public struct ClaimDecision: Hashable, Sendable, Decodable, FactRecord {
  /// What decides a claim.
  public enum Route: String, Hashable, Sendable, Decodable, CaseIterable {
    /// Computing the stated figures again.
    case arithmetic
    /// Series of the store.
    case data
    /// An experiment with its control.
    case experiment
    /// Waiting for its date.
    case time
    /// Nothing.
    case untestable
  }

  /// The experiment that bears on a claim.
  public struct Experiment: Hashable, Sendable, Decodable {
    /// The system it belongs to: `M0.3`.
    public let system: String
    /// The quantity that is compared.
    public let quantity: String
    /// The treated arm.
    public let treated: String
    /// The control arm, with the mechanism switched off.
    public let control: String
    /// The experiments of the program that ask this, `M0.2-world`; empty while none does.
    public let ids: [String]
    /// Whether the claim says what a mechanism must or can do, so that they settle it; nil for no.
    ///
    /// What they give of a claim about the world is evidence: a mechanism that can do what is said need
    /// not have done it.
    public let settles: Bool?
  }

  /// A condition on computed figures.
  public struct Check: Hashable, Sendable, Decodable {
    /// The expression, over stated figures alone.
    public let expr: String
    /// The unit of the value.
    public let unit: String
    /// The stated result.
    public let equals: Double?
    /// How far the value may lie from the stated result: half a unit of its last stated digit.
    public let within: Double?
    /// The least value that agrees with the claim.
    public let min: Double?
    /// The greatest value that agrees with the claim.
    public let max: Double?

    /// Whether a value agrees with the claim.
    public func holds(_ value: Double) -> Bool {
      if let equals, abs(value - equals) > (within ?? 0) { return false }
      if let min, value < min { return false }
      if let max, value > max { return false }
      return true
    }

    /// What is expected, in words.
    public var expectation: String {
      var parts: [String] = []
      if let equals { parts.append("\(equals.plain) ± \((within ?? 0).plain)") }
      if let min { parts.append("at least \(min.plain)") }
      if let max { parts.append("at most \(max.plain)") }
      return parts.joined(separator: ", ")
    }
  }

  /// The claim.
  public let id: String
  /// What decides it.
  public let route: Route
  /// Why this decides it, or why nothing does.
  public let reason: String
  /// The experiment, if one bears on it.
  public let experiment: Experiment?
  /// The forecast of the record that scores it: `F01`.
  public let forecast: String?
  /// The first day on which it can be scored, `YYYY-MM-DD`; nil without one.
  public let due: String?
  /// What the arithmetic must satisfy.
  public let checks: [Check]?
  /// Data that would decide and that no catalogue file holds.
  public let needs: String?
}
