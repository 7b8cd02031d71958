import Statistics

extension Purpose {
  /// The draw of a run's parameters from their priors.
  static let parameters = Purpose(room: 5, index: 1)
  /// The tilt of a run's leverage mixture.
  static let leverageMixture = Purpose(room: 5, index: 2)
  /// The draw of one opening position.
  static let openingPosition = Purpose(room: 5, index: 3)
  /// The bridge between two reported prices.
  static let pricePath = Purpose(room: 5, index: 4)
  /// A draw of the leverage map: its mixture and what is assumed about its size.
  static let leverageMap = Purpose(room: 5, index: 5)
}
