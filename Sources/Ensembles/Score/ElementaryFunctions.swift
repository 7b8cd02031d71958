import Glibc

/// The platform's elementary functions, in one place.
enum ElementaryFunctions {
  static func logarithm(_ x: Double) -> Double { log(x) }
  static func exponential(_ x: Double) -> Double { exp(x) }
}
