public import Statistics

extension VarLeverageCycle {
  /// The eigenvalues of the linearised map at the fixed point, by modulus.
  public struct Spectrum: Hashable, Sendable {
    /// The six moduli, ascending.
    public let moduli: [Double]
    /// The largest modulus without the eigenvalue nearest one; the cycle begins where it passes one.
    public let secondModulus: Double
  }

  /// The spectrum at the fixed point.
  ///
  /// One eigenvalue is one whatever the parameters: cash is conserved, so that every fund weight has
  /// its own fixed point. It says nothing about stability and is left out of ``Spectrum/secondModulus``.
  ///
  /// - Returns: The moduli.
  /// - Throws: `StatisticsError` if the linearised map is not finite or the iteration does not end.
  public func spectrum() throws(StatisticsError) -> Spectrum {
    var eigenvalues = try Eigenvalues.of(jacobian(at: fixedPoint))
    let moduli = eigenvalues.map(\.modulus).sorted()
    let distances = eigenvalues.map { Eigenvalue(real: $0.real - 1, imaginary: $0.imaginary) }
    let structural = distances.indices.min { distances[$0].modulus < distances[$1].modulus }
    if let structural { eigenvalues.remove(at: structural) }
    return Spectrum(moduli: moduli, secondModulus: eigenvalues.map(\.modulus).max() ?? 0)
  }

  /// The value of a parameter at which the fixed point loses stability, secondModulus = 1.
  ///
  ///     try VarLeverageCycle().criticalValue(in: 1...13) { $0.setLeverageAtRest($1) }  // 8.6353
  ///
  /// - Parameters:
  ///   - bracket: Ends on different sides of the loss of stability.
  ///   - set: Gives the parameter a value.
  /// - Returns: The value, to about the last place of the bracket's middle.
  /// - Throws: `StatisticsError` if both ends are on one side.
  public func criticalValue(
    in bracket: ClosedRange<Double>,
    setting set: (inout VarLeverageCycle, Double) -> Void
  ) throws(StatisticsError) -> Double {
    try BrentMethod.root(
      of: { value in
        var cycle = self
        set(&cycle, value)
        return ((try? cycle.spectrum())?.secondModulus ?? .nan) - 1
      },
      in: bracket
    )
  }

  /// Sets α so that the leverage at rest is the given one.
  ///
  /// - Parameter leverage: λ*, positive.
  public mutating func setLeverageAtRest(_ leverage: Double) {
    riskScale = leverage / Libm.pow(varianceOffset, leverageExponent)
  }
}
