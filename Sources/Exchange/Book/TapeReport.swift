/// How the fills a book made from a tape's orders compare with the fills the venue recorded.
///
/// Every fill record of the tape is counted in exactly one of ``auctionFills``,
/// ``auctionFillsOfUnshownOrders``, ``auctionDifferences``, ``aggressorOwnFills``, ``equalFills``, ``reorderedFills``,
/// ``hiddenQuantityFills`` and ``differingFills``.
public struct TapeReport: Sendable, Hashable {
  /// Records read.
  public var records = 0
  /// Fill records among them.
  public var fillRecords = 0
  /// Orders of the opening snapshot.
  public var snapshotOrders = 0
  /// Records of the call phase, in which orders collect without matching.
  public var callPhaseRecords = 0
  /// Orders carried from the call phase into continuous trading.
  public var ordersAfterAuction = 0
  /// Events (groups of records) of continuous trading.
  public var events = 0
  /// Aggressors fed to the book as orders; a stop the venue fired inside an event is one too.
  public var aggressors = 0

  /// Auction fills whose order and quantity the uncross by price and time reproduces.
  public var auctionFills = 0
  /// Auction fills of orders that the tape never showed: stops elected by the opening.
  public var auctionFillsOfUnshownOrders = 0
  /// Auction fills of shown orders that the uncross does not reproduce.
  public var auctionDifferences = 0
  /// Whether no other price would have traded more in the auction.
  public var auctionPriceMaximisesVolume = false

  /// Fill records that repeat the aggressor's own side, for aggressors that rested before.
  public var aggressorOwnFills = 0
  /// Fills the book made with the same maker, price and quantity in the same place.
  public var equalFills = 0
  /// Fills with the same makers, prices and quantities as recorded, listed in another order: the
  /// aggressor takes the whole level, and the venue ranks one order later than its last record says.
  public var reorderedFills = 0
  /// Fills against an order whose displayed size was smaller, or that showed new size afterwards:
  /// the book met the same maker, and the hidden part was taken from the record.
  public var hiddenQuantityFills = 0
  /// Fills the book made differently, for no reason known here.
  public var differingFills = 0
  /// Fills the book made that the venue has no record of.
  public var surplusFills = 0

  /// Cancel and modify records that report the effect of a fill and agree with the book.
  public var confirmedEffects = 0
  /// Such records that show new displayed size of an order with hidden quantity.
  public var displayRefreshes = 0
  /// Resting orders cancelled in the same event because their owner's new order would meet them.
  public var selfTradeCancels = 0
  /// Cancels by the owner.
  public var ownerCancels = 0
  /// Amendments by the owner that did not trade.
  public var ownerAmendments = 0
  /// Orders that came to rest without trading.
  public var restingAdds = 0
  /// Records that the book could not follow.
  public var unexplainedRecords = 0

  /// Creates an empty report.
  public init() {}
}
