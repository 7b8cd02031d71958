import Quantities

/// What a job may ask for, whether by flags or by a manifest.
enum JobLimits {
  /// Numbers of runs.
  static let runs = 1...100_000
  /// Numbers of days of a world.
  static let days = 1...100_000
  /// Numbers of long parcels.
  static let parcels = 10...5_000_000
  /// Net sales, US dollars.
  static let sale = 0.0...1e14
  /// Moves by news alone, fractions.
  static let news = -0.99...10.0
  /// Times over which a sale is made; the longest window of a state file.
  static let length = Duration.zero ... .hours(720)
}
