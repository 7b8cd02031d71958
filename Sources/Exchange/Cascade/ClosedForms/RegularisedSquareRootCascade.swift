/// The cascade under regularised square-root impact and a constant density per log price.
///
///     x = c [√(E + ℓ x + X₀) − √X₀]       x the log drop, ℓ in USD per log
///
/// The marginal impact falls with size, so a cascade always stops. With u = √(E + ℓx + X₀) − √X₀ the
/// equation is u² + (2√X₀ − cℓ) u − E = 0, whose positive root is the only one for E > 0. Source:
/// `model.md` §2.4. Tested by row S10.
public struct RegularisedSquareRootCascade: Hashable, Sendable {
  /// c, log units per √USD.
  public let impactScale: Double
  /// X₀, USD.
  public let regulariser: Double
  /// ℓ, USD per unit of log price.
  public let density: Double

  /// Creates a cascade.
  ///
  /// - Throws: ``CascadeError/invalid(field:value:expected:)``.
  public init(impactScale: Double, regulariser: Double, density: Double) throws(CascadeError) {
    guard impactScale >= 0, impactScale.isFinite else {
      throw .invalid(field: "impact scale", value: "\(impactScale)", expected: "at least 0")
    }
    guard regulariser >= 0, regulariser.isFinite else {
      throw .invalid(field: "regulariser", value: "\(regulariser)", expected: "at least 0")
    }
    guard density >= 0, density.isFinite else {
      throw .invalid(field: "density", value: "\(density)", expected: "at least 0")
    }
    self.impactScale = impactScale
    self.regulariser = regulariser
    self.density = density
  }

  /// g₀ = c ℓ/(2√X₀), the gain at rest; above one the book falls by a finite jump from any touch.
  public var gainAtRest: Double { impactScale * density / (2 * regulariser.squareRoot()) }

  /// The log drop after a sale; zero without one.
  ///
  /// - Parameter sale: E, USD, not negative.
  /// - Returns: x, the smallest solution that is not negative.
  public func logDrop(sale: Double) -> Double {
    precondition(sale >= 0, "a sale must not be negative: \(sale)")
    guard sale > 0 else { return 0 }
    let b = 2 * regulariser.squareRoot() - impactScale * density
    let root = (b * b + 4 * sale).squareRoot()
    // The form without cancellation on either side of the critical gain.
    let u = b > 0 ? 2 * sale / (b + root) : 0.5 * (root - b)
    return impactScale * u
  }

  /// The log drop of the spontaneous jump, for a gain at rest above one; else zero.
  public var spontaneousDrop: Double {
    max(0, impactScale * (impactScale * density - 2 * regulariser.squareRoot()))
  }
}
