public import Observatory

/// A claim's verdict with everything it rests on.
public struct ClaimAssessment: Hashable, Sendable {
  /// The verdicts that a computed number decides.
  public enum Decided: Hashable, Sendable {
    /// The number agrees with the claim.
    case supported
    /// The number disagrees with the claim.
    case contradicted
    /// Numbers agree with one part and disagree with another.
    case mixed
  }

  /// The verdicts without a deciding number.
  public enum Open: Hashable, Sendable {
    /// Something that has not happened decides.
    case undecided
    /// Nothing could decide.
    case untestable
    /// Missing data would decide.
    case noData
  }

  /// The claim.
  public let claim: String
  /// The verdict.
  public let verdict: ClaimVerdict
  /// The reasons, the deciding one first.
  public let evidence: [Evidence]
  /// What the articles got wrong here, with what is right.
  public let corrections: [Correction]
  /// What would be needed and is not in the store.
  public let missing: [MissingSeries]

  /// Creates a verdict that a number decides: `decisive` must hold one, else it traps.
  public init(
    claim: String,
    _ verdict: Decided,
    by decisive: Evidence,
    further: [Evidence] = [],
    corrections: [Correction] = [],
    missing: [MissingSeries] = []
  ) {
    precondition(decisive.number != nil, "\(claim): a decided verdict cites a computed number")
    self.claim = claim
    self.verdict =
      switch verdict {
      case .supported: .supported
      case .contradicted: .contradicted
      case .mixed: .mixed
      }
    evidence = [decisive] + further
    self.corrections = corrections
    self.missing = missing
  }

  /// Creates a verdict that stays open; traps without a reason.
  public init(
    claim: String,
    _ verdict: Open,
    evidence: [Evidence],
    corrections: [Correction] = [],
    missing: [MissingSeries] = []
  ) {
    precondition(!evidence.isEmpty, "\(claim): an open verdict gives a reason")
    self.claim = claim
    self.verdict =
      switch verdict {
      case .undecided: .undecided
      case .untestable: .untestable
      case .noData: .noData
      }
    self.evidence = evidence
    self.corrections = corrections
    self.missing = missing
  }
}
