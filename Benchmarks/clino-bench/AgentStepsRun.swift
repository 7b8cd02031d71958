import Statistics

/// One timed run of the wealth exchange: every agent that owns something gives one unit away.
struct AgentStepsRun {
  let cpuSeconds: Double
  let total: Int
  let largest: Int
  let ownerlessShare: Double
  let hash: ResultHash

  /// Starts every agent with one unit.
  ///
  /// In each step agents act one after the other in random order;
  /// the receiver may be the giver, as in the peer's model.
  init(agentCount: Int, steps: Int, seed: UInt64) {
    var wealth = [Int32](repeating: 1, count: agentCount)
    var turn = (0..<Int32(agentCount)).map { $0 }
    let clock = CPUClock()
    for step in 0..<steps {
      var stream = Stream(seed: seed, run: 0, step: UInt64(step), purpose: .wealthExchange)
      Self.step(&wealth, &turn, &stream)
    }
    cpuSeconds = clock.seconds
    total = wealth.reduce(0) { $0 + Int($1) }
    largest = wealth.reduce(0) { max($0, Int($1)) }
    ownerlessShare = Double(wealth.count { $0 == 0 }) / Double(agentCount)
    var hash = ResultHash()
    for amount in wealth { hash.combine(Int(amount)) }
    self.hash = hash
  }

  /// One step: the shuffle fixes its elements from the last down, so each acts as it is fixed.
  @inline(__always)
  private static func step(_ wealth: inout [Int32], _ turn: inout [Int32], _ stream: inout Stream) {
    var owners = wealth.mutableSpan
    var order = turn.mutableSpan
    let count = UInt64(owners.count)
    for last in stride(from: owners.count - 1, through: 0, by: -1) {
      // One word draws both: each half is a number below 2³², reduced without bias.
      let word = stream.nextWord()
      let place = Self.integer(below: UInt64(last + 1), from: word >> 32, &stream)
      let receiver = Self.integer(below: count, from: word & 0xffff_ffff, &stream)
      let agent = Int(order[place])
      order[place] = order[last]
      order[last] = Int32(truncatingIfNeeded: agent)
      // Selected and not branched on: whether an agent owns anything is a coin toss.
      let gift: Int32 = owners[agent] > 0 ? 1 : 0
      owners[agent] &-= gift
      owners[receiver] &+= gift
    }
  }

  /// Lemire's reduction of 32 random bits; the few in the uneven part draw a whole word instead.
  @inline(__always)
  private static func integer(below bound: UInt64, from bits: UInt64, _ stream: inout Stream) -> Int
  {
    let product = bits &* bound
    if product & 0xffff_ffff < bound {
      let threshold = (0x1_0000_0000 &- bound) % bound
      if product & 0xffff_ffff < threshold { return Int(stream.nextInteger(below: bound)) }
    }
    return Int(product >> 32)
  }
}
