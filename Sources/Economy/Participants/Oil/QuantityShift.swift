/// A change of a quantity that a plan sets for a day and that nobody in the world decides.
struct QuantityShift: Sendable {
  private let share: Double
  private let day: Int

  /// Takes `shift_fraction` and `shift_day_count` of a kind that declares ``parameters``.
  init(_ setup: WorldSetup, isOn: Bool) {
    share = isOn ? setup.number("shift_fraction") : 0
    day = Int(setup.number("shift_day_count"))
  }

  /// The factor on a day.
  func factor(onDay today: Int) -> Double { today >= day ? 1 + share : 1 }

  static let parameters = [
    ParameterDeclaration(
      "shift_fraction",
      0,
      in: -1...1,
      "change of the quantity from the day of the shift on",
      basis: "assumption: none"
    ),
    ParameterDeclaration(
      "shift_day_count",
      1,
      in: 0...1e5,
      "days from the opening to the shift",
      basis: "assumption"
    ),
  ]
}
