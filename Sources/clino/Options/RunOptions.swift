import ArgumentParser
import Scenarios

/// The flags of every verb that simulates.
struct RunOptions: ParsableArguments {
  @Option(help: "Seed of the random streams; the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: "Number of runs, each with its own draws. (default: 200)")
  var runs: Int?

  @OptionGroup var threadOptions: ThreadOptions

  @Option(help: "Number of long parcels of the opening book.")
  var parcels: Int = RunSetting.standardParcels

  @Option(
    name: .customLong("without"),
    help: "Switch a mechanism off, with the same random numbers; repeatable."
  )
  var without: [String] = []

  @Flag(help: "List the mechanisms that can be switched off, and stop.")
  var listMechanisms = false

  /// The number of runs, checked.
  func runCount(default standard: Int = 200) throws -> Int {
    let count = runs ?? standard
    guard JobLimits.runs.contains(count) else {
      throw UsageError(description: "--runs: got \(count), expected 1 to 100000")
    }
    return count
  }

  /// The number of threads, checked.
  func threadCount() throws -> Int { try threadOptions.threadCount() }

  /// The number of parcels, checked.
  func parcelCount() throws -> Int {
    guard JobLimits.parcels.contains(parcels) else {
      throw UsageError(description: "--parcels: got \(parcels), expected 10 to 5000000")
    }
    return parcels
  }

  /// The mechanisms that are off.
  func mechanisms() throws -> Set<Mechanism> {
    Set(try without.map { try Mechanism(named: $0) })
  }

  /// Prints the mechanisms.
  static func printMechanisms() {
    for mechanism in Mechanism.allCases {
      StandardOutput.print("\(mechanism.rawValue): \(mechanism.summary)")
    }
  }
}
