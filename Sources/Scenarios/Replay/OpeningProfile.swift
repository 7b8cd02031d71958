import Exchange
import Quantities

/// The slope of the opening book: how much a fall forces, and how far that is from a slide.
///
/// Gain and critical sale are the engine's own. The distance by news follows the same idea: with f(V)
/// the log fall that selling V at once makes and Q(x) the longs whose liquidation price lies within a
/// log fall x, the news that carries the price to x is h(x) = x − f(Q(x)); where h stops rising, a little
/// more news falls through to where it rises again (`model.md` §2.2).
struct OpeningProfile {
  /// A fall that goes on by itself counts as a cascade from this log size.
  static let leastJump = 0.01
  /// The width of a bin of the profile in log price.
  static let binWidth = 0.002
  /// The number of bins: down to about 45 % of the price.
  static let binCount = 400

  /// Whether a market with this book can have stood at its price: no cascade follows from a sale of
  /// one minute's average volume, which happens all the time.
  ///
  /// It is asked of the market with every mechanism on, so that switching one off keeps the draws.
  static func standsAtRest(_ factory: MarketFactory) -> Bool {
    guard let sale = OpeningProfile(factory: factory, without: []).criticalSale else { return true }
    return sale >= factory.opening.parameters[.dailyVolume] / 1_440
  }

  /// Forced log fall per log fall, averaged over [p, 0.97 p].
  let localGain: Double
  /// The sale at once beyond which a cascade follows, US dollars; nil if none does.
  let criticalSale: Double?
  /// The fall by news beyond which a cascade follows, a fraction; nil if none within the profile.
  let distanceToCascade: Double?

  init(factory: MarketFactory, without: Set<Mechanism>) {
    guard !without.contains(.leverage), let engine = try? factory.engine(without: without) else {
      localGain = 0
      criticalSale = nil
      distanceToCascade = nil
      return
    }
    let market = factory.market(without: without)
    localGain = engine.localGain(in: market)
    criticalSale = engine.criticalSale(in: market, jumpMin: OpeningProfile.leastJump)?.volume
    let longs = LiquidationProfile(engine.book, side: .long)
    let start = market.logMid
    let news = (0...OpeningProfile.binCount).map { bin in
      let depth = Double(bin) * OpeningProfile.binWidth
      let forced = longs.quantity(atMark: Libm.exponential(start - depth))
      return depth - (start - market.logMid(after: -forced))
    }
    distanceToCascade = OpeningProfile.foldIndex(of: news)
      .map { 1 - Libm.exponential(-max(0, news[$0])) }
  }

  /// The first bin at which the function stops rising for at least ``leastJump``.
  static func foldIndex(of heights: [Double]) -> Int? {
    let least = Int(leastJump / binWidth)
    for index in 0..<max(0, heights.count - least) {
      let next = heights[(index + 1)...].firstIndex { $0 > heights[index] } ?? heights.count
      if next - index > least { return index }
    }
    return nil
  }
}
