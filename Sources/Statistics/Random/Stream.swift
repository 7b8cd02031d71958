/// A random stream: the words of one (seed, run, step, participant, purpose).
///
/// The key of the ``Philox4x64`` generator is (master seed, run) and its counter (block index, step,
/// participant, purpose). Words of a block are used in order, then the block index advances. Adding a
/// participant, reordering participants, or drawing more in one step never shifts another draw, and
/// two runs that differ in one mechanism stay aligned everywhere else.
///
/// A stream is a value: a copy repeats the same words. Functions that draw take
/// `using stream: inout Stream` as their last parameter.
///
///     var stream = Stream(seed: 42, run: 7, step: 20, participant: 11, purpose: .newsShock)
///     let u = stream.nextUniform()
public struct Stream: Sendable {
  /// The master seed, first word of the key.
  public let seed: UInt64
  /// The run's number in its ensemble, second word of the key.
  public let run: UInt64
  /// The step that the stream belongs to.
  public private(set) var step: UInt64
  /// The identifier of whoever draws.
  public let participant: UInt64
  /// What is drawn.
  public let purpose: Purpose

  private var blockIndex: UInt64 = 0
  private var position = 4
  private var words: [4 of UInt64] = [0, 0, 0, 0]

  /// Creates the stream at its first word.
  ///
  /// - Parameters:
  ///   - seed: The master seed.
  ///   - run: The run's number.
  ///   - step: The step's number.
  ///   - participant: The drawing participant's identifier.
  ///   - purpose: What is drawn.
  public init(
    seed: UInt64,
    run: UInt64,
    step: UInt64 = 0,
    participant: UInt64 = 0,
    purpose: Purpose
  ) {
    self.seed = seed
    self.run = run
    self.step = step
    self.participant = participant
    self.purpose = purpose
  }

  /// The stream of the same draw's second purpose, at its first word.
  ///
  /// Distributions that mix two independent variables (``StudentTDistribution``) take the second from
  /// here, so that the first consumes exactly one word per draw.
  public var companion: Stream {
    Stream(
      seed: seed,
      run: run,
      step: step,
      participant: participant,
      purpose: purpose.companion
    )
  }

  /// Moves to the first word of another step.
  ///
  /// - Parameter step: The step's number.
  public mutating func begin(step: UInt64) {
    self.step = step
    blockIndex = 0
    position = 4
  }

  /// Draws the next 64-bit word.
  ///
  /// - Returns: A word uniform on 0 ... 2⁶⁴ − 1.
  /// - Complexity: O(1); one block function per four words.
  @inline(__always)
  public mutating func nextWord() -> UInt64 {
    if position == 4 { refill() }
    let word = words[position]
    position &+= 1
    return word
  }

  /// Draws a number uniform on the half-open unit interval.
  ///
  /// - Returns: (word >> 11) · 2⁻⁵³, a multiple of 2⁻⁵³ in 0 ..< 1.
  @inline(__always)
  public mutating func nextUniform() -> Double {
    Double(nextWord() >> 11) * 0x1p-53
  }

  /// Draws an integer uniform below a bound, without bias.
  ///
  /// The high half of word · bound is the result; the few words whose low half falls in the uneven
  /// part are rejected. Source: Lemire (2019), "Fast random integer generation in an interval".
  ///
  /// - Parameter bound: Positive.
  /// - Returns: An integer in 0 ..< bound.
  public mutating func nextInteger(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "the bound must be positive")
    var product = nextWord().multipliedFullWidth(by: bound)
    if product.low < bound {
      // 2^64 mod bound, from (2^64 − bound) mod bound.
      let threshold = (0 &- bound) % bound
      while product.low < threshold {
        product = nextWord().multipliedFullWidth(by: bound)
      }
    }
    return product.high
  }

  private mutating func refill() {
    words = Philox4x64.words(blockIndex, step, participant, purpose.rawValue, seed, run)
    blockIndex &+= 1
    position = 0
  }
}
