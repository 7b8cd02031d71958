/// The place of a facility in its world.
public struct FacilityID: Hashable, Sendable {
  /// The place, in the order of opening.
  public let index: Int
}
