import Exchange
import Statistics

/// The generator behind every draw, and the processes built on it.
enum RandomTopics {
  static let all: [Topic] = [philox, hawkes]

  private static let philox = Topic("philox4x64") { (inputs) throws(VectorError) in
    let counter = try words(inputs, "counter", count: 4)
    let key = try words(inputs, "key", count: 2)
    let block = Philox4x64(key: SIMD2(key[0], key[1]))
      .block(at: SIMD4(counter[0], counter[1], counter[2], counter[3]))
    // The conversion of `Stream.nextUniform`, whose block index cannot be set from outside.
    let words = (0..<4).map { block[$0] }
    return [
      VectorValue.Field("words", .words(words)),
      VectorValue.Field("uniforms", .numbers(words.map { Double($0 >> 11) * 0x1p-53 })),
    ]
  }

  private static let hawkes = Topic("hawkes_process") { (inputs, seed) throws(VectorError) in
    let process = HawkesProcess(
      baseRate: try inputs.positive("base_rate"),
      branchingRatio: try inputs.double("branching_ratio", within: 0..<1, "a ratio in 0 ..< 1"),
      decayRate: try inputs.positive("decay_rate")
    )
    let window = try inputs.positive("window")
    switch try inputs.word("task") {
    case "closed_form":
      return [
        VectorValue.Field("mean_rate", .number(process.meanRate)),
        VectorValue.Field("fano_window", .number(process.fanoFactor(window: window))),
        VectorValue.Field("fano_infinite", .number(process.fanoFactorInfinite)),
      ]
    case "simulation":
      let runTime = try inputs.double("run_time", within: (2 * window)..., "at least two windows")
      var stream = Stream(seed: seed, run: 0, purpose: .flowArrivals)
      let counts = EventCounts(
        of: process,
        window: window,
        runTime: runTime,
        burnIn: try inputs.nonnegative("burn_in"),
        using: &stream
      )
      return [
        VectorValue.Field("mean_rate", .number(counts.meanRate)),
        VectorValue.Field("fano_window", .number(counts.fanoFactor)),
      ]
    case let task: throw .unsupported(what: "hawkes_process task \(task)")
    }
  }

  /// Unsigned 64-bit words, quoted digits or whole numbers.
  private static func words(
    _ inputs: VectorInputs,
    _ name: String,
    count: Int
  ) throws(VectorError) -> [UInt64] {
    var words: [UInt64] = []
    for element in try inputs.list(name) {
      switch element {
      case .word(let digits):
        guard let word = UInt64(digits) else {
          throw inputs.invalid(name, element, "an unsigned 64-bit number")
        }
        words.append(word)
      case .integer(let number) where number >= 0: words.append(UInt64(number))
      default: throw inputs.invalid(name, element, "an unsigned 64-bit number")
      }
    }
    guard words.count == count else {
      throw inputs.invalid(name, .list(try inputs.list(name)), "\(count) words")
    }
    return words
  }
}
