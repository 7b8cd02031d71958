import Statistics

/// What a yen-funded book must sell on a day, whatever it wants.
///
///     loss on the debt = N x          x the yen's rise, N the book in dollars
///     margin call      loss > ½ capital:  back to the leverage N/capital, share 1 − (capital − loss)/capital
///     value at risk    2.33 σ_day N > limit:  share 1 − limit/VaR
///     stop             x > 2 σ_JPY,day:  30 % of the book
///
/// The largest share is sold, not the sum: what is closed for one reason need not be closed for
/// another. The specification says when a margin call comes and not how much it takes; returning to the leverage
/// that the lender had accepted is this program's reading. Source: `model.md` §3.14.
public struct YenCarryForce: Hashable, Sendable {
  /// The share of capital whose loss brings a margin call.
  public let lossLimit: Double
  /// The multiple of a day's deviation that value at risk is, 2.33 at 99 %.
  public let riskMultiple: Double
  /// The rise of the yen, in daily deviations, beyond which stops are hit.
  public let stopDeviations: Double
  /// The share of the book with stops there.
  public let stopShare: Double

  /// Takes the limits.
  ///
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)`` unless shares lie in 0 ... 1 and multiples
  ///   are positive.
  public init(
    lossLimit: Double = 0.5,
    riskMultiple: Double = 2.33,
    stopDeviations: Double = 2,
    stopShare: Double = 0.3
  ) throws(ModelError) {
    let domain = ModelDomain(model: "yen carry")
    for (field, value) in [("loss limit", lossLimit), ("stop share", stopShare)] {
      try domain.check(value, field, "a share in 0 ... 1") { $0 >= 0 && $0 <= 1 }
    }
    for (field, value) in [
      ("risk multiple", riskMultiple), ("stop deviations", stopDeviations),
    ] { try domain.check(value, field, "a positive number") { $0 > 0 } }
    self.lossLimit = lossLimit
    self.riskMultiple = riskMultiple
    self.stopDeviations = stopDeviations
    self.stopShare = stopShare
  }

  /// A book on a day.
  public struct Day: Hashable, Sendable {
    /// N, US dollars, not negative.
    public var book: Double
    /// Capital before the day's loss, US dollars.
    public var capital: Double
    /// The rise of the yen on the day, a fraction; negative is a fall.
    public var yenRise: Double
    /// What the assets lost on the day, US dollars; negative is a gain.
    public var assetLoss: Double
    /// The yen's volatility of a day, a fraction.
    public var yenDailyVolatility: Double
    /// The book's volatility of a day, a fraction.
    public var bookDailyVolatility: Double
    /// The limit on value at risk, US dollars; infinite if there is none.
    public var riskLimit: Double

    /// Takes the day.
    public init(
      book: Double,
      capital: Double,
      yenRise: Double,
      assetLoss: Double = 0,
      yenDailyVolatility: Double,
      bookDailyVolatility: Double = 0,
      riskLimit: Double = .infinity
    ) {
      self.book = book
      self.capital = capital
      self.yenRise = yenRise
      self.assetLoss = assetLoss
      self.yenDailyVolatility = yenDailyVolatility
      self.bookDailyVolatility = bookDailyVolatility
      self.riskLimit = riskLimit
    }

    /// What the day cost, US dollars: the dearer debt and the assets' fall.
    public var loss: Double { book * yenRise + assetLoss }
  }

  /// Why and how much of a book goes.
  public struct Sale: Hashable, Sendable {
    /// The share that the margin call takes; 0 without one.
    public let marginCallShare: Double
    /// The share that the risk limit takes.
    public let riskLimitShare: Double
    /// The share that stops take.
    public let stopShare: Double

    /// The share that is sold: the largest of the three.
    public var share: Double { max(marginCallShare, riskLimitShare, stopShare) }
  }

  /// What a day forces.
  public func sale(on day: Day) -> Sale {
    let left = day.capital - day.loss
    let isCalled = day.book > 0 && day.loss > lossLimit * day.capital
    let called = isCalled ? (day.capital > 0 ? 1 - max(0, left) / day.capital : 1) : 0
    let risk = riskMultiple * day.bookDailyVolatility * day.book
    return Sale(
      marginCallShare: min(1, max(0, called)),
      riskLimitShare: risk > day.riskLimit ? 1 - max(0, day.riskLimit) / risk : 0,
      stopShare: day.yenRise > stopDeviations * day.yenDailyVolatility ? stopShare : 0
    )
  }

  /// The book, US dollars, that sells a given amount of one asset when a share of it goes.
  ///
  /// - Parameters:
  ///   - amount: US dollars of the asset.
  ///   - weight: The asset's weight in the basket.
  ///   - share: The share of the book that is sold.
  /// - Returns: amount/(weight · share); infinite if nothing of the asset is sold.
  public static func bookNeeded(toSell amount: Double, weight: Double, share: Double) -> Double {
    weight * share > 0 ? amount / (weight * share) : .infinity
  }
}
