import Exchange
import Quantities

/// The slope of the opening book: how much a fall forces, and how far that is from a slide.
///
/// With f(V) the log fall that selling V at once makes, and Q(x) the value of longs whose liquidation
/// price lies within a log fall x, a sale E comes to rest at the least x with f(E + Q(x)) = x. The
/// sale that reaches x is h(x) = f⁻¹(x) − Q(x); where h stops rising, a little more sale falls through
/// to where h rises again. That is `model.md` §2.2 in the market's own impact.
struct OpeningProfile {
  /// A fall that goes on by itself counts as a cascade from this log size.
  static let leastJump = 0.01
  /// The width of a bin of the profile in log price.
  static let binWidth = 0.002
  /// The number of bins: down to about 45 % of the price.
  static let binCount = 400

  /// Forced log fall per log fall, averaged over [p, 0.97 p].
  let localGain: Double
  /// The sale at once beyond which a cascade follows, US dollars; nil if none within the profile.
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
    let longs = LiquidationProfile(engine.book, side: .long)
    let start = market.logMid
    func forced(within depth: Double) -> Double {
      longs.quantity(atMark: Libm.exponential(start - depth))
    }
    func fall(_ volume: Double) -> Double { start - market.logMid(after: -volume) }

    let near = forced(within: OpeningProfile.gainRange)
    localGain = fall(near) / OpeningProfile.gainRange

    let depths = (0...OpeningProfile.binCount).map { Double($0) * OpeningProfile.binWidth }
    let values = depths.map { forced(within: $0) }
    let news = zip(depths, values).map { $0 - fall($1) }
    let sales = zip(depths, values).map { depth, value in
      OpeningProfile.volume(falling: depth, fall) - value
    }
    criticalSale = OpeningProfile.foldIndex(of: sales).map { max(0, sales[$0]) }
    distanceToCascade = OpeningProfile.foldIndex(of: news)
      .map { 1 - Libm.exponential(-max(0, news[$0])) }
  }

  /// −ln 0.97.
  private static let gainRange = 0.030_459_207_484_708_654

  /// The first bin at which the function stops rising for at least ``leastJump``.
  private static func foldIndex(of heights: [Double]) -> Int? {
    let least = Int(leastJump / binWidth)
    for index in 0..<max(0, heights.count - least) {
      let next = heights[(index + 1)...].firstIndex { $0 > heights[index] } ?? heights.count
      if next - index > least { return index }
    }
    return nil
  }

  /// The volume whose sale makes the price fall by `depth`.
  private static func volume(falling depth: Double, _ fall: (Double) -> Double) -> Double {
    guard depth > 0 else { return 0 }
    var high = 1e6
    while fall(high) < depth, high < 1e18 { high *= 2 }
    var low = 0.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if fall(middle) < depth { low = middle } else { high = middle }
    }
    return high
  }
}
