import ArgumentParser
import Foundation
import Statistics

/// Rolling statistics of a long series beside those of polars.
struct RollingBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rolling",
    abstract: "Rolls correlation, volatility and quantiles over ten million rows.",
    discussion: """
      Windows of 60 (correlation), 30 (volatility) and 250 (the median alone; quantiles at \
      5, 50 and 95 % together). The series \
      come from Benchmarks/peers/rolling.py OUT N, two columns of little-endian float64; its output \
      (REF lines) is the reference. \
      Example: clino-bench rolling --series /tmp/rolling.bin --reference /tmp/rolling.txt
      """
  )

  @Option(help: "Two series written by rolling.py.")
  var series: String?

  @Option(help: "Output of rolling.py with REF lines to compare with.")
  var reference: String?

  @Option(help: "Runs; the fastest of each kind is reported.")
  var runs = 3

  func run() throws {
    guard let series else {
      print(Self.configuration.discussion)
      return
    }
    let columns = try BookColumns(path: series, columnCount: 2)
    let (first, second) = (columns[0], columns[1])
    let references = try reference.map { try RollingReference.read(path: $0) } ?? []
    var isRight = true
    for kind in RollingRun.Kind.allCases {
      var best: RollingRun?
      for _ in 0..<max(1, runs) {
        let run = try RollingRun(kind, first, second)
        if let best, best.hash != run.hash {
          throw ValidationError("two runs of one series gave different results")
        }
        if run.cpuSeconds < best?.cpuSeconds ?? .infinity { best = run }
      }
      guard let best else { continue }
      let peer = references.first { $0.kind == kind.rawValue }
      isRight = report(best, peer, rows: first.count) && isRight
    }
    if !isRight { throw ExitCode(1) }
  }

  private func report(_ run: RollingRun, _ peer: RollingReference?, rows: Int) -> Bool {
    let seconds = String(format: "%.4f", run.cpuSeconds)
    let perRow = String(format: "%.2f", 1e9 * run.cpuSeconds / Double(rows))
    print("\(run.kind.rawValue): \(rows) rows, \(seconds) s CPU, \(perRow) ns per row")
    var difference = 0.0
    if let peer {
      difference = zip(run.sums, peer.sums).reduce(0) { worst, pair in
        max(worst, abs(pair.0 - pair.1) / max(1, abs(pair.1)))
      }
      let ratio = String(format: "%.2f", peer.seconds / run.cpuSeconds)
      print("  polars \(String(format: "%.4f", peer.seconds)) s CPU: \(ratio) times as long")
      print("  largest relative difference of the sums of results: \(difference)")
    }
    print("  result hash \(String(run.hash, radix: 16))")
    print(
      """
      {"bench":"rolling","case":"\(run.kind.rawValue)","rows":\(rows),"cpu_seconds":\(seconds),\
      "ns_per_row":\(perRow),"polars_cpu_seconds":\(peer.map { "\($0.seconds)" } ?? "null"),\
      "sum_difference_max":\(difference),"hash":"\(String(run.hash, radix: 16))"}
      """
    )
    return difference <= 1e-9
  }
}

/// One REF line of rolling.py: the peer's CPU time and the sum of each list of results.
struct RollingReference {
  let kind: String
  let seconds: Double
  let sums: [Double]

  static func read(path: String) throws -> [RollingReference] {
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.first == "REF", words.count > 3, let seconds = Double(words[2]) else {
        return nil
      }
      return RollingReference(
        kind: String(words[1]),
        seconds: seconds,
        sums: words.dropFirst(3).compactMap { Double($0) }
      )
    }
  }
}
