import ArgumentParser
import Exchange
import Foundation

/// The greatest fixed point of a million positions under many shocks.
struct FixedPointBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fixed-point",
    abstract: "Solves the cascade of a book under many shocks, compared with reference prices.",
    discussion: """
      The book comes from Benchmarks/peers/cascade_book.py fixed-point OUT N: liquidation price, \
      bankruptcy price and notional as little-endian float64. The reference is the output of \
      cascade_sweep.py N SHOCKS (its REF lines). \
      Example: clino-bench fixed-point --book /tmp/book.bin --shocks 50 --reference /tmp/ref.txt
      """
  )

  @Option(help: "A book written by cascade_book.py fixed-point.")
  var book: String?

  @Option(help: "The number of shocks from 0.5 % to 30 %.")
  var shocks = 50

  @Option(help: "Output of cascade_sweep.py with REF lines to compare with.")
  var reference: String?

  @Option(help: "Runs; the fastest is reported.")
  var runs = 5

  func validate() throws {
    guard shocks >= 2 else { throw ValidationError("--shocks: got \(shocks), expected at least 2") }
  }

  func run() throws {
    guard let book else {
      print(Self.configuration.discussion)
      return
    }
    let columns = try BookColumns(path: book, columnCount: 3)
    let references = try reference.map { try FixedPointReference.read(path: $0) } ?? []
    var isRight = true
    for model in FixedPointRun.Model.allCases {
      var best: FixedPointRun?
      for _ in 0..<max(1, runs) {
        let run = FixedPointRun(
          model,
          liquidation: columns[0],
          bankruptcy: columns[1],
          notional: columns[2],
          shockCount: shocks
        )
        best = best.map { $0.fastest(run) } ?? run
      }
      guard let best else { continue }
      isRight = report(best, references, count: columns[0].count) && isRight
    }
    if !isRight { throw ExitCode(1) }
  }

  private func report(
    _ run: FixedPointRun,
    _ references: [FixedPointReference],
    count: Int
  ) -> Bool {
    let relevant = references.filter { $0.model == run.model.rawValue }
    var difference = 0.0
    for reference in relevant {
      guard
        let end = run.ends.min(by: {
          abs($0.shock - reference.shock) < abs($1.shock - reference.shock)
        })
      else { continue }
      difference = max(difference, abs(end.price - reference.price))
    }
    let build = String(format: "%.4f", run.buildSeconds)
    let perShock = String(format: "%.3f", 1e6 * run.solveSeconds / Double(run.ends.count))
    print("\(run.model.rawValue): \(count) positions, \(run.ends.count) shocks")
    print("  built in \(build) s, \(perShock) us per shock, \(run.rounds) rounds")
    if !relevant.isEmpty {
      print("  largest difference from \(relevant.count) reference prices: \(difference)")
    }
    let last = run.ends[run.ends.count - 1]
    print("  last price \(last.price), liquidated \(last.quantity), bad debt \(last.badDebt)")
    print("  result hash \(String(run.hash, radix: 16))")
    print(
      """
      {"bench":"fixed-point","case":"\(run.model.rawValue)","positions":\(count),\
      "shocks":\(run.ends.count),"build_cpu_seconds":\(build),"microseconds_per_shock":\(perShock),\
      "references":\(relevant.count),"price_difference_max":\(difference),\
      "hash":"\(String(run.hash, radix: 16))"}
      """
    )
    return difference <= 1e-9
  }
}

/// One REF line of cascade_sweep.py.
struct FixedPointReference {
  let model: String
  let shock: Double
  let price: Double

  static func read(path: String) throws -> [FixedPointReference] {
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    var references: [FixedPointReference] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.first == "REF", words.count > 2 else { continue }
      var values: [Substring: Double] = [:]
      for word in words.dropFirst(2) {
        let pair = word.split(separator: "=")
        if pair.count == 2 { values[pair[0]] = Double(pair[1]) }
      }
      guard let shock = values["shock"], let price = values["price"] else { continue }
      references.append(
        FixedPointReference(model: String(words[1]), shock: shock, price: price)
      )
    }
    return references
  }
}
