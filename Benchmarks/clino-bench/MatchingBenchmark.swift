import ArgumentParser
import Exchange
import Foundation

/// Matches a recorded order stream and reports rate and trade hash.
struct MatchingBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matching",
    abstract: "Matches an order stream: messages per CPU second and the trade hash.",
    discussion: """
      The stream comes from the benchmark kit: orderstream.py OUT --scenario base|deep|crash \
      --n 10000000 --seed 1 prints the trade hash that must come out. Without --stream nothing is \
      measured. Example: clino-bench matching --stream /tmp/streams/base.bin --runs 3
      """
  )

  @Option(help: "An order stream file; its name without extension names the case.")
  var stream: String?

  @Option(help: "Runs; the fastest is reported.")
  var runs = 3

  @Option(help: "The trade hash that must come out, in hexadecimal.")
  var expect: String?

  func validate() throws {
    guard runs > 0 else { throw ValidationError("--runs: got \(runs), expected at least 1") }
  }

  func run() throws {
    guard let stream else {
      print(Self.configuration.discussion)
      return
    }
    let messages = try MatchingStream(path: stream)
    var best: MatchingRun?
    for _ in 0..<runs {
      let run = MatchingRun(of: messages)
      if let known = best {
        guard known.tradeHash == run.tradeHash else {
          throw ValidationError("two runs of one stream gave different trade hashes")
        }
        if run.cpuSeconds < known.cpuSeconds { best = run }
      } else {
        best = run
      }
    }
    guard let best else { return }
    report(best, caseName: URL(fileURLWithPath: stream).deletingPathExtension().lastPathComponent)
    if let expect, expect.lowercased() != best.tradeHashText { throw ExitCode(1) }
    if best.stateCheck != "ok" { throw ExitCode(1) }
  }

  private func report(_ run: MatchingRun, caseName: String) {
    let rate = Double(run.messageCount) / run.cpuSeconds
    print("\(caseName): \(run.messageCount) messages, \(run.tradeCount) trades")
    print("  traded lots \(run.tradedLots), sum of price x lots \(run.tradedNotional)")
    print("  trade hash \(run.tradeHashText), state hash \(String(run.stateHash, radix: 16))")
    print("  \(run.restingCount) orders rest, best bid \(run.bestBid), best ask \(run.bestAsk)")
    print("  refused \(run.refusedCount), self-trade cancellations \(run.selfTradeCount)")
    print("  state check \(run.stateCheck)")
    print(
      String(
        format: "  %.3f CPU seconds, %.2f million messages per CPU second",
        run.cpuSeconds,
        rate / 1e6
      )
    )
    print(
      """
      {"bench":"matching","case":"\(caseName)","messages":\(run.messageCount),\
      "cpu_seconds":\(String(format: "%.4f", run.cpuSeconds)),\
      "rate_per_cpu_second":\(String(format: "%.0f", rate)),\
      "trade_hash":"\(run.tradeHashText)"}
      """
    )
  }
}
