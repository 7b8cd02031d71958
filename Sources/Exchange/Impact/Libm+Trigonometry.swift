import Glibc
import Statistics

extension Libm {
  /// The sine of an angle in radians.
  @inline(__always) static func sin(_ x: Double) -> Double { Glibc.sin(x) }
  /// The cosine of an angle in radians.
  @inline(__always) static func cos(_ x: Double) -> Double { Glibc.cos(x) }
}
