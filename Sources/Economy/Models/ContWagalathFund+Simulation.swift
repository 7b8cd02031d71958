public import Statistics

extension Purpose {
  /// The news of a fund that sells as it loses.
  fileprivate static let distressedSellingNews = Purpose(room: 3, index: 0x350)
}

extension ContWagalathFund {
  /// What a simulation realised, beside what the formula says of the prices it went through.
  public struct Simulation: Hashable, Sendable {
    /// Σ r rᵀ over the time, per year.
    public let realised: SymmetricMatrix
    /// The mean of ``ContWagalathFund/realisedCovariance(at:)`` over the same prices.
    public let predicted: SymmetricMatrix
    /// The share of the steps that began inside the bounds of the selling schedule.
    public let sellingShare: Double
  }

  /// Simulates returns at the initial prices: each step starts there again.
  ///
  /// - Parameters:
  ///   - horizonYears: The time of one path, positive.
  ///   - steps: The number of steps of one path, positive.
  ///   - paths: The number of paths, positive; each has its own stream.
  ///   - seed: The master seed.
  /// - Returns: Means over paths.
  /// - Complexity: O(paths · steps · assets²).
  public func simulationAtInitialPrices(
    horizonYears: Double,
    steps: Int,
    paths: Int,
    seed: UInt64
  ) -> Simulation {
    simulation(horizonYears, steps, paths, seed, isReset: true)
  }

  /// Simulates price paths: the fund loses, sells, and stops selling at the bounds of its schedule.
  ///
  /// - Parameters:
  ///   - horizonYears: The time of one path, positive.
  ///   - steps: The number of steps of one path, positive.
  ///   - paths: The number of paths, positive; each has its own stream.
  ///   - seed: The master seed.
  /// - Returns: Means over paths.
  /// - Complexity: O(paths · steps · assets²).
  public func simulationOfPaths(
    horizonYears: Double,
    steps: Int,
    paths: Int,
    seed: UInt64
  ) -> Simulation {
    simulation(horizonYears, steps, paths, seed, isReset: false)
  }

  private func simulation(
    _ horizonYears: Double,
    _ steps: Int,
    _ paths: Int,
    _ seed: UInt64,
    isReset: Bool
  ) -> Simulation {
    precondition(
      horizonYears > 0 && steps > 0 && paths > 0,
      "a simulation has length: \(horizonYears) years, \(steps) steps, \(paths) paths"
    )
    let count = holdings.count
    let dt = horizonYears / Double(steps)
    let scale = dt.squareRoot()
    var squares = [Double](repeating: 0, count: count * count)
    var closedForm = squares
    let start = realisedCovariance(at: initialPrices)
    var sellingSteps = 0
    var walk = Walk(fund: self)
    for path in 0..<paths {
      var stream = Stream(seed: seed, run: UInt64(path), purpose: .distressedSellingNews)
      walk.prices = initialPrices
      for _ in 0..<steps {
        let isSelling = walk.isSelling
        if isSelling { sellingSteps += 1 }
        if !isReset {
          let here = isSelling ? realisedCovariance(at: walk.prices) : covariance
          add(here, to: &closedForm)
        }
        walk.step(scale: scale, keepsPrices: isReset, using: &stream)
        for row in 0..<count {
          for column in 0...row {
            squares[row * count + column] += walk.returns[row] * walk.returns[column]
          }
        }
      }
    }
    let samples = Double(paths) * Double(steps)
    let matrix = { (sums: [Double], divisor: Double) in
      covariance.map { row, column, _ in sums[row * count + column] / divisor }
    }
    return Simulation(
      realised: matrix(squares, samples * dt),
      predicted: isReset ? start : matrix(closedForm, samples),
      sellingShare: Double(sellingSteps) / samples
    )
  }

  private func add(_ matrix: SymmetricMatrix, to sums: inout [Double]) {
    for row in 0..<matrix.order {
      for column in 0...row { sums[row * matrix.order + column] += matrix[row, column] }
    }
  }

  /// Prices on their way, with room for one step.
  private struct Walk {
    private let fund: ContWagalathFund
    private let initialValue: Double
    var prices: [Double]
    var returns: [Double]
    private var normals: [Double]

    init(fund: ContWagalathFund) {
      self.fund = fund
      initialValue = fund.initialValue
      prices = fund.initialPrices
      returns = prices
      normals = prices
    }

    var isSelling: Bool { fund.selling.derivative(at: fund.value(at: prices) / initialValue) > 0 }

    mutating func step(scale: Double, keepsPrices: Bool, using stream: inout Stream) {
      for index in normals.indices { normals[index] = stream.nextNormal() }
      var before = 0.0
      var after = 0.0
      for row in returns.indices {
        var news = 0.0
        for column in 0...row { news += fund.newsFactor[row][column] * normals[column] }
        returns[row] = news * scale
        let value = fund.holdings[row] * prices[row]
        before += value
        after += value * (1 + returns[row])
      }
      let sale = fund.selling.change(from: before / initialValue, to: after / initialValue)
      for row in returns.indices {
        returns[row] += fund.holdings[row] / fund.depths[row] * sale
        if !keepsPrices { prices[row] *= 1 + returns[row] }
      }
    }
  }
}
