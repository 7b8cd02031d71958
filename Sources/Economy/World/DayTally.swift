/// What was ordered and forced in a day, by market, tag and participant, in signed dollars.
struct DayTally: Sendable {
  private let participants: Int
  private(set) var byTag: [Double]
  private(set) var byParticipant: [Double]
  /// Dollars of closed positions, by participant; shocks and nobody under the last place.
  private(set) var forcedByParticipant: [Double]
  private(set) var forcedByMarket: [Double]
  /// The signed liquidations of the bar that is being cleared.
  var forcedFlowOfBar = 0.0

  init(markets: Int, participants: Int) {
    self.participants = participants
    byTag = Array(repeating: 0, count: markets * IntentTag.allCases.count)
    byParticipant = Array(repeating: 0, count: markets * (participants + 1))
    forcedByParticipant = Array(repeating: 0, count: participants + 1)
    forcedByMarket = Array(repeating: 0, count: markets)
  }

  mutating func reset() {
    for place in byTag.indices { byTag[place] = 0 }
    for place in byParticipant.indices { byParticipant[place] = 0 }
    for place in forcedByParticipant.indices { forcedByParticipant[place] = 0 }
    for place in forcedByMarket.indices { forcedByMarket[place] = 0 }
  }

  mutating func add(_ dollars: Double, tag: IntentTag, market: Int, participant: Int) {
    byTag[market * IntentTag.allCases.count + Int(tag.rawValue)] += dollars
    byParticipant[market * (participants + 1) + place(participant)] += dollars
    if tag == .forced { addForced(abs(dollars), market: market, participant: participant) }
  }

  mutating func addForced(_ dollars: Double, market: Int, participant: Int) {
    forcedByParticipant[place(participant)] += dollars
    forcedByMarket[market] += dollars
  }

  func flow(market: Int, tag: IntentTag) -> Double {
    byTag[market * IntentTag.allCases.count + Int(tag.rawValue)]
  }

  func flow(market: Int, participant: Int) -> Double {
    byParticipant[market * (participants + 1) + place(participant)]
  }

  private func place(_ participant: Int) -> Int {
    participant < 0 ? participants : participant
  }
}
