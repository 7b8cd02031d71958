import Ensembles
import Forecasts
import Reports
import Scenarios
import Testing

@Suite("Documents of experiments")
struct ExperimentDocumentTests {
  private func results(_ ids: String..., runs: Int? = nil) async throws -> [ExperimentResult] {
    var results: [ExperimentResult] = []
    for id in ids {
      let experiment = try Experiments.experiment(id)
      results.append(try await ExperimentResult(of: experiment, seed: 1, runs: runs, threads: 2))
    }
    return results
  }

  @Test("Every fact and system of an experiment is in the fact base")
  func facts() throws {
    let base = try FactBase.embedded()
    let facts = Set(base.facts.map(\.id))
    let systems = Set(base.systems.map(\.id))
    for plan in Experiments.all.map(\.plan) {
      #expect(systems.isSuperset(of: plan.systems), "\(plan.id)")
      let expectations = [plan.expected] + plan.readings.compactMap(\.expected)
      for expected in expectations {
        #expect(facts.isSuperset(of: expected.facts), "\(plan.id): \(expected.facts)")
        #expect(!expected.facts.isEmpty, "\(plan.id)")
      }
    }
  }

  @Test("The numbers of an experiment are those of its facts")
  func numbers() throws {
    let base = try FactBase.embedded()
    func number(_ id: String) throws -> Double {
      let fact = try #require(base.facts.first { $0.id == id })
      guard case .number(let number)? = fact.value else {
        throw FactBaseError.unknown(kind: "number", id: id, suggestion: nil)
      }
      return number
    }
    let capacity =
      (try number("S0.F47") + number("S0.F48") + number("S0.F49"))
      / (try number("S0.F12"))
    let experiment = try Experiments.experiment("M0.9-capacity")
    let run = ExperimentRun(experiment: "M0.9-capacity", seed: 1, number: 0, isControl: false)
    #expect(try abs(#require(experiment.measure(run).quantity) - capacity) < 1e-12)
    let relief = try Experiments.experiment("M1.2-relief")
    let bitcoin = ExperimentRun(
      experiment: "M1.2-relief",
      seed: 1,
      number: 0,
      isControl: false,
      reading: "bitcoin"
    )
    let share = try number("S1.F05") / number("S1.F06")
    #expect(try abs(#require(relief.measure(bitcoin).quantity) - share) < 1e-12)
  }

  @Test("A result has the keys of the contract and the additions")
  func keys() async throws {
    let document = ExperimentDocument(try await results("M3.4-impact", "M1.11-floor", runs: 6))
    #expect(document.json["schema"]?.stringValue == "clino.experiment/1")
    let entries = try #require(document.json["experiments"]?.arrayValue)
    let wanted = [
      "id", "systems", "quantity", "unit", "expected", "treated", "control", "verdict",
      "calibrated",
      "runs", "treated_interval", "readings", "region", "what_would_change_our_mind", "page",
    ]
    for entry in entries {
      for key in wanted { #expect(entry[key] != nil, "\(key)") }
      for key in ["kind", "value", "tolerance", "facts"] {
        #expect(entry["expected"]?[key] != nil, "\(key)")
      }
    }
    // One run is a number, several are a band.
    #expect(entries[0]["treated"]?.doubleValue == 2.145)
    for key in ["median", "p05", "p95"] {
      #expect(entries[1]["treated"]?[key]?.doubleValue != nil)
    }
    #expect(entries[0]["readings"]?.arrayValue?.count == 3)
    #expect(entries[1]["verdict"]?.stringValue == "not_reproduced")
    #expect(entries[1]["region"]?.arrayValue?.isEmpty == false)
    #expect(try JSONValue(parsing: document.json.bytes(.indented)) == document.json)
  }

  @Test("A page says why, shows the region and names what would change our mind")
  func page() async throws {
    let pages = ExperimentPages(try await results("M1.11-floor", runs: 6))
    let page = try #require(pages.all.first)
    #expect(page.name == "M1.11-floor.md")
    for text in [
      "**Not reproduced: ", "There is a floor.", "## Where it would be reproduced",
      "| cash of the buyers over market value |", "## What would change our mind",
      "clino experiment run M1.11-floor", "[M1.11](../systems/M1.11.md)",
    ] {
      #expect(page.text.contains(text), "\(text)")
    }
    #expect(pages.index.text.contains("| [M1.11-floor](M1.11-floor.md) | "))
  }

  @Test("Text, table and report come from the same results")
  func forms() async throws {
    let document = ExperimentDocument(try await results("M1.2-relief"))
    #expect(document.isSound)
    #expect(document.table.csv.contains("M1.2-relief,M1.2,"))
    #expect(document.headline.joined().contains("M1.2-relief"))
    let page = document.page(commandLine: "clino experiment run M1.2-relief", version: "1")
    #expect(page.sections.count == 2)
    #expect(document.namedTables.map(\.name) == ["experiments", "readings", "region"])
  }
}
