import Economy
import Observatory
import Quantities
import Testing

@testable import Scenarios

@Suite("The section episode of a scenario")
struct EpisodeReaderTests {
  private static let observed =
    "    - {quantity: theft, value: 1.5e9, unit: USD, source: S4.F01, note: stated}"
  private static let assumed = "    - {quantity: depth, value: 0.5, unit: share, why: no series}"
  private static let compared =
    "    - {quantity: log_return, subject: BTC, unit: \"1\", from: 2025-11-21, to: 2025-11-22, "
    + "series: spx_1d/close, how: return, calibrated: off}"

  /// Twenty-six lines of a small world and the section behind them.
  private static func text(
    observed: String = observed,
    assumed: String = assumed,
    compared: String = compared,
    runs: String = "  runs: 7"
  ) -> String {
    ScenarioFileTests.text(
      ScenarioFileTests.lines + [
        "episode:", runs, "  observed:", observed, "  assumed:", assumed, "  compared:", compared,
      ]
    )
  }

  private static func message(_ text: String) -> String? {
    do throws(ScenarioError) {
      _ = try ScenarioFile.parse(text, file: "s.yaml")
      return nil
    } catch { return error.description }
  }

  @Test("a file says what is observed, assumed and compared")
  func whole() throws {
    let scenario = try ScenarioFile.parse(Self.text(), file: "s.yaml")
    let episode = try #require(scenario.episode)
    #expect(episode.runs == 7)
    #expect(
      episode.observed == [
        EpisodeObservation("theft", value: 1.5e9, unit: "USD", source: "S4.F01", note: "stated")
      ]
    )
    #expect(
      episode.assumed == [EpisodeAssumption("depth", value: 0.5, unit: "share", why: "no series")]
    )
    let row = try #require(episode.compared.first)
    #expect(row.reading == .logReturn && row.subject == "BTC" && !row.isCalibrated)
    #expect(row.dayCount == 2 && row.window == "2025-11-21..2025-11-22")
    #expect(row.source == .series(.init("spx_1d/close"), how: .logReturn, factor: 1))
  }

  @Test("a scenario without the section is no episode")
  func absent() throws {
    let text = ScenarioFileTests.text(ScenarioFileTests.lines)
    #expect(try ScenarioFile.parse(text, file: "s.yaml").episode == nil)
  }

  @Test("a printed scenario reads back to the same episode")
  func printed() throws {
    let scenario = try ScenarioFile.parse(Self.text(), file: "s.yaml")
    let again = try ScenarioFile.parse(ScenarioText.text(of: scenario), file: "printed.yaml")
    #expect(again.episode == scenario.episode)
  }

  @Test(
    "a wrong row is one line with file, line and field",
    arguments: [
      ("to: 2025-11-22", "to: 2025-11-29", "34: episode.compared[0].to: got 2025-11-29"),
      ("from: 2025-11-21", "from: 2025-11-20", "34: episode.compared[0].from: got 2025-11-20"),
      ("log_return", "log_retrun", "did you mean log_return?"),
      ("subject: BTC", "subject: BTX", "34: episode.compared[0].subject: got BTX"),
      ("unit: \"1\"", "unit: USD", "34: episode.compared[0].unit: got USD, expected 1"),
      ("how: return", "how: retrun", "did you mean return?"),
      ("series: spx_1d/close", "series: spx", "34: episode.compared[0].series: got spx"),
      (", calibrated: off", "", "34: episode.compared[0].calibrated: got nothing"),
      ("how: return", "how: return, fact: S0.F01", "34: episode.compared[0].fact: got S0.F01"),
      ("how: return", "hwo: return", "34: episode.compared[0].hwo: got hwo"),
      (
        "series: spx_1d/close, how: return", "fact: S0.F1x, value: 1", "got S0.F1x, expected the id"
      ),
      ("series: spx_1d/close, how: return", "fact: S0.F01", "compared[0].value: got nothing"),
      ("series: spx_1d/close, how: return, ", "", "compared[0].fact: got nothing"),
      ("log_return", "open_interest_change_fraction", "expected a day of the run, from 2025-11-22"),
    ]
  )
  func wrongRows(old: String, new: String, expected: String) throws {
    let changed = Self.compared.replacing(old, with: new)
    #expect(changed != Self.compared)
    let message = try #require(Self.message(Self.text(compared: changed)))
    #expect(message.hasPrefix("s.yaml:") && message.contains(expected), "\(message)")
  }

  @Test("an input without a source, a reason or a number is refused")
  func inputs() throws {
    let noSource = Self.observed.replacing("S4.F01", with: "somewhere")
    #expect(Self.message(Self.text(observed: noSource))?.contains("s.yaml:30: ") == true)
    let noReason = Self.assumed.replacing(", why: no series", with: "")
    #expect(
      Self.message(Self.text(assumed: noReason))?.hasPrefix("s.yaml:32: episode.assumed[0].why")
        == true
    )
    #expect(
      Self.message(Self.text(runs: "  runs: 0"))?.hasPrefix("s.yaml:28: episode.runs") == true
    )
    #expect(Self.message(Self.text(runs: "  rnus: 5"))?.hasSuffix("did you mean runs?") == true)
  }
}
