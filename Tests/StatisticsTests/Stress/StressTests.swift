import Testing

@testable import Statistics

@Suite("Estimators of stress indices")
struct StressTests {
  @Test("an expanding rank is the share of the history at most as large", arguments: 0..<10)
  func expandingRank(seed: UInt64) throws {
    var values = SeededSeries.values(seed < 5 ? .ties : .walk, count: 120, seed: seed)
      .map { Double?.some($0) }
    for index in stride(from: 3, to: 120, by: 7) { values[index] = nil }
    let scores = try EmpiricalRank.expanding(values, observationsMin: 20)
    for index in values.indices {
      let history = values[...index].compactMap { $0 }
      guard values[index] != nil, history.count >= 20 else {
        #expect(scores[index] == nil)
        continue
      }
      #expect(scores[index] == EmpiricalRank.score(ofLastIn: history))
    }
  }

  @Test("scores wait for 250 observations and never look ahead")
  func rankMinimum() throws {
    let values = (0..<260).map { Double?.some(Double($0)) }
    let scores = try EmpiricalRank.expanding(values)
    #expect(scores[248] == nil && scores[249] == 1)
    let prefix = try EmpiricalRank.expanding(Array(values.prefix(255)))
    #expect(Array(scores.prefix(255)) == prefix)
  }

  @Test("exponential weights follow their closed form")
  func exponentialCovariance() throws {
    var covariance = ExponentialCovariance(order: 2, decay: 0.5)
    covariance.add(deviations: [1, 2])
    #expect(try covariance.matrix() == SymmetricMatrix(rows: [[1, 2], [2, 4]]))
    covariance.add(deviations: [3, 0])
    // (0.25 · 1 + 0.5 · 9)/0.75, and so on.
    #expect(abs(try covariance.matrix()[0, 0] - 4.75 / 0.75) < 1e-15)
    #expect(abs(try covariance.matrix()[0, 1] - 0.5 / 0.75) < 1e-15)
    #expect(throws: StatisticsError.self) { try ExponentialCovariance(order: 1).matrix() }
  }

  @Test("the composite rewards joint stress (row S43)")
  func composite() throws {
    let ones = try #require(SymmetricMatrix(rows: [[1, 1], [1, 1]]))
    let identity = SymmetricMatrix(order: 2, diagonal: 1)
    let (z, w) = ([0.5, 0.5], [1.0, 1])
    #expect(CompositeStress(scores: z, weights: w, correlation: ones).value == 1)
    #expect(CompositeStress(scores: z, weights: w, correlation: identity).value == 0.5)
    let third = try #require(
      SymmetricMatrix(rows: [[1, 0.5, 0.3], [0.5, 1, 0.1], [0.3, 0.1, 1]])
    )
    let weighted = CompositeStress(
      scores: [0.8, 0.2, 0.6],
      weights: [0.4, 0.3, 0.3],
      correlation: third
    )
    #expect(abs(weighted.value - 0.19432) < 1e-15)
  }

  @Test("the cosine ignores lengths, even huge and tiny ones")
  func cosine() throws {
    #expect(
      abs(try CosineSimilarity.between([1e200, 0], [1e-200, 1e-200]) - 0.5.squareRoot()) < 1e-15
    )
    #expect(try CosineSimilarity.between([1, -2], [-2, 4]) == -1)
    #expect(throws: StatisticsError.self) { try CosineSimilarity.between([0, 0], [1, 1]) }
  }

  @Test("Ledoit and Wolf's intensity agrees with scikit-learn's formula")
  func ledoitWolf() throws {
    // The formula of sklearn.covariance.ledoit_wolf_shrinkage, evaluated with numpy.
    let rows: [[Double]] = [[1, 2, 0], [2, 1, 1], [3, 5, 2], [4, 3, 7], [0, 1, 1], [2, 2, 2]]
    let shrunk = try ShrinkageCovariance(of: rows)
    #expect(abs(shrunk.intensity - 0.7532264031861411) < 1e-12)
    #expect(abs(shrunk.matrix[0, 1] - 0.28790252961616875) < 1e-12)
    let fixed = try ShrinkageCovariance(of: rows, fixedIntensity: 1)
    #expect(fixed.matrix[0, 1] == 0 && fixed.matrix[0, 0] == fixed.matrix[2, 2])
  }

  @Test("a distance along one axis counts standard deviations")
  func mahalanobis() throws {
    let rows: [[Double]] = [[2, 0], [-2, 0], [0, 1], [0, -1]]
    let plain = try ShrinkageCovariance(of: rows, fixedIntensity: 0)
    let distance = try plain.mahalanobisDistance(from: [2, 0], to: [0, 0])
    #expect(abs(distance - 2.0.squareRoot()) < 1e-15)
  }
}

@Suite("PrincipalComponent")
struct PrincipalComponentTests {
  @Test("two series have loadings of 1/√2 and explain (1 + |ρ|)/2", arguments: [-0.9, 0.6])
  func twoSeries(slope: Double) throws {
    let x = SeededSeries.values(.normal, count: 400, seed: 1)
    let noise = SeededSeries.values(.normal, count: 400, seed: 2)
    let y = zip(x, noise).map { slope * $0 + 0.5 * $1 }
    let rho = try Correlation.pearson(x, y)
    let component = try PrincipalComponent(of: [x.map { $0 }, y.map { $0 }])
    #expect(abs(component.explainedShare - (1 + abs(rho)) / 2) < 1e-12)
    let expected = 0.5.squareRoot()
    #expect(abs(component.loadings[0] - expected) < 1e-9)
    #expect(abs(component.loadings[1] - (rho < 0 ? -expected : expected)) < 1e-9)
  }

  @Test("recovers a common factor although series start late and have holes")
  func unbalanced() throws {
    let factor = SeededSeries.values(.normal, count: 1_000, seed: 3)
    let series: [[Double?]] = (0..<8).map { index in
      let noise = SeededSeries.values(.normal, count: 1_000, seed: 10 + UInt64(index))
      return factor.indices.map { time in
        let isMissing = time < 60 * index || (time + index) % 11 == 0
        return isMissing ? nil : 50 * Double(index) + factor[time] + 0.5 * noise[time]
      }
    }
    let component = try PrincipalComponent(of: series)
    #expect(component.loadings.allSatisfy { $0 > 0.3 && $0 < 0.4 })
    let times = factor.indices.filter { $0 % 11 != 0 }
    let scores = times.map { time in component.score(of: series.map { $0[time] }) ?? .nan }
    #expect(try Correlation.pearson(scores, times.map { factor[$0] }) > 0.95)
    let parts = component.contributions(of: series.map { $0[999] }).compactMap { $0 }
    let whole = try #require(component.score(of: series.map { $0[999] }))
    #expect(abs(parts.reduce(0, +) - whole) < 1e-12)
    #expect(component.score(of: [Double?](repeating: nil, count: 8)) == nil)
  }

  @Test("refuses constant series and series that hardly overlap")
  func refusals() {
    let x = SeededSeries.values(.normal, count: 40, seed: 1).map { Double?.some($0) }
    #expect(throws: StatisticsError.self) {
      try PrincipalComponent(of: [x, [Double?](repeating: 1, count: 40)])
    }
    let late = x.enumerated().map { $0.offset < 25 ? nil : $0.element }
    #expect(throws: StatisticsError.self) { try PrincipalComponent(of: [x, late]) }
  }
}
