import ArgumentParser
import Foundation

/// How fast comma-separated values become exact numbers.
struct CSVBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Scans comma-separated values and parses every number exactly.",
    discussion: """
      Without files a table of bars is generated in memory. Files stored with gzip are \
      decompressed first, which is timed apart. MB are 10^6 bytes of decompressed text. \
      Example: clino-bench csv --megabytes 100 data/*.csv.gz
      """
  )

  @Option(help: "The size of the generated table.")
  var megabytes = 100

  @Option(help: "Runs; the fastest is reported.")
  var runs = 3

  @Argument(help: "Files to scan besides.")
  var files: [String] = []

  func validate() throws {
    guard (1...4_000).contains(megabytes) else {
      throw ValidationError("--megabytes: got \(megabytes), expected 1 to 4000")
    }
  }

  func run() throws {
    try measure("generated", [CSVTable.bars(byteCount: megabytes * 1_000_000)])
    guard !files.isEmpty else { return }
    let clock = CPUClock()
    let tables = try files.map { try CSVTable.bytes(ofFileAt: $0) }
    let seconds = clock.seconds
    let size = Double(tables.reduce(0) { $0 + $1.count }) / 1e6
    let rate = String(format: "%.0f", size / seconds)
    print("read and decompressed \(files.count) files: \(rate) MB/s")
    try measure("files", tables)
  }

  private func measure(_ name: String, _ tables: [[UInt8]]) throws {
    var best: CSVRun?
    for _ in 0..<max(1, runs) {
      let run = try CSVRun(tables)
      if let best, best.hash != run.hash {
        throw ValidationError("two scans of one table gave different results")
      }
      if run.cpuSeconds < best?.cpuSeconds ?? .infinity { best = run }
    }
    guard let best else { return }
    let size = Double(tables.reduce(0) { $0 + $1.count }) / 1e6
    let rate = String(format: "%.0f", size / best.cpuSeconds)
    let megabytes = String(format: "%.1f", size)
    print("\(name): \(megabytes) MB, \(best.rows) rows, \(best.numbers) numbers: \(rate) MB/s")
    print("  \(best.texts) other fields, result hash \(String(best.hash, radix: 16))")
    print(
      """
      {"bench":"csv","case":"\(name)","megabytes":\(megabytes),"rows":\(best.rows),\
      "numbers":\(best.numbers),"cpu_seconds":\(String(format: "%.4f", best.cpuSeconds)),\
      "megabytes_per_second":\(rate),"hash":"\(String(best.hash, radix: 16))"}
      """
    )
  }
}
