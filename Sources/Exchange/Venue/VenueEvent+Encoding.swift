import Quantities

extension VenueEvent {
  /// The canonical line of the event: a word and integers, separated by spaces.
  ///
  /// Equal events have equal lines on every platform; the journal is their concatenation.
  public var line: String {
    let (word, numbers) = fields
    return numbers.reduce(word) { "\($0) \($1)" }
  }

  /// The lines of events as UTF-8 bytes, each ended by a line feed.
  public static func bytes(of events: [VenueEvent]) -> [UInt8] {
    var bytes: [UInt8] = []
    for event in events {
      bytes.append(contentsOf: event.line.utf8)
      bytes.append(10)
    }
    return bytes
  }

  private var fields: (word: String, numbers: [Int64]) {
    switch self {
    case .time(let instant): ("time", [instant.microseconds])
    case .refused(let reason): ("refused", [Int64(reason.rawValue)])
    case .opened(let account, let isHedged): ("opened", [Int64(account), isHedged ? 1 : 0])
    case .cash(let account, let asset, let amount):
      ("cash", [Int64(account), Int64(asset), amount.units])
    case .marginMoved(let account, let contract, let slot, let amount):
      ("margin", [Int64(account), Int64(contract), Int64(slot.rawValue), amount.units])
    case .index(let contract, let price): ("index", [Int64(contract), price.units])
    case .indexMissing(let contract, let considered):
      ("unindexed", [Int64(contract), Int64(considered)])
    case .reference(let contract, let kind, let price):
      ("reference", [Int64(contract), Int64(kind.rawValue), price.units])
    case .mark(let contract, let price): ("mark", [Int64(contract), price.units])
    case .collateral(let asset, let price): ("collateral", [Int64(asset), price.units])
    case .funding(let contract, let rate, let residue):
      ("funding", [Int64(contract), rate.parts, residue.units])
    case .settled(let contract, let price, let residue):
      ("settled", [Int64(contract), price.units, residue.units])
    case .root(let id, let cause): ("root", [Int64(id), Int64(cause.rawValue)])
    case .collateralSold(let account, let asset, let quantity, let proceeds):
      ("sold", [Int64(account), Int64(asset), quantity.units, proceeds.units])
    case .debtCovered(let account, let asset, let amount):
      ("covered", [Int64(account), Int64(asset), amount.units])
    case .lossUncovered(let asset, let amount): ("uncovered", [Int64(asset), amount.units])
    case .carriedOver(let count): ("carried", [Int64(count)])
    case .triggered(let account, let scope, let equity, let maintenance, let cause):
      (
        "triggered",
        [
          Int64(account), Int64(bitPattern: scope.order), equity.units, maintenance.units,
          Int64(cause),
        ]
      )
    case .orderRejected, .rested, .cancelled, .filled: orderFields
    case .amended, .stopAccepted, .stopFired: changeFields
    case .forced(let trade): ("forced", VenueEvent.numbers(of: trade))
    }
  }

  private var orderFields: (word: String, numbers: [Int64]) {
    switch self {
    case .orderRejected(let contract, let id, let reason):
      ("rejected", [Int64(contract), Int64(bitPattern: id), Int64(reason.rawValue)])
    case .rested(let contract, let order):
      (
        "rested",
        [
          Int64(contract), Int64(bitPattern: order.id), Int64(order.account),
          Int64(order.side.rawValue), order.price, order.quantity, order.isReduceOnly ? 1 : 0,
        ]
      )
    case .cancelled(let contract, let cancellation):
      (
        "cancelled",
        [
          Int64(contract), Int64(bitPattern: cancellation.id), Int64(cancellation.account),
          cancellation.quantity, cancellation.remaining, Int64(cancellation.reason.rawValue),
        ]
      )
    case .filled(let contract, let fill, let value):
      (
        "filled",
        [
          Int64(contract), Int64(bitPattern: fill.maker), Int64(bitPattern: fill.taker),
          Int64(fill.makerAccount), Int64(fill.takerAccount), Int64(fill.takerSide.rawValue),
          fill.price, fill.quantity, fill.makerRemaining, value.units,
        ]
      )
    default: ("", [])
    }
  }

  private var changeFields: (word: String, numbers: [Int64]) {
    switch self {
    case .amended(let contract, let amendment):
      (
        "amended",
        [
          Int64(contract), Int64(bitPattern: amendment.id), amendment.price, amendment.quantity,
          amendment.keptPriority ? 1 : 0,
        ]
      )
    case .stopAccepted(let contract, let stop):
      (
        "stop",
        [
          Int64(contract), Int64(bitPattern: stop.order.id), Int64(stop.order.account),
          Int64(stop.order.side.rawValue), stop.order.price, stop.order.quantity,
          stop.order.isReduceOnly ? 1 : 0, Int64(stop.reference.rawValue),
          Int64(stop.condition.rawValue), stop.trigger,
        ]
      )
    case .stopFired(let contract, let id):
      ("fired", [Int64(contract), Int64(bitPattern: id)])
    default: ("", [])
    }
  }

  private static func numbers(of trade: ForcedTrade) -> [Int64] {
    [
      Int64(trade.id), Int64(trade.parent), Int64(trade.kind.rawValue), Int64(trade.account),
      Int64(trade.contract), Int64(trade.side.rawValue), trade.quantity.units, trade.price.units,
      trade.fillNotional.units, trade.bankruptcyPrice.units, trade.fundDelta.units,
    ]
  }
}
