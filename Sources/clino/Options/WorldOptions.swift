import ArgumentParser
import Economy
import Scenarios

/// The flags of a simulation of a world.
struct WorldOptions: ParsableArguments {
  @Option(help: "Seed of the random streams; the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(
    help: "Number of runs, each with its own draws. (default: 1, of an episode what its file says)"
  )
  var runs: Int?

  @OptionGroup var threadOptions: ThreadOptions

  @Option(
    name: .customLong("without"),
    help: "Switch a mechanism off, with the same random numbers; repeatable."
  )
  var without: [String] = []

  @Flag(help: "List the mechanisms that can be switched off, and stop.")
  var listMechanisms = false

  /// The number of runs, checked; nil where nobody says.
  func runCount() throws -> Int? {
    guard let runs else { return nil }
    guard JobLimits.runs.contains(runs) else {
      throw UsageError(description: "--runs: got \(runs), expected 1 to 100000")
    }
    return runs
  }

  /// The number of threads, checked.
  func threadCount() throws -> Int { try threadOptions.threadCount() }

  /// Prints the mechanisms of all kinds.
  static func printMechanisms() {
    for mechanism in ParticipantCatalogue.standard.mechanisms {
      StandardOutput.print("\(mechanism.id): \(mechanism.summary)")
    }
  }
}
