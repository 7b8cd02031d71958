import Economy

/// What the places of a world's records are called.
public struct WorldNames: Hashable, Sendable {
  /// Spot markets.
  public let markets: [String]
  /// Whether news of its own moves the value, by market.
  public let areDrivenByNews: [Bool]
  /// Participants, in the order of their names.
  public let participants: [String]
  /// Their kinds.
  public let kinds: [String]
  /// Published figures.
  public let figures: [String]
  /// The markets of dated futures, in the order of their bases.
  public let futures: [String]

  init(of world: World) {
    markets = world.marketNames
    areDrivenByNews = world.marketsDrivenByNews
    participants = world.participantNames
    kinds = world.participantKinds
    figures = world.publishedFigures
    futures = world.futureMarkets.map { world.marketNames[$0] }
  }
}
