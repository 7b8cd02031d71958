import ArgumentParser
import Economy
import Foundation

/// Days of the default world and of the lite world.
struct WorldBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "world",
    abstract: "Runs the default and the lite world, and reports CPU time a day.",
    discussion: """
      The hash is that of all books and prices of every day; it is the same in every run. \
      Example: clino-bench world --days 30
      """
  )

  @Option(help: "Days of the default world.")
  var days = 30

  @Option(help: "Days of the lite world.")
  var liteDays = 1_100

  @Option(help: "Runs; the fastest is reported.")
  var runs = 3

  func validate() throws {
    guard days > 0, liteDays > 0, runs > 0 else {
      throw ValidationError("--days, --lite-days and --runs: expected at least 1")
    }
  }

  func run() throws {
    try report("default world, 96 bars a day", .standard(), days: days)
    try report("lite world, 1 bar a day", .lite(), days: liteDays)
  }

  private func report(_ name: String, _ plan: WorldPlan, days: Int) throws {
    var fastest = Double.infinity
    var hashes: Set<UInt64> = []
    var events = 0
    for _ in 0..<runs {
      let world = try World(plan, catalogue: .standard, seed: 1, run: 0)
      let clock = CPUClock()
      try world.run(days: days)
      fastest = min(fastest, clock.seconds)
      hashes.insert(world.days.reduce(0) { ($0 << 1 | $0 >> 63) ^ $1.hash })
      events = world.causes.events.count
    }
    guard hashes.count == 1, let hash = hashes.first else {
      throw ValidationError("two runs of one world gave different results")
    }
    let milliseconds = String(format: "%.2f", 1_000 * fastest / Double(days))
    let seconds = String(format: "%.3f", fastest)
    print(
      "\(name): \(plan.participants.count) participants, \(days) days in \(seconds) s, "
        + "\(milliseconds) ms a day, \(events) events, hash \(String(hash, radix: 16))"
    )
  }
}
