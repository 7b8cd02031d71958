import ArgumentParser
import Exchange
import Foundation
import Quantities

/// The liquidation engine with fund and auto-deleveraging on the tape of the peer benchmark.
struct EngineBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine",
    abstract:
      "Runs a liquidation engine through 20 marks down to -20 %: fund, deleveraging, checks.",
    discussion: """
      The book comes from Benchmarks/peers/cascade_book.py engine OUT N: leverage, notional and \
      shortness as little-endian float64. Entry at 100, maintenance 0.5 %, slippage 25 bps, fund \
      0.1 % of the notional. Example: clino-bench engine --book /tmp/engine.bin --runs 5
      """
  )

  @Option(help: "A book written by cascade_book.py engine.")
  var book: String?

  @Option(help: "Runs; the fastest is reported.")
  var runs = 5

  func run() throws {
    guard let book else {
      print(Self.configuration.discussion)
      return
    }
    let columns = try BookColumns(path: book, columnCount: 3)
    var best: EngineRun?
    for _ in 0..<max(1, runs) {
      let run = try EngineRun(
        leverages: columns[0],
        notionals: columns[1],
        isShort: columns[2].map { $0 != 0 }
      )
      if let known = best {
        guard known.hash == run.hash else {
          throw ValidationError("two runs of one book gave different results")
        }
        if run.cpuSeconds < known.cpuSeconds { best = run }
      } else {
        best = run
      }
    }
    guard let best else { return }
    report(best, count: columns[0].count)
    if !best.violations.isEmpty { throw ExitCode(1) }
  }

  private func report(_ run: EngineRun, count: Int) {
    let milliseconds = String(format: "%.2f", 1e3 * run.cpuSeconds)
    print("\(count) positions, 20 marks, opened in \(String(format: "%.3f", run.openSeconds)) s")
    print("  \(milliseconds) ms CPU for \(run.liquidations) liquidations")
    print("  \(run.deleveragings) closings by auto-deleveraging")
    print("  insurance fund from \(run.fundBefore) to \(run.fundAfter), deficit \(run.deficit)")
    print("  contracts and cash checked after each mark: \(run.violations.count) violations")
    print("  \(run.orphans) orphans among \(run.forced) forced trades")
    print("  result hash \(String(run.hash, radix: 16))")
    for violation in run.violations.prefix(5) { print("  VIOLATION \(violation)") }
    print(
      """
      {"bench":"engine","positions":\(count),"cpu_seconds":\(run.cpuSeconds),\
      "liquidations":\(run.liquidations),"adl":\(run.deleveragings),"fund":\(run.fundAfter),\
      "conservation_violations":\(run.violations.count),\
      "rate_per_cpu_second":\(Int(Double(run.liquidations) / run.cpuSeconds)),\
      "hash":"\(String(run.hash, radix: 16))"}
      """
    )
  }
}
