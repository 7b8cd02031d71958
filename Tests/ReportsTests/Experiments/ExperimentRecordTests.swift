import Foundation
import Reports
import Scenarios
import Testing

@testable import Forecasts

@Suite("What experiments gave, on record")
struct ExperimentRecordTests {
  private static let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../docs", isDirectory: true).standardizedFileURL

  /// Claims that an experiment would decide which nobody has built.
  private static let waiting = [
    "S1.C29", "S3.C31", "S4.C07",
  ]

  @Test("The record of what was reproduced is that of the committed pages")
  func record() throws {
    let index = try String(
      contentsOf: Self.docs.appendingPathComponent("experiments/README.md"),
      encoding: .utf8
    )
    var shown: [String: String] = [:]
    for line in index.split(separator: "\n") where line.hasPrefix("| [M") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let id = try #require(cells.first?.dropFirst().split(separator: "]").first)
      shown[String(id)] = cells.last
    }
    let ids = Experiments.all.map(\.plan.id)
    #expect(Set(shown.keys) == Set(ids))
    for id in ids {
      let verdict = Experiments.isReproduced(id) ? "reproduced" : "not reproduced"
      #expect(shown[id] == verdict, "\(id): Experiments.notReproduced says \(verdict)")
    }
    #expect(Experiments.notReproduced.isSubset(of: ids))
  }

  @Test("Every experiment that a claim names exists")
  func links() throws {
    let ids = Set(Experiments.all.map(\.plan.id))
    for decision in try FactBase.embedded().decisions {
      let named = decision.experiment?.ids ?? []
      #expect(ids.isSuperset(of: named), "\(decision.id): \(named)")
      #expect(Set(named).count == named.count, "\(decision.id)")
    }
  }

  @Test("A claim said to be decided by an experiment names one, or waits for one to be built")
  func named() throws {
    let decisions = try FactBase.embedded().decisions
    let unnamed = decisions.filter { $0.route == .experiment && ($0.experiment?.ids ?? []).isEmpty }
    #expect(unnamed.map(\.id) == Self.waiting)
    for decision in decisions where decision.experiment?.settles == true {
      #expect(decision.route == .experiment && decision.experiment?.ids.isEmpty == false)
    }
  }

  @Test("Every simulated system is whole or says what is missing, and no other has a gap")
  func gaps() throws {
    let simulated = Set(Experiments.all.flatMap(\.plan.systems))
    let whole = Set(Experiments.all.filter(\.plan.coversWhole).flatMap(\.plan.systems))
    for system in simulated.sorted() {
      let isPartial = SimulationGaps.gap(of: system) != nil
      #expect(isPartial || whole.contains(system), "\(system) is in part and says not of what")
    }
    #expect(simulated.isSuperset(of: SimulationGaps.systems))
  }

  @Test("What was fitted to a result is called calibrated, in every reading")
  func calibrated() throws {
    let betas = try Experiments.experiment("M1.4-beta").plan
    #expect(betas.readings.count == 3)
    for reading in betas.readings {
      #expect(betas.calibration(of: reading.id)?.contains("0.73") == true, "\(reading.id)")
    }
    let exits = try Experiments.experiment("M1.11-exits").plan
    #expect(exits.calibration(of: "")?.contains("1.9bn") == true)
  }

  @Test(
    "What is not reproduced can be searched for where it would be",
    arguments: Experiments.notReproduced.sorted()
  )
  func searched(id: String) throws {
    let plan = try Experiments.experiment(id).plan
    let first = plan.readings.first?.id
    #expect(plan.sweeps.contains { $0.reading == nil || $0.reading == first }, "\(id)")
  }
}
