import RealModule

/// The elementary and special functions of the platform's mathematics library.
///
/// This is the only door of the core rooms to libm: a platform whose last place differs is compared,
/// and if need be replaced, here. `exp`, `log` and `pow` are not correctly rounded, so golden files
/// hold quantised values.
package enum Libm {
  /// The exponential eˣ.
  @inline(__always) package static func exp(_ x: Double) -> Double { .exp(x) }
  /// eˣ − 1 without cancellation near zero.
  @inline(__always) package static func expMinusOne(_ x: Double) -> Double { .expMinusOne(x) }
  /// The natural logarithm.
  @inline(__always) package static func log(_ x: Double) -> Double { .log(x) }
  /// ln(1 + x) without cancellation near zero.
  @inline(__always) package static func log(onePlus x: Double) -> Double { .log(onePlus: x) }
  /// The power xʸ, x not negative.
  @inline(__always) package static func pow(_ x: Double, _ y: Double) -> Double { .pow(x, y) }
  /// The hyperbolic tangent.
  @inline(__always) package static func tanh(_ x: Double) -> Double { .tanh(x) }
  /// The inverse hyperbolic tangent.
  @inline(__always) package static func atanh(_ x: Double) -> Double { .atanh(x) }
  /// The complementary error function 1 − erf x, accurate in the far tail.
  @inline(__always) package static func erfc(_ x: Double) -> Double { .erfc(x) }
  /// ln Γ(x) for positive x.
  @inline(__always) package static func logGamma(_ x: Double) -> Double { .logGamma(x) }
}
