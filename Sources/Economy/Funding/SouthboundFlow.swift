/// What mainland investors bring into Hong Kong shares, and so into Hong Kong dollars.
///
///     F = a + b g + c z        billions of US dollars a day
///
/// g is the valuation gap ln(PE_US/PE_HK) less its mean, z the shock to the valuation of artificial
/// intelligence in the United States, positive if it is re-rated down. The flow changes renminbi into Hong
/// Kong dollars; what the market does not take at 7.75 goes to the ``CurrencyBoard``. The coefficients are
/// assumptions. Source: `model.md` §3.25.
public struct SouthboundFlow: Hashable, Sendable {
  /// a, billions of US dollars a day.
  public let mean: Double
  /// b, billions a day per log unit of the gap.
  public let gapResponse: Double
  /// c, billions a day per unit of the shock.
  public let shockResponse: Double

  /// Takes the coefficients, finite.
  ///
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    mean: Double = 0.7,
    gapResponse: Double = 1,
    shockResponse: Double = 0.5
  ) throws(ModelError) {
    let domain = ModelDomain(model: "southbound flow")
    for (field, value) in [
      ("mean", mean), ("gap response", gapResponse), ("shock response", shockResponse),
    ] { try domain.check(value, field, "a finite number") { _ in true } }
    self.mean = mean
    self.gapResponse = gapResponse
    self.shockResponse = shockResponse
  }

  /// F, billions of US dollars a day; negative is an outflow.
  ///
  /// - Parameters:
  ///   - valuationGap: g, log units.
  ///   - shock: z.
  /// - Returns: Billions of US dollars a day.
  public func flow(valuationGap: Double, shock: Double) -> Double {
    mean + gapResponse * valuationGap + shockResponse * shock
  }
}
