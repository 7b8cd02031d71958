package import Statistics

extension Purpose {
  /// Waiting times of the background flow of a book.
  static let flowTimes = Purpose(room: 2, index: 0x1000)
  /// Kinds, prices and victims of the background flow of a book.
  static let flowChoices = Purpose(room: 2, index: 0x1001)
  /// Arrivals of self-exciting market orders.
  package static let flowArrivals = Purpose(room: 2, index: 0x1002)
}
