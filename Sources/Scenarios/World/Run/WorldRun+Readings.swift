import Economy

extension WorldRun {
  /// What the run says about a spot market; nil where it says nothing.
  public func reading(_ reading: WorldReading.Market, market: Int) -> Double? {
    let path = paths[market]
    let count = Double(days.count)
    switch reading {
    case .price: return ClosePath.price(ofLog: path.logs[path.logs.count - 1])
    case .logReturn: return path.closeToClose
    case .peakToTrough: return path.peakToTrough
    case .volatility30: return path.realisedVolatility(days: 30)
    case .volatility: return path.realisedVolatility(days: days.count)
    case .newsVolatility:
      let squares = sum { $0.markets[market].newsLogReturn * $0.markets[market].newsLogReturn }
      // A scenario can give news to a value that has none of its own.
      guard names.areDrivenByNews[market] || squares > 0 else { return nil }
      return (squares * 365 / count).squareRoot()
    case .noiseFlow:
      let squares = sum { $0.markets[market].noiseFlow * $0.markets[market].noiseFlow }
      return (squares / count).squareRoot()
    case .amplification:
      guard let whole = path.realisedVolatility(days: days.count),
        let control = controls[market].realisedVolatility(days: days.count), control > 0
      else { return nil }
      return whole / control
    case .volume: return sum { $0.markets[market].volume } / count
    case .directionalFlow: return flow(.directional, market)
    case .neutralFlow: return flow(.neutral, market)
    case .forcedFlow: return flow(.forced, market)
    case .policyFlow: return flow(.policy, market)
    case .forced: return sum { $0.markets[market].forced }
    case .depthLow: return days.map { $0.markets[market].depth }.min()
    case .haltedBars: return sum { Double($0.markets[market].haltedBars) }
    case .refused: return sum { $0.markets[market].refused }
    }
  }

  /// What the run says about a perpetual contract, by the place of the contract.
  public func reading(_ reading: WorldReading.Perpetual, contract: Int) -> Double? {
    guard let first = days.first?.perpetuals[contract], let last = days.last?.perpetuals[contract]
    else { return nil }
    let count = Double(days.count)
    switch reading {
    case .openInterest: return last.openInterest
    case .openInterestCoins: return last.openInterestCoins
    case .openInterestMean: return sum { $0.perpetuals[contract].openInterest } / count
    case .openInterestChange:
      return first.openInterest > 0 ? last.openInterest / first.openInterest - 1 : nil
    case .funding: return sum { $0.perpetuals[contract].fundingRate } / count * 3 * 365
    case .premium: return sum { $0.perpetuals[contract].premium } / count
    case .gain: return first.localGain
    case .gainHigh: return days.map { $0.perpetuals[contract].localGain }.max()
    case .liquidatedLongs: return sum { $0.perpetuals[contract].liquidatedLongs }
    case .liquidatedShorts: return sum { $0.perpetuals[contract].liquidatedShorts }
    case .liquidationCount: return sum { Double($0.perpetuals[contract].liquidationCount) }
    case .insuranceFund: return last.insuranceFund
    case .deficit: return last.deficit
    case .deleveraged: return burdens.deleveragedByMarket[last.market]
    case .socialised: return burdens.socialisedByMarket[last.market]
    }
  }

  /// What the run says about a participant.
  public func reading(_ reading: WorldReading.Participant, participant: Int) -> Double {
    switch reading {
    case .netWorth: days.last?.netWorths[participant] ?? 0
    case .flow: sum { $0.flows[participant] }
    case .forced: sum { $0.forced[participant] }
    case .deleveraged: burdens.deleveragedByParticipant[participant]
    case .socialised: burdens.socialisedByParticipant[participant]
    }
  }

  /// The spot market's place of each perpetual contract.
  public var contractMarkets: [Int] { days.last?.perpetuals.map(\.market) ?? [] }

  private func flow(_ tag: IntentTag, _ market: Int) -> Double {
    sum { $0.markets[market].flowByTag[Int(tag.rawValue)] }
  }

  private func sum(_ value: (WorldDay) -> Double) -> Double {
    days.reduce(0) { $0 + value($1) }
  }
}
