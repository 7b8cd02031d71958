public import Quantities

extension MarkFormula {
  /// The mark price.
  ///
  /// Where an input of a median is missing the formula goes on with the rest: two values give their mean
  /// rounded down, one gives itself. The index alone is always enough for a mark.
  ///
  /// - Throws: ``MarginError/overflow(operation:)`` beyond 64 bits;
  ///   ``MarginError/outOfDomain(field:value:expected:)`` for a mark that is not positive.
  public func mark(_ inputs: MarkInputs) throws(MarginError) -> Price {
    let mark: Price
    switch self {
    case .oracle: mark = inputs.index
    case .fundingBasis, .annualisedBasis: mark = try accruedBasis(inputs)
    case .basisRate: mark = try shifted(inputs.index, by: inputs.basisRate)
    case .bandedAverage(let band):
      let low = try shifted(inputs.index, by: -band)
      let high = try shifted(inputs.index, by: band)
      mark = min(max(try averaged(inputs) ?? inputs.index, low), high)
    case .medianOfThree:
      let candidates = [try accruedBasis(inputs), try averaged(inputs), inputs.last]
      mark = MarkFormula.median(of: candidates.compactMap { $0 })
    case .medianWithExternal:
      var candidates = [try averaged(inputs), inputs.bookMedian, inputs.externalPerpetuals]
        .compactMap { $0 }
      if candidates.count == 2, let short = inputs.shortBookAverage { candidates.append(short) }
      mark = candidates.isEmpty ? inputs.index : MarkFormula.median(of: candidates)
    }
    guard mark.units > 0 else {
      throw .outOfDomain(field: "mark", value: "\(mark.units)", expected: "above zero")
    }
    return mark
  }

  /// The median of one to three prices: the value, the mean rounded down, or the middle.
  static func median(of prices: [Price]) -> Price {
    switch prices.count {
    case 1: return prices[0]
    case 2:
      let sum = Int128(prices[0].units) + Int128(prices[1].units)
      return Price(Int64(sum.divided(by: 2, rounding: .down)))
    default: return Median.of(prices[0], prices[1], prices[2])
    }
  }

  private func accruedBasis(_ inputs: MarkInputs) throws(MarginError) -> Price {
    precondition(inputs.period > .zero, "a funding period is positive")
    let parts = Int128(inputs.basisRate.parts).scaled(
      by: Int128(inputs.remaining.microseconds),
      over: Int128(inputs.period.microseconds),
      rounding: .toNearestOrEven
    )
    guard let parts, let rate = Int64(exactly: parts) else {
      throw .overflow(operation: "basis rate \(inputs.basisRate.parts)")
    }
    return try shifted(inputs.index, by: Rate(partsPerTrillion: rate))
  }

  private func averaged(_ inputs: MarkInputs) throws(MarginError) -> Price? {
    guard let basis = inputs.averageBasis else { return nil }
    let (units, overflow) = inputs.index.units.addingReportingOverflow(basis)
    guard !overflow else { throw .overflow(operation: "\(inputs.index.units) + \(basis)") }
    return Price(units)
  }

  private func shifted(_ price: Price, by rate: Rate) throws(MarginError) -> Price {
    do throws(QuantityError) {
      return price + (try rate.applied(to: price, rounding: .toNearestOrEven))
    } catch {
      throw MarginError(error)
    }
  }
}
