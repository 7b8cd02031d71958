import Quantities

extension Duration {
  /// `part` of `whole` equal parts, rounded down to a microsecond; all parts give the whole length.
  ///
  /// The length is divided before it is multiplied, so that no length overflows.
  func part(_ part: Int64, of whole: Int64) -> Duration {
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: whole)
    return Duration(microseconds: quotient * part + remainder * part / whole)
  }
}
