import Exchange
import Quantities

/// Builds the market and the liquidation engine of a run from its draws.
struct MarketFactory: Sendable {
  let state: MarketState
  let scales: MarketScales
  let opening: OpeningBook

  init(state: MarketState, opening: OpeningBook) {
    self.state = state
    self.opening = opening
    scales = MarketScales(price: state.price)
  }

  private var parameters: RunParameters { opening.parameters }

  /// The reduced-form market of the run at rest.
  ///
  /// The prefactor follows from the drawn impact of the reference sale, one ninetieth of a day's
  /// volume: Y σ_D/√V_D · [√(V/90 + X₀) − √X₀ + π/(2√X₀) · V/90] = κ σ_D.
  func market(without: Set<Mechanism>) -> SquareRootImpact {
    let volume = parameters[.dailyVolume]
    let regulariser = parameters[.regulariserShare] * volume
    let reference = volume / 90
    let permanent = parameters[.permanentShare]
    let shape =
      (reference + regulariser).squareRoot() - regulariser.squareRoot()
      + permanent / (2 * regulariser.squareRoot()) * reference
    let resilience = Libm.logarithm(2) / (parameters[.resilienceHalfLife] * 60)
    return SquareRootImpact(
      parameters: SquareRootParameters(
        prefactor: parameters[.referenceImpact] * volume.squareRoot() / shape,
        dailyVolatility: parameters[.dailyVolatility],
        dailyVolume: volume,
        regulariser: regulariser,
        resiliencePerSecond: without.contains(.resilience) ? 0 : resilience,
        permanentShare: without.contains(.permanentImpact) ? 0 : permanent
      ),
      logValue: Libm.logarithm(state.price),
      grid: scales.grid
    )
  }

  /// The largest log move that the whole book and the sale may make: beyond it prices lose meaning.
  private static let logMoveMax = 12.0

  /// Checks that the book, all of it sold or bought at once with the outflow, stays a price.
  ///
  /// - Throws: ``ScenarioError/argument(name:value:expected:)`` if it would move the price by more
  ///   than a factor of e¹².
  func checkReach(sale: Double) throws(ScenarioError) {
    let market = market(without: [])
    let volume = parameters[.openInterest] + sale
    let move = max(
      market.logMid - market.logMid(after: -volume),
      market.logMid(after: volume) - market.logMid
    )
    guard move <= MarketFactory.logMoveMax else {
      throw .argument(
        name: "open_interest_usd, daily_volume_usd, reference_impact_over_volatility or --sell",
        value:
          "a market in which open interest and sale move the price by a factor of e^\(Int(min(move, 1e15)))",
        expected: "at most e^12"
      )
    }
    guard opening.parcel > 0 else {
      throw .argument(
        name: "liquidatable_share",
        value: "0",
        expected: "a share that leaves something to liquidate"
      )
    }
    _ = try scales.size(opening.parcel)
  }

  /// The book and its liquidation engine.
  func engine(without: Set<Mechanism>) throws(ScenarioError) -> CascadeEngine {
    do throws(CascadeError) {
      return try makeEngine(without: without)
    } catch {
      throw .argument(name: "state", value: error.description, expected: "a book that can be built")
    }
  }

  private func makeEngine(without: Set<Mechanism>) throws(CascadeError) -> CascadeEngine {
    guard let rate = try? Rate(nearest: parameters[.maintenanceRate]),
      let fee = try? Rate(nearest: parameters[.takerFee]),
      let fund = try? Asset.usd.amount(
        of: without.contains(.insuranceFund) ? 0 : parameters[.insuranceFund]
      ),
      let price = try? scales.trade.price(of: state.price),
      let size = try? scales.size(opening.parcel)
    else {
      throw .invalid(field: "state", value: state.name, expected: "values that fit 64 bits")
    }
    let rules = PositionBookRules(
      scale: scales.trade,
      tickUnits: scales.grid.tickUnits,
      tiers: [PositionBookRules.Tier(rate: rate)],
      priceTicksMax: scales.priceTicksMax
    )
    var book = PositionBook(rules: rules, capacity: opening.positions.count)
    for position in opening.positions {
      guard let entry = try? scales.trade.price(of: position.entry),
        let notional = try? scales.trade.cash(for: size, at: entry, rounding: .toNearestOrEven)
      else { throw .overflow(operation: "the entry notional of a parcel") }
      let leverage = state.leverageMixture[position.leverageClass].leverage
      let margin = (Double(notional.units) / leverage).rounded(.up)
      _ = try book.open(
        side: position.side == .buy ? .long : .short,
        size: size,
        entryNotional: notional,
        margin: Amount(Int64(margin)),
        ownerClass: position.owner.rawValue,
        leverageBand: UInt8(position.leverageClass)
      )
    }
    return CascadeEngine(
      book: book,
      rules: CascadeRules(
        liquidates: !without.contains(.leverage),
        autoDeleverages: !without.contains(.autoDeleveraging),
        fillsInsuranceFund: !without.contains(.insuranceFund),
        liquidationFee: fee
      ),
      insuranceFund: fund,
      openingPrice: price
    )
  }
}
