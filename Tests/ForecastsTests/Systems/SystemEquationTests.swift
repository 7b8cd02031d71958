import Foundation
import Testing

@testable import Forecasts

@Suite("Equations of systems")
struct SystemEquationTests {
  private static let docs = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("docs")

  @Test("a formula stands word for word on its page", arguments: SystemEquation.all)
  func verbatim(equation: SystemEquation) throws {
    let page = Self.docs.appendingPathComponent("\(equation.page).md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("    ") }
    #expect(
      lines.contains { $0.contains(equation.formula) },
      "\(equation.page): \(equation.formula)"
    )
    #expect(!equation.formula.contains("`"))
  }

  @Test("every system of an equation exists, and nothing is listed twice")
  func systems() throws {
    let known = Set(try FactBase.embedded().systems.map(\.id))
    for equation in SystemEquation.all {
      #expect(!equation.systems.isEmpty && known.isSuperset(of: equation.systems))
    }
    #expect(Set(SystemEquation.all.map(\.formula)).count == SystemEquation.all.count)
  }

  @Test("a page has balance sheets, equations and what would change our mind")
  func page() throws {
    let lender = SystemRegistries.ParticipantEntry(
      id: "cash_lender",
      text: "Lends cash overnight.",
      systems: ["M2.1"]
    )
    let experiment = SystemRegistries.ExperimentEntry(
      id: "M2.1-idle",
      text: "idle cash",
      systems: ["M2.1"],
      hasControl: true,
      coversWhole: true,
      refutation: "a day of refusal on which it does not rise"
    )
    let pages = SystemPages(
      try FactBase.embedded(),
      experiments: [experiment],
      participants: [lender]
    ).all
    let text = try #require(pages.first { $0.name == "M2.1.md" }).text
    #expect(
      text.contains("| [cash\\_lender](../participants/cash_lender.md) | Lends cash overnight. |")
    )
    #expect(text.contains("`s(x) = EFFR − IORB"))
    #expect(
      text.contains(
        "- [M2.1-idle](../experiments/M2.1-idle.md): a day of refusal on which it does not rise."
      )
    )
    let other = try #require(pages.first { $0.name == "M0.9.md" }).text
    #expect(other.contains("No participant of a world is made for this system."))
    #expect(other.contains("No formula is listed for this system."))
    #expect(!other.contains("What would change our mind"))
  }
}
