import Scenarios
import Statistics
import Testing

@Suite("Conditions of experiments")
struct ExperimentConditionTests {
  private func isMet(
    _ condition: ExperimentExpectation.Condition,
    _ lower: Double,
    _ upper: Double
  ) -> Bool {
    ExperimentExpectation(condition, facts: [], statement: "").isMet(lower: lower, upper: upper)
  }

  @Test("The whole interval has to lie where the source says")
  func conditions() {
    #expect(isMet(.value(10, tolerance: 2), 8, 12))
    #expect(!isMet(.value(10, tolerance: 2), 7.9, 11))
    #expect(!isMet(.value(10, tolerance: 2), 9, 12.1))
    #expect(isMet(.atLeast(1), 1, 5) && !isMet(.atLeast(1), 0.9, 5))
    #expect(isMet(.atMost(1), -3, 1) && !isMet(.atMost(1), 0, 1.1))
    #expect(isMet(.positive(null: 1), 1.1, 2) && !isMet(.positive(null: 1), 1, 2))
    #expect(isMet(.negative(null: 0), -2, -0.1) && !isMet(.negative(null: 0), -2, 0))
    #expect(isMet(.order(["a", "b"], correlationMin: 0.8), 0.8, 1))
    #expect(!isMet(.order(["a", "b"], correlationMin: 0.8), 0.7, 1))
    #expect(!isMet(.positive(null: 0), .nan, .nan))
  }

  @Test("A control passes by its own rule and no other")
  func rules() {
    let values = [0.0, 0, 0.001]
    #expect(!ControlRule.exactly(0).isMet(values: values, lower: 0, upper: 0))
    #expect(ControlRule.exactly(0).isMet(values: [0, 0], lower: 0, upper: 0))
    #expect(ControlRule.contains(0).isMet(values: values, lower: -0.1, upper: 0.1))
    #expect(!ControlRule.contains(0).isMet(values: values, lower: 0.01, upper: 0.1))
    #expect(ControlRule.notAbove(1).isMet(values: values, lower: 0.2, upper: 1))
    #expect(!ControlRule.notAbove(1).isMet(values: values, lower: 0.2, upper: 1.01))
    let within = ControlRule.within(0, bound: 0.1, reason: "")
    #expect(within.isMet(values: values, lower: -0.1, upper: 0.1))
    #expect(!within.isMet(values: values, lower: -0.1, upper: 0.11))
  }

  @Test("The kinds have the names of the contract")
  func kinds() {
    func kind(_ condition: ExperimentExpectation.Condition) -> String {
      ExperimentExpectation(condition, facts: [], statement: "").kind
    }
    #expect(kind(.value(1, tolerance: 0)) == "value" && kind(.atMost(1)) == "value")
    #expect(kind(.negative(null: 0)) == "sign" && kind(.order([], correlationMin: 1)) == "order")
  }

  @Test(
    "Treated run and control draw from one stream, purposes and experiments from different ones"
  )
  func streams() {
    func word(_ experiment: String, _ purpose: String, isControl: Bool, seed: UInt64 = 1) -> UInt64
    {
      var stream = ExperimentRun(
        experiment: experiment,
        seed: seed,
        number: 2,
        isControl: isControl
      ).stream(purpose)
      return stream.nextWord()
    }
    let first = word("A", "news", isControl: false)
    #expect(first == word("A", "news", isControl: true))
    #expect(first != word("A", "book", isControl: false))
    #expect(first != word("B", "news", isControl: false))
    #expect(first != word("A", "news", isControl: false, seed: 2))
  }
}
