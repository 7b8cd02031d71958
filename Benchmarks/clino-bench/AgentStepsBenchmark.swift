import ArgumentParser
import Foundation

/// The wealth exchange of ten thousand agents: agent steps a second.
struct AgentStepsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agent-steps",
    abstract: "Runs the wealth exchange: agent steps per CPU second, wealth conserved.",
    discussion: """
      The model is that of bench_mesa.py wealth10k: each agent starts with one unit, agents act in \
      random order, and whoever owns something gives one unit to a random agent. More steps than the \
      peer's 20 so that the clock has something to measure. \
      Example: clino-bench agent-steps --agents 10000 --steps 2000
      """
  )

  @Option(help: "The number of agents.")
  var agents = 10_000

  @Option(help: "Steps; each agent acts once in each.")
  var steps = 2_000

  @Option(help: "The master seed.")
  var seed: UInt64 = 42

  @Option(help: "Runs; the fastest is reported.")
  var runs = 3

  func validate() throws {
    guard (1...1 << 30).contains(agents) else {
      throw ValidationError("--agents: got \(agents), expected 1 to \(1 << 30)")
    }
    guard steps > 0, runs > 0 else {
      throw ValidationError("--steps and --runs: got \(steps) and \(runs), expected at least 1")
    }
  }

  func run() throws {
    var best = AgentStepsRun(agentCount: agents, steps: steps, seed: seed)
    for _ in 1..<runs {
      let run = AgentStepsRun(agentCount: agents, steps: steps, seed: seed)
      guard run.hash == best.hash else {
        throw ValidationError("two runs of one case gave different results")
      }
      if run.cpuSeconds < best.cpuSeconds { best = run }
    }
    let rate = Double(agents) * Double(steps) / best.cpuSeconds
    print("\(agents) agents, \(steps) steps: total wealth \(best.total)")
    print(
      "  largest wealth \(best.largest), without any \(best.ownerlessShare), "
        + "check \(best.total == agents ? "ok" : "wealth is not conserved")"
    )
    print("  result hash \(String(best.hash, radix: 16))")
    print(
      String(
        format: "  %.3f CPU seconds, %.1f million agent steps per CPU second",
        best.cpuSeconds,
        rate / 1e6
      )
    )
    print(
      """
      {"bench":"agent-steps","case":"wealth10k","agents":\(agents),"steps":\(steps),\
      "cpu_seconds":\(String(format: "%.4f", best.cpuSeconds)),\
      "rate_per_cpu_second":\(String(format: "%.0f", rate)),\
      "hash":"\(String(best.hash, radix: 16))"}
      """
    )
    if best.total != agents { throw ExitCode(1) }
  }
}
