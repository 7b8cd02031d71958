import Testing

@testable import Scenarios

@Suite("BuiltInStates")
struct BuiltInStatesTests {
  @Test(
    "every built-in state parses under its own name and has an event",
    arguments: BuiltInStates.names
  )
  func parses(name: String) throws {
    let state = try BuiltInStates.state(named: name)
    #expect(state.name == name)
    let event = try #require(state.event)
    #expect(!event.facts.isEmpty)
    #expect(event.facts.allSatisfy { !$0.id.isEmpty })
    #expect(try StateFile.parse(BuiltInStates.source(named: name), file: "copy") == state)
  }

  @Test("an unknown name is refused with the nearest known one")
  func unknown() {
    let error = #expect(throws: ScenarioError.self) {
      try BuiltInStates.state(named: "2025-11-12")
    }
    #expect(error?.code == "scenario.event.unknown")
    #expect(error?.description.contains("did you mean 2025-11-21?") == true)
    #expect(error?.description.contains("\n") == false)
  }

  @Test("an unknown mechanism is refused with the nearest known one")
  func mechanism() throws {
    for mechanism in Mechanism.allCases {
      #expect(try Mechanism(named: mechanism.rawValue) == mechanism)
      #expect(!mechanism.summary.isEmpty)
    }
    let error = #expect(throws: ScenarioError.self) { try Mechanism(named: "leverge") }
    #expect(error?.description.hasSuffix("did you mean leverage?") == true)
  }
}
