/// The side from which a reference price must reach a stop's trigger.
public enum StopCondition: UInt8, Sendable, Hashable, CaseIterable {
  /// Fires when the reference is at the trigger or above it.
  case atOrAbove
  /// Fires when the reference is at the trigger or below it.
  case atOrBelow

  /// Whether a reference price fires a stop with this trigger.
  @inlinable public func isMet(reference: Int64, trigger: Int64) -> Bool {
    self == .atOrAbove ? reference >= trigger : reference <= trigger
  }
}
