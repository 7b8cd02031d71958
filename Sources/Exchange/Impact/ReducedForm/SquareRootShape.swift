/// The impact function at one depth: the square roots that do not change are taken once.
struct SquareRootShape: Hashable, Sendable {
  /// c, log units per √USD.
  let prefactor: Double
  /// Λ₀, log units per USD.
  let linear: Double
  /// λ_perm, log units per USD.
  let permanent: Double
  private let regulariser: Double
  private let regulariserRoot: Double

  init(_ parameters: SquareRootParameters, depthMultiplier: Double) {
    prefactor = parameters.impactScale(depthMultiplier: depthMultiplier)
    regulariser = parameters.regulariser
    regulariserRoot = regulariser.squareRoot()
    linear = prefactor / (2 * regulariserRoot)
    permanent = parameters.permanentShare * linear
  }

  /// I(X), written without cancellation for small X: c X / (√(|X| + X₀) + √X₀).
  @inline(__always)
  func impact(of displacement: Double) -> Double {
    let root = (abs(displacement) + regulariser).squareRoot()
    return prefactor * displacement / (root + regulariserRoot)
  }

  /// I′(X).
  @inline(__always)
  func slope(at displacement: Double) -> Double {
    prefactor / (2 * (abs(displacement) + regulariser).squareRoot())
  }

  /// The multiplier A at which the volume with I(X) = d is a given one, for a shape with A = 1.
  ///
  /// With r = d/c the volume is A r² + 2 √A r √X₀, a quadratic in √A.
  func depthMultiplier(offering volume: Double, moving distance: Double) -> Double {
    let ratio = distance / prefactor
    let root = volume / ((regulariser + volume).squareRoot() + regulariserRoot) / ratio
    return root * root
  }

  /// The volume with I(X) = d, X = (d/c + √X₀)² − X₀.
  func volume(moving distance: Double) -> Double {
    guard prefactor > 0 else { return .infinity }
    let ratio = distance / prefactor
    return ratio * (ratio + 2 * regulariserRoot)
  }
}
