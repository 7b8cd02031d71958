extension LeverageRatchet {
  /// What different authors take a purge of leverage for.
  public enum Reading: String, CaseIterable, Sendable {
    /// Capacity is destroyed for good: ρ_L = 0.
    case irreversibleRatchet
    /// Limits come back within weeks, the next rise is sounder: ρ_L = 1/30.
    case healthyReset
    /// Leverage comes back within a year and the cycle starts again: ρ_L = 1/250.
    case recurringCycle
  }

  /// The specification's parameters under a reading; only the recovery ρ_L differs.
  ///
  /// - Parameter reading: One of the three.
  public init(_ reading: Reading) {
    self.init()
    switch reading {
    case .irreversibleRatchet: leverageRecoveryPerDay = 0
    case .healthyReset: leverageRecoveryPerDay = 1.0 / 30
    case .recurringCycle: leverageRecoveryPerDay = 1.0 / 250
    }
  }

  /// What must hold together for volatility to collapse for good.
  public struct CollapseConditions: OptionSet, Hashable, Sendable {
    /// One bit per condition.
    public let rawValue: UInt8

    /// Creates conditions from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// C1: lost leverage never comes back, ρ_L = 0.
    public static let noRecovery = Self(rawValue: 1)
    /// C2: calm does not raise desired leverage, ε = 0.
    public static let rigidLeverage = Self(rawValue: 2)
    /// C3: news is quiet for other reasons, or officials absorb both ways.
    public static let calmNews = Self(rawValue: 4)
    /// C4: official hoarding does not thin the market, η = 0.
    public static let untouchedFloat = Self(rawValue: 8)
    /// All four.
    public static let all: Self = [.noRecovery, .rigidLeverage, .calmNews, .untouchedFloat]
  }

  /// How condition C3 is met.
  public enum Calm: Hashable, Sendable {
    /// σ_n falls to this value per year.
    case quietNews(Double)
    /// Officials divide every move, up or down, by one plus this strength.
    case peg(strength: Double)
  }

  /// The same model with conditions imposed.
  ///
  /// - Parameters:
  ///   - conditions: Those to impose; the others stay as they are.
  ///   - calm: How C3 is met.
  /// - Returns: The changed parameters.
  public func imposing(
    _ conditions: CollapseConditions,
    calm: Calm = .quietNews(0.15)
  ) -> LeverageRatchet {
    var changed = self
    if conditions.contains(.noRecovery) { changed.leverageRecoveryPerDay = 0 }
    if conditions.contains(.rigidLeverage) { changed.leverageElasticity = 0 }
    if conditions.contains(.untouchedFloat) { changed.floatExponent = 0 }
    if conditions.contains(.calmNews) {
      switch calm {
      case .quietNews(let volatility): changed.newsVolatility = volatility
      case .peg(let strength):
        changed.absorberStrength = strength
        changed.isAbsorptionTwoSided = true
      }
    }
    return changed
  }
}
