import Testing

@testable import Statistics

@Suite("QuantileSketch")
struct QuantileSketchTests {
  static func values(seed: Int, count: Int) -> [Double] {
    var stream = Stream.forTest(seed: UInt64(seed), label: 40)
    return (0..<count).map { _ in
      let draw = stream.nextNormal()
      let isZero = stream.nextUniform() < 0.1
      return isZero ? 0 : draw * Libm.exp(4 * stream.nextNormal())
    }
  }

  static func sketch(of values: some Sequence<Double>) -> QuantileSketch {
    var sketch = QuantileSketch()
    for value in values { sketch.add(value) }
    return sketch
  }

  @Test("order statistics are right to the stated relative error", arguments: 0..<50)
  func accuracy(seed: Int) throws {
    let values = Self.values(seed: seed, count: 301)
    let sorted = values.sorted()
    let sketch = Self.sketch(of: values)
    // With 301 values the probabilities k/300 fall on order statistics; k/300 may round to just
    // beside one, where the neighbour enters with a weight of 1e-13.
    for rank in 0..<301 {
      let estimate = try #require(sketch.quantile(Double(rank) / 300))
      let bound = (QuantileSketch.relativeErrorMax + 1e-9) * abs(sorted[rank])
      let neighbours = 1e-12 * (abs(sorted[max(0, rank - 1)]) + abs(sorted[min(300, rank + 1)]))
      #expect(abs(estimate - sorted[rank]) <= bound + neighbours)
    }
  }

  @Test("quantiles between positive values are right to the stated relative error")
  func interpolation() throws {
    let values = (0..<40).map { 1 + Double($0 * $0) }
    let sketch = Self.sketch(of: values)
    for step in 0...1_000 {
      let probability = Double(step) / 1_000
      let exact = try SampleQuantile.type7(of: values, at: probability)
      let estimate = try #require(sketch.quantile(probability))
      #expect(abs(estimate - exact) <= (QuantileSketch.relativeErrorMax + 1e-12) * exact)
    }
  }

  @Test("merging is exact in any order and grouping", arguments: 0..<100)
  func mergeIsExact(seed: Int) {
    let values = Self.values(seed: seed, count: 300)
    let parts = [values[..<50], values[50..<51], values[51..<200], values[200...]].map {
      Self.sketch(of: $0)
    }
    let whole = Self.sketch(of: values)
    #expect(Self.sketch(of: values.reversed()) == whole)
    for order in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]] {
      var merged = QuantileSketch()
      for index in order { merged.merge(parts[index]) }
      #expect(merged == whole)
    }
    var (left, right) = (parts[0], parts[2])
    left.merge(parts[1])
    right.merge(parts[3])
    left.merge(right)
    #expect(left == whole)
  }

  @Test("the ends are exact")
  func ends() {
    let sketch = Self.sketch(of: [-7.3, 0, 2, 19.37])
    #expect(sketch.quantile(0) == -7.3)
    #expect(sketch.quantile(1) == 19.37)
  }

  @Test("zeros are exact and a multiplicity counts")
  func zerosAndMultiplicity() {
    var sketch = QuantileSketch()
    sketch.add(0, multiplicity: 90)
    sketch.add(-5, multiplicity: 5)
    sketch.add(5, multiplicity: 5)
    #expect(sketch.count == 100)
    #expect(sketch.quantile(0.5) == 0)
    #expect(sketch.quantile(0.06) == 0)
  }

  @Test("one value and no value")
  func smallest() {
    #expect(QuantileSketch().quantile(0.5) == nil)
    #expect(Self.sketch(of: [3.3]).quantile(0.5) == 3.3)
  }

  @Test("values of extreme magnitude keep the relative error")
  func magnitudes() throws {
    let values = [1e-300, 2e-300, 1, 1e250, 3e250]
    let sketch = Self.sketch(of: values)
    for rank in 0..<5 {
      let estimate = try #require(sketch.quantile(Double(rank) / 4))
      #expect(abs(estimate / values[rank] - 1) <= QuantileSketch.relativeErrorMax + 1e-9)
    }
  }
}
