/// The logistic function and its inverse.
public enum LogisticFunction {
  /// 1/(1 + e⁻ˣ), without overflow on either side.
  ///
  /// - Parameter x: Any number, infinities included.
  /// - Returns: In 0 ... 1.
  public static func value(_ x: Double) -> Double {
    let power = Libm.exp(-abs(x))
    return x >= 0 ? 1 / (1 + power) : power / (1 + power)
  }

  /// ln(p/(1 − p)), the number whose logistic is p.
  ///
  /// - Parameter probability: In 0 ... 1; the ends give infinities.
  /// - Returns: Any number.
  public static func logit(_ probability: Double) -> Double {
    precondition(
      probability >= 0 && probability <= 1,
      "a probability lies in 0 ... 1: \(probability)"
    )
    return Libm.log(probability) - Libm.log(onePlus: -probability)
  }
}
