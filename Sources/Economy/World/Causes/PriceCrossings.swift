import Exchange

/// Which event carried a price across each level, downwards and upwards, since the opening.
struct PriceCrossings: Sendable {
  private var falls = CrossingStack()
  private var rises = CrossingStack()
  private let scale: Double

  init(logPrice: Double, opening: CauseID) {
    // A part in 10⁷ of the price: finer than any tick that matters, and 2³¹ of them reach e²¹⁴.
    scale = 1e7
    let level = Self.level((logPrice * scale).rounded(.down))
    falls.reset(level: level, node: opening.index)
    rises.reset(level: -level, node: opening.index)
  }

  mutating func record(logPrice: Double, event: CauseID) {
    let level = Self.level((logPrice * scale).rounded(.down))
    falls.record(level: level, node: event.index)
    rises.record(level: -level, node: event.index)
  }

  mutating func cause(ofFallTo logPrice: Double) -> CauseID {
    CauseID(index: falls.node(crossing: Self.level((logPrice * scale).rounded(.up))))
  }

  mutating func cause(ofRiseTo logPrice: Double) -> CauseID {
    CauseID(index: rises.node(crossing: -Self.level((logPrice * scale).rounded(.down))))
  }

  /// A level of the stacks; a price that nobody can name is the lowest.
  private static func level(_ scaled: Double) -> Int32 {
    guard !scaled.isNaN else { return -Int32.max }
    return Int32(min(Double(Int32.max), max(-Double(Int32.max), scaled)))
  }
}
