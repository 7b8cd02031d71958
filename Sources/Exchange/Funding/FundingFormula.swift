public import Quantities

/// The formula that turns a premium into a funding rate.
///
/// Source: `exchange-mechanics.md` §4.
public enum FundingFormula: Hashable, Sendable {
  /// `F = P + clamp(R − P, −δ, +δ)`: `R` for every premium within δ of it, else the premium shrunk by
  /// δ [BY-rate, BN-fund].
  case clamped(interest: Rate, halfWidth: Rate)
  /// `F = max(d, P) + min(−d, P)`: nothing within the damper, else the premium shrunk by it [DB-fund].
  case damped(damper: Rate)
  /// `F = S + offset` for a spread `S` clamped to a band: Drift's hourly form, in which the offset is
  /// 1/5000 of the oracle average and the whole is divided by ``FundingRule/divisor`` [DR-fund].
  case spread(offset: Rate, limit: Rate)

  /// The rate before the venue's cap.
  ///
  /// - Parameter premium: The averaged premium index.
  /// - Returns: What longs pay, as a share of the notional.
  public func rate(premium: Rate) -> Rate {
    switch self {
    case .clamped(let interest, let halfWidth):
      premium + min(max(interest - premium, -halfWidth), halfWidth)
    case .damped(let damper):
      max(damper, premium) + min(-damper, premium)
    case .spread(let offset, let limit):
      min(max(premium, -limit), limit) + offset
    }
  }
}
