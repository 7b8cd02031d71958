import Statistics

/// The quotes of a risk-averse market maker with inventory.
///
///     reservation price = s − q γ σ² τ
///     total spread      = γ σ² τ + (2/γ) ln(1 + γ/κ)
///
/// Source: Avellaneda & Stoikov (2008); `model.md` §1.4. Tested by row S23b.
public struct AvellanedaStoikov: Hashable, Sendable {
  /// The price at which the maker is indifferent to one more unit.
  public let reservationPrice: Double
  /// The distance between the maker's ask and bid.
  public let totalSpread: Double

  /// Computes the quotes.
  ///
  /// - Parameters:
  ///   - midPrice: s.
  ///   - inventory: q, units held, negative when short.
  ///   - riskAversion: γ, not negative; zero gives the limit 2/κ of the spread.
  ///   - volatility: σ, in price units per square root of time, not negative.
  ///   - timeLeft: τ, not negative.
  ///   - arrivalDecay: κ, how fast fills get rarer per unit of distance, positive.
  public init(
    midPrice: Double,
    inventory: Double,
    riskAversion: Double,
    volatility: Double,
    timeLeft: Double,
    arrivalDecay: Double
  ) {
    precondition(riskAversion >= 0, "negative risk aversion: \(riskAversion)")
    precondition(timeLeft >= 0, "negative time: \(timeLeft)")
    precondition(arrivalDecay > 0, "the decay must be positive: \(arrivalDecay)")
    let risk = riskAversion * volatility * volatility * timeLeft
    reservationPrice = midPrice - inventory * risk
    let liquidity =
      riskAversion > 0
      ? 2 / riskAversion * Libm.log(onePlus: riskAversion / arrivalDecay) : 2 / arrivalDecay
    totalSpread = risk + liquidity
  }

  /// The bid, half a spread below the reservation price.
  public var bid: Double { reservationPrice - 0.5 * totalSpread }

  /// The ask, half a spread above the reservation price.
  public var ask: Double { reservationPrice + 0.5 * totalSpread }
}
