import Exchange
import Statistics

/// The leveraged positions of a market at the start of a run, one draw of what is known of them.
///
/// Longs and leveraged shorts are parcels of one size in the asset; what is left of the shorts is the
/// market makers' hedge, without which longs and shorts would not be equal.
public struct OpeningBook: Sendable {
  /// The drawn inputs.
  public let parameters: RunParameters
  /// The parcels: longs first, each side in drawing order.
  public let positions: [OpeningPosition]
  /// The size of a parcel in units of the asset.
  public let parcel: Double
  /// The number of long parcels.
  public let longCount: Int
  /// Open interest outside the reach of the liquidation engine, in units of the asset.
  public let unleveragedOpenInterest: Double

  /// The size of the market makers' hedged short, in parcels.
  public var hedgedShortCount: Int { longCount - (positions.count - longCount) }

  /// A fingerprint of what was drawn: FNV-1a, a word at a time, over the bits of every entry price.
  ///
  /// Two runs of an ensemble with one fingerprint were drawn from one stream.
  public var hash: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in positions {
      hash = (hash ^ position.entry.bitPattern) &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  /// Draws a book.
  ///
  /// - Parameters:
  ///   - state: The market.
  ///   - parameters: The run's inputs.
  ///   - entries: Where entry prices come from.
  ///   - parcels: The number of long parcels; more of them are finer, not more leverage.
  ///   - seed: The master seed.
  ///   - run: The run's number.
  /// - Throws: ``ScenarioError/argument(name:value:expected:)`` if no position would still be open.
  public init(
    of state: MarketState,
    parameters: RunParameters,
    entries: some EntrySource,
    parcels: Int,
    seed: UInt64,
    run: UInt64
  ) throws(ScenarioError) {
    precondition(parcels > 0, "a book needs parcels")
    let shortCount = Int(
      (Double(parcels) * (1 - parameters[.hedgedShortShare])).rounded(.toNearestOrEven)
    )
    var positions: [OpeningPosition] = []
    positions.reserveCapacity(parcels + shortCount)
    let drawing = PositionDrawing(state: state, parameters: parameters, seed: seed, run: run)
    for index in 0..<parcels + shortCount {
      let side: OrderSide = index < parcels ? .buy : .sell
      positions.append(try drawing.position(index, side: side, entries: entries))
    }
    let openInterest = parameters[.openInterest] / state.price
    let reachable = openInterest * parameters[.liquidatableShare]
    self.parameters = parameters
    self.positions = positions
    parcel = reachable / Double(parcels)
    longCount = parcels
    unleveragedOpenInterest = openInterest - reachable
  }
}

/// Draws positions one by one, each from its own stream.
private struct PositionDrawing {
  let state: MarketState
  let parameters: RunParameters
  let seed: UInt64
  let run: UInt64

  /// Redraws until a position is open; what has been liquidated before is no part of the book, so
  /// the survivors carry less leverage than what was opened.
  func position(
    _ index: Int,
    side: OrderSide,
    entries: some EntrySource
  ) throws(ScenarioError) -> OpeningPosition {
    var stream = Stream(
      seed: seed,
      run: run,
      participant: UInt64(index),
      purpose: .openingPosition
    )
    for _ in 0..<1_000 {
      let leverageClass = self.leverageClass(at: stream.nextUniform())
      let kind = state.leverageMixture[leverageClass]
      let isInstitution = stream.nextUniform() < kind.institutionShare
      let entry = entries.entry(
        side: side,
        leverage: kind.leverage,
        maintenanceRate: parameters[.maintenanceRate],
        using: &stream
      )
      guard let entry else { continue }
      return OpeningPosition(
        side: side,
        entry: entry,
        leverageClass: leverageClass,
        owner: isInstitution ? .institution : .retail
      )
    }
    throw .argument(
      name: "entry_premium_log",
      value: "entries of which none is still open",
      expected: "some positions that the price has not liquidated yet"
    )
  }

  private func leverageClass(at uniform: Double) -> Int {
    var cumulative = 0.0
    for (index, weight) in parameters.leverageWeights.enumerated() {
      cumulative += weight
      if uniform < cumulative { return index }
    }
    return parameters.leverageWeights.count - 1
  }
}
