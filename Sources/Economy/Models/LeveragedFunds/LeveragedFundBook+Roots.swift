extension LeveragedFundBook {
  /// The greatest clearing price below V.
  ///
  /// From V downwards the boldest fund reaches its limit first. In each piece the demand falls short at
  /// the upper end, so that the first zero met is the greatest.
  func greatestRoot(noiseDemand: Double) -> Double {
    let noisePrice = noiseDemand / market.sharesTotal
    var upper = market.fundamentalValue
    var unlimited = fundCount
    while upper > noisePrice {
      let edge = unlimited > 0 ? limitPrices[unlimited - 1] : -.infinity
      let lower = min(upper, max(edge, noisePrice))
      let piece = piece(unlimited, noiseDemand: noiseDemand)
      if let root = root(of: piece, in: lower...upper) {
        guard root < soundPrice else { return root }
        return greatestRootByIntervals(noiseDemand: noiseDemand)
      }
      upper = lower
      unlimited -= 1
    }
    return soundPrice > noisePrice
      ? greatestRootByIntervals(noiseDemand: noiseDemand) : noisePrice
  }

  /// The greatest zero of a piece; a sign change lost to rounding at the edges counts as one there.
  private func root(of piece: ExcessDemandPiece, in range: ClosedRange<Double>) -> Double? {
    if let root = piece.greatestRoot(in: range) { return root }
    return piece.value(at: range.lowerBound) >= 0 ? range.lowerBound : nil
  }

  /// The greatest clearing price by every interval between prices at which the formula changes.
  ///
  /// Also right where a fund's wealth turns negative above the root; the reference of the fast way.
  func greatestRootByIntervals(noiseDemand: Double) -> Double {
    let noisePrice = noiseDemand / market.sharesTotal
    let value = market.fundamentalValue
    guard noisePrice < value else { return noisePrice }
    var edges = [noisePrice, value]
    for fund in 0..<fundCount {
      let (money, held) = (cash[fund / 4][fund % 4], shares[fund / 4][fund % 4])
      for edge in [limitPrices[fund], -money / held] where edge > noisePrice && edge < value {
        edges.append(edge)
      }
    }
    edges.sort(by: >)
    for (upper, lower) in zip(edges, edges.dropFirst()) where lower < upper {
      let piece = piece(around: 0.5 * (lower + upper), noiseDemand: noiseDemand)
      if let root = root(of: piece, in: lower...upper) { return root }
    }
    return noisePrice
  }

  /// The quadratic that holds around a price, funds of negative wealth left out.
  private func piece(around price: Double, noiseDemand: Double) -> ExcessDemandPiece {
    let value = market.fundamentalValue
    var (constant, slope, curvature) = (noiseDemand, -market.sharesTotal, 0.0)
    for fund in 0..<fundCount {
      let (money, held) = (cash[fund / 4][fund % 4], shares[fund / 4][fund % 4])
      guard money + held * price > 0 else { continue }
      if price > limitPrices[fund] {
        let bold = aggressiveness[fund / 4][fund % 4]
        constant += bold * value * money
        slope += bold * (value * held - money)
        curvature += bold * held
      } else {
        constant += limit * money
        slope += limit * held
      }
    }
    return ExcessDemandPiece(constant: constant, slope: slope, curvature: curvature)
  }

  /// The price that halving [ξ/N, V] ends at.
  ///
  /// The signs decide which of several roots it is; once both ends lie in one piece, whose only sign
  /// change is the root, the rest of the halvings is replaced by the root itself.
  func bisectedRoot(noiseDemand: Double, halvings: Int) -> Double {
    var (lower, upper) = (noiseDemand / market.sharesTotal, market.fundamentalValue)
    var (fewest, most) = (unlimitedCount(at: lower, from: 0, to: fundCount), fundCount)
    for _ in 0..<halvings {
      if fewest == most && lower >= soundPrice {
        let piece = piece(most, noiseDemand: noiseDemand)
        if let root = piece.greatestRoot(in: lower...upper) { return root }
      }
      let price = 0.5 * (lower + upper)
      let unlimited = unlimitedCount(at: price, from: fewest, to: most)
      let excess =
        price >= soundPrice
        ? piece(unlimited, noiseDemand: noiseDemand).value(at: price)
        : excessDemand(at: price, noiseDemand: noiseDemand)
      if excess > 0 {
        (lower, fewest) = (price, unlimited)
      } else {
        (upper, most) = (price, unlimited)
      }
    }
    return 0.5 * (lower + upper)
  }

  /// The number of funds within their limit at a price, known to lie in a range.
  private func unlimitedCount(at price: Double, from fewest: Int, to most: Int) -> Int {
    var (low, high) = (fewest, most)
    while low < high {
      let middle = (low + high) / 2
      if limitPrices[middle] < price { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
