import ArgumentParser
import Economy
import Foundation

/// The market of leveraged value funds, one history per leverage limit.
struct LeverageModelBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leverage-model",
    abstract:
      "Runs leveraged value funds through 50 000 clearings, compared with reference figures.",
    discussion: """
      The shocks are those of tfg_leverage.py, and so is the root where several prices clear. The \
      reference is the output of tfg_leverage.py numba STEPS. \
      Example: clino-bench leverage-model --reference /tmp/tfg.txt
      """
  )

  @Option(help: "The number of steps of each history.")
  var steps = 50_000

  @Option(help: "Output of tfg_leverage.py to compare with.")
  var reference: String?

  @Option(help: "Runs; the fastest is reported.")
  var runs = 5

  func validate() throws {
    guard steps >= 1_000 else {
      throw ValidationError("--steps: got \(steps), expected at least 1000")
    }
  }

  func run() throws {
    let references = try reference.map { try LeverageModelReference.read(path: $0) } ?? []
    let shocks = LeverageModelRun.shocks(count: steps, seed: 12_345)
    var isRight = true
    for population in LeverageModelRun.Population.allCases {
      for limit in [1.0, 2, 5, 10, 15, 20] {
        let name = "\(population.rawValue)_numba_lam\(Int(limit))"
        let best = try fastest(population, limit, shocks)
        let figures = references.first { $0.name == name && Int($0.values["steps"] ?? 0) == steps }
        isRight = report(best, population, limit, figures) && isRight
      }
    }
    if !isRight { throw ExitCode(1) }
  }

  private func fastest(
    _ population: LeverageModelRun.Population,
    _ limit: Double,
    _ shocks: [Double]
  ) throws -> LeverageModelRun {
    var best = try LeverageModelRun(population, maxLeverage: limit, shocks: shocks)
    for _ in 1..<max(1, runs) {
      let run = try LeverageModelRun(population, maxLeverage: limit, shocks: shocks)
      guard run.hash == best.hash else {
        throw ValidationError("two runs of one market gave different results")
      }
      if run.cpuSeconds < best.cpuSeconds { best = run }
    }
    return best
  }

  /// Prints a history's figures; false if one is not the reference's to its six digits.
  private func report(
    _ run: LeverageModelRun,
    _ population: LeverageModelRun.Population,
    _ limit: Double,
    _ reference: LeverageModelReference?
  ) -> Bool {
    let funds = population.aggressiveness.count
    var difference = 0.0
    var compared = 0
    for figure in run.figures {
      guard let expected = reference?.values[figure.name] else { continue }
      difference = max(difference, abs(figure.value - expected))
      compared += 1
    }
    let seconds = String(format: "%.4f", run.cpuSeconds)
    let figures = run.figures.map { "\($0.name) " + String(format: "%.6g", $0.value) }
    print("\(population.rawValue), leverage up to \(Int(limit)): \(steps) steps in \(seconds) s")
    print("  \(figures.joined(separator: ", "))")
    if compared > 0 {
      print("  largest difference from \(compared) reference figures: \(difference)")
    }
    print(
      """
      {"bench":"leverage-model","case":"\(population.rawValue)-\(Int(limit))","funds":\(funds),\
      "steps":\(steps),"cpu_seconds":\(seconds),\
      "fund_steps_per_cpu_second":\(Int(Double(funds * steps) / run.cpuSeconds)),\
      "references":\(compared),"difference_max":\(difference),\
      "hash":"\(String(run.hash, radix: 16))"}
      """
    )
    return difference <= 1e-6
  }
}

/// One line of tfg_leverage.py.
struct LeverageModelReference {
  let name: String
  let values: [String: Double]

  static func read(path: String) throws -> [LeverageModelReference] {
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let object, let name = object["case"] as? String else { return nil }
      return LeverageModelReference(name: name, values: object.compactMapValues { $0 as? Double })
    }
  }
}
