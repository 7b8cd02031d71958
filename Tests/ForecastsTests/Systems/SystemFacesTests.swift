import Observatory
import Testing

@testable import Forecasts

@Suite("Faces of systems")
struct SystemFacesTests {
  private func faces(_ registries: SystemRegistries, of id: String) throws -> SystemFaces {
    let all = SystemFaces.derive(try FactBase.embedded(), from: registries)
    #expect(all.count == 45)
    return try #require(all.first { $0.system.id == id })
  }

  @Test("An indicator that names a system gives it a measure; a reading without value is partial")
  func measure() throws {
    func face(_ hasValue: Bool?) throws -> SystemFace {
      let entry = SystemRegistries.IndicatorEntry(
        id: "I07",
        text: "SOFR skew",
        systems: ["M2.1"],
        hasValue: hasValue
      )
      return try faces(SystemRegistries(indicators: [entry]), of: "M2.1").measure
    }
    #expect(try face(nil).status == .works)
    #expect(try face(true).status == .works)
    #expect(try face(true).missing == nil)
    #expect(try face(false).status == .partial)
    #expect(try face(false).missing == "a value on this store: SOFR skew")
    #expect(try faces(SystemRegistries(), of: "M2.1").measure.status == .missing)
  }

  @Test("A stated part that no indicator reads makes a measure partial and is named")
  func measureGap() throws {
    let entry = SystemRegistries.IndicatorEntry(id: "L02", text: "yield", systems: ["M0.6"])
    let face = try faces(SystemRegistries(indicators: [entry]), of: "M0.6").measure
    #expect(face.status == .partial)
    #expect(face.missing?.hasPrefix("debt over product") == true)
  }

  @Test("A face without an entry is not applicable where a reason is written, and has it")
  func reasons() throws {
    let cycle = try faces(SystemRegistries(), of: "M1.1").measure
    #expect(cycle.status == .notApplicable)
    #expect(cycle.reason?.contains("no series") == true)
    let ledger = try faces(SystemRegistries(), of: "M0.13").simulate
    #expect(ledger.status == .missing && ledger.reason == nil)
  }

  @Test("Words are written where a registry leaves something open, and nowhere else")
  func written() throws {
    let systems = Set(try FactBase.embedded().systems.map(\.id))
    let measured = Set(Indicators.all.flatMap(\.systems))
    #expect(measured.isSubset(of: systems))
    #expect(Set(FaceReasons.measure.keys) == systems.subtracting(measured))
    #expect(Set(MeasureGaps.systems).isSubset(of: measured))
    #expect(Set(SimulationGaps.systems).isSubset(of: systems))
  }

  @Test("An experiment without control, or of a part, is partial")
  func simulate() throws {
    func status(_ hasControl: Bool, _ coversWhole: Bool) throws -> FaceStatus {
      let entry = SystemRegistries.ExperimentEntry(
        id: "e",
        text: "e",
        systems: ["M0.1"],
        hasControl: hasControl,
        coversWhole: coversWhole
      )
      return try faces(SystemRegistries(experiments: [entry]), of: "M0.1").simulate.status
    }
    #expect(try status(true, true) == .works)
    #expect(try status(false, true) == .partial)
    #expect(try status(true, false) == .partial)
    #expect(try faces(SystemRegistries(), of: "M0.3").simulate.status == .missing)
  }

  @Test("A face of simulation counts what was reproduced and what was not, which is a finding")
  func outcomes() throws {
    func face(_ outcomes: [Bool?], of system: String) throws -> SystemFace {
      let entries = outcomes.enumerated().map { index, outcome in
        SystemRegistries.ExperimentEntry(
          id: "e\(index)",
          text: "ratio",
          systems: [system],
          hasControl: true,
          coversWhole: true,
          isReproduced: outcome
        )
      }
      return try faces(SystemRegistries(experiments: entries), of: system).simulate
    }
    let whole = try face([true, false, false], of: "M0.8")
    #expect(whole.status == .works)
    #expect(whole.summary == "1 reproduced, 2 not reproduced")
    #expect(
      whole.evidence.map(\.text) == ["reproduced: ratio"]
        + [String](repeating: "not reproduced: ratio", count: 2)
    )
    #expect(try face([false], of: "M0.8").status == .works)
    #expect(
      try face([true, nil], of: "M0.8").summary
        == "1 reproduced, 0 not reproduced, 1 without a verdict on record"
    )
  }

  @Test(
    "A system of which a stated part is not rebuilt does not work, however whole its experiments"
  )
  func gap() throws {
    let entry = SystemRegistries.ExperimentEntry(
      id: "e",
      text: "order",
      systems: ["M1.6"],
      hasControl: true,
      coversWhole: true,
      isReproduced: true
    )
    let face = try faces(SystemRegistries(experiments: [entry]), of: "M1.6").simulate
    #expect(face.status == .partial)
    #expect(face.summary.contains("; not simulated: companies that hold one another's shares"))
  }

  @Test("The replay simulates the cascade whole and open interest in part")
  func replay() throws {
    let registries = SystemRegistries(experiments: SystemRegistries.replayEntries)
    #expect(try faces(registries, of: "M0.1").simulate.status == .works)
    #expect(try faces(registries, of: "M0.2").simulate.status == .partial)
    #expect(try faces(registries, of: "M0.4").simulate.status == .missing)
  }

  @Test("A face of judgement lists the system's claims and the forecasts that score them")
  func judge() throws {
    let forecast = SystemRegistries.ForecastEntry(id: "F01", text: "below 25%", claims: ["S0.C35"])
    let judged = try faces(SystemRegistries(forecasts: [forecast]), of: "M0.3").judge
    #expect(judged.status == .works)
    #expect(judged.evidence.contains { $0.registry == "claim" && $0.id == "S0.C35" })
    #expect(judged.evidence.contains { $0.registry == "forecast" && $0.id == "F01" })
    #expect(try faces(SystemRegistries(), of: "M1.6").judge.status == .partial)
  }

  @Test("Every system has claims, since the sources claim something of each")
  func everySystem() throws {
    let all = SystemFaces.derive(try FactBase.embedded(), from: SystemRegistries())
    for face in all { #expect(face.judge.status != .missing, "\(face.system.id)") }
  }
}
