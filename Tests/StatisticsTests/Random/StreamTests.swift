import Testing

@testable import Statistics

extension Purpose {
  static let test = Purpose(rawValue: 2)
}

@Suite("Stream")
struct StreamTests {
  static func stream(step: UInt64 = 20, participant: UInt64 = 11) -> Stream {
    Stream(seed: 42, run: 7, step: step, participant: participant, purpose: .test)
  }

  // numpy.random.Philox(key=[42, 7], counter=[b - 1, 20, 11, 2]).random_raw(4) for b = 0 (the
  // counter then wraps from [2^64 - 1, 19, 11, 2]) and b = 1, arrays of dtype uint64.
  static let words: [UInt64] = [
    0x9c23_37e5_f07f_53f6, 0xa7d5_86aa_7951_d4a2, 0x8a53_dab0_4383_4c0f, 0x5d8d_398f_7c23_6031,
    0xe2f0_fab3_2918_e3ac, 0xc8a3_5b59_06ad_7ae5, 0x1bc0_b614_3dec_c3bb, 0x46da_2008_3eb3_1c41,
  ]

  @Test("uses the words of block 0 in order, then those of block 1")
  func wordOrder() {
    var stream = Self.stream()
    #expect((0..<8).map { _ in stream.nextWord() } == Self.words)
  }

  @Test("maps the published block to the published uniforms")
  func publishedUniforms() {
    var stream = Self.stream()
    for _ in 0..<12 { _ = stream.nextWord() }
    // Row S01b: block index 3 of step 20, participant 11, purpose 2.
    let uniforms = (0..<4).map { _ in stream.nextUniform() }
    #expect(
      uniforms == [
        0.41473783762997596, 0.47508587823060877, 0.28718048385968464, 0.8872655948209225,
      ]
    )
  }

  @Test("a step begins at its own first word, whatever was drawn before", arguments: 0..<9)
  func stepsAreIndependent(drawn: Int) {
    var stream = Self.stream(step: 19)
    for _ in 0..<drawn { _ = stream.nextWord() }
    stream.begin(step: 20)
    #expect((0..<8).map { _ in stream.nextWord() } == Self.words)
  }

  @Test("every coordinate changes the words")
  func coordinatesSeparateStreams() {
    let streams = [
      Self.stream(),
      Stream(seed: 43, run: 7, step: 20, participant: 11, purpose: .test),
      Stream(seed: 42, run: 8, step: 20, participant: 11, purpose: .test),
      Self.stream(step: 21),
      Self.stream(participant: 12),
      Stream(seed: 42, run: 7, step: 20, participant: 11, purpose: Purpose(rawValue: 3)),
      Self.stream().companion,
    ]
    let firstWords = streams.map { stream in
      var copy = stream
      return copy.nextWord()
    }
    #expect(Set(firstWords).count == streams.count)
  }

  @Test("a copy repeats the words of the original")
  func copiesRepeat() {
    var original = Self.stream()
    _ = original.nextWord()
    var copy = original
    #expect((0..<6).map { _ in copy.nextWord() } == (0..<6).map { _ in original.nextWord() })
  }

  @Test("rooms' purposes do not meet, and a companion's companion is the purpose")
  func purposes() {
    let purposes = (1...3).flatMap { room in
      (0..<3).map { Purpose(room: UInt16(room), index: UInt32($0)) }
    }
    #expect(Set(purposes + purposes.map(\.companion)).count == 18)
    #expect(purposes.allSatisfy { $0.companion.companion == $0 })
  }

  @Test(
    "bounded integers are uniform: χ² below its 0.1 % point",
    arguments: [3, 7, 10, 64] as [UInt64]
  )
  func boundedIntegers(bound: UInt64) {
    var stream = Self.stream()
    let draws = 200_000
    var counts = [Int](repeating: 0, count: Int(bound))
    for _ in 0..<draws { counts[Int(stream.nextInteger(below: bound))] += 1 }
    let expected = Double(draws) / Double(bound)
    let chiSquared = counts.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    // scipy.stats.chi2.isf(0.001, bound - 1)
    let critical: [UInt64: Double] = [3: 13.8155, 7: 22.4577, 10: 27.8772, 64: 103.4424]
    #expect(chiSquared < critical[bound] ?? 0)
  }

  @Test("a bound of 3 · 2^62 is unbiased, where plain high multiplication favours multiples of 3")
  func rejection() {
    // Without rejection word · ¾ hits the residues 0, 1, 2 with shares ½, ¼, ¼.
    var stream = Self.stream()
    let draws = 20_000
    var counts = [0, 0, 0]
    for _ in 0..<draws { counts[Int(stream.nextInteger(below: 3 << 62) % 3)] += 1 }
    let standardError = (Double(draws) * 2 / 9).squareRoot()
    for count in counts {
      #expect(abs(Double(count) - Double(draws) / 3) < 4 * standardError)
    }
  }

  @Test("a bound of one always gives zero, and a bound of zero traps")
  func degenerateBounds() async {
    var stream = Self.stream()
    #expect((0..<10).allSatisfy { _ in stream.nextInteger(below: 1) == 0 })
    await #expect(processExitsWith: .failure) {
      var stream = Stream(seed: 0, run: 0, purpose: Purpose(rawValue: 0))
      _ = stream.nextInteger(below: 0)
    }
  }
}
