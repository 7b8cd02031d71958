import ArgumentParser
import Exchange
import Foundation
import Quantities

/// Liquidates millions of isolated positions and reports what each kind of touch costs.
struct SweepBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Sweeps a book of isolated positions: cost per idle mark, re-margin and liquidation.",
    discussion: """
      Prices from 90 000 USD down to nothing, leverage from 2 to 50, 30 % short. Bulk liquidation \
      includes the close order, its settlement and the insurance fund. \
      Example: clino-bench sweep --positions 10000000 --runs 3
      """
  )

  @Option(help: "The number of positions.")
  var positions = 10_000_000

  @Option(help: "Runs; the fastest of each phase is reported.")
  var runs = 3

  func validate() throws {
    guard (1_000...50_000_000).contains(positions) else {
      throw ValidationError("--positions: got \(positions), expected 1000 to 50000000")
    }
    guard runs > 0 else { throw ValidationError("--runs: got \(runs), expected at least 1") }
  }

  func run() throws {
    var best: SweepRun?
    for _ in 0..<runs {
      let run = try SweepRun(positions: positions)
      if let known = best {
        guard known.hash == run.hash else {
          throw ValidationError("two runs of one book gave different results")
        }
        best = known.fastest(run)
      } else {
        best = run
      }
    }
    guard let best else { return }
    report(best)
    if !best.violations.isEmpty { throw ExitCode(1) }
  }

  private func report(_ run: SweepRun) {
    let text = { (value: Double) in String(format: "%.1f", value) }
    print("\(positions) positions, \(text(run.bytesPerPosition)) bytes each, opened at")
    print("  \(text(run.openNanoseconds)) ns per position")
    print("  \(text(run.idleMarkNanoseconds)) ns per mark that hits nothing")
    print("  \(text(run.marginNanoseconds)) ns per re-margin")
    print("  \(text(run.liquidationNanoseconds)) ns per liquidation, \(run.liquidations) of them")
    print("  insurance fund \(run.fund), result hash \(String(run.hash, radix: 16))")
    for violation in run.violations { print("  VIOLATION \(violation)") }
    print(
      """
      {"bench":"sweep","positions":\(positions),"liquidations":\(run.liquidations),\
      "bytes_per_position":\(text(run.bytesPerPosition)),"open_ns":\(text(run.openNanoseconds)),\
      "idle_mark_ns":\(text(run.idleMarkNanoseconds)),"margin_ns":\(text(run.marginNanoseconds)),\
      "liquidation_ns":\(text(run.liquidationNanoseconds)),\
      "conservation_violations":\(run.violations.count),"hash":"\(String(run.hash, radix: 16))"}
      """
    )
  }
}
