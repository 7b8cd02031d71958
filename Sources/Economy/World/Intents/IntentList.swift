/// The intents of participants, in the order of their names.
public struct IntentList: Sendable {
  /// All of them.
  public private(set) var intents: [Intent] = []
  var participant = 0

  init() {}

  /// Whether nobody wants anything.
  public var isEmpty: Bool { intents.isEmpty }

  mutating func removeAll() { intents.removeAll(keepingCapacity: true) }

  /// Adds an intent.
  public mutating func add(
    _ act: Intent.Act,
    _ tag: IntentTag = .directional,
    because cause: CauseReference = .decision
  ) {
    var intent = Intent(act, tag, because: cause)
    intent.participant = participant
    intents.append(intent)
  }

  /// Adds a market order of a signed number of dollars; nothing below a cent.
  public mutating func trade(
    _ market: MarketID,
    dollars: Double,
    money: InstrumentID,
    _ tag: IntentTag = .directional,
    because cause: CauseReference = .decision
  ) {
    guard abs(dollars) >= 0.01 else { return }
    add(.order(market, .dollars(dollars), money: money), tag, because: cause)
  }

  /// Adds a published figure.
  public mutating func publish(
    _ figure: FigureID,
    _ value: Double,
    because cause: CauseReference = .decision
  ) {
    add(.publish(figure, value), .directional, because: cause)
  }
}
