import Reports
import Testing

@Suite("NumberText and TerminalStyle")
struct NumberTextTests {
  @Test(
    "thousands are separated",
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567"),
      (Int.min, "-9,223,372,036,854,775,808"),
    ]
  )
  func groups(value: Int, text: String) { #expect(NumberText.grouped(value) == text) }

  @Test(
    "a fixed number of decimals is kept, ties go to even, zero has no sign",
    arguments: [
      (1_234.5, 2, "1,234.50"), (-0.004, 2, "0.00"), (0.5, 0, "0"), (1.5, 0, "2"),
      (0.06, 1, "0.1"), (-1.25, 1, "-1.2"), (1e18, 2, "1e+18"), (0.000_1, 4, "0.0001"),
    ]
  )
  func fixes(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test(
    "large numbers are abbreviated to four digits",
    arguments: [
      (19.13e9, "19.13B"), (-620e6, "-620M"), (999_960, "1M"), (999_940, "999.9K"), (1_500, "1.5K"),
      (0.146, "0.146"), (0, "0"), (2.5e12, "2.5T"), (12, "12"),
    ]
  )
  func abbreviates(value: Double, text: String) {
    #expect(NumberText.abbreviated(value) == text)
  }

  @Test("colour needs a terminal that allows it")
  func fitsTerminal() {
    #expect(TerminalStyle.fitting(isTerminal: true, environment: ["TERM": "xterm"]) == .styled)
    #expect(TerminalStyle.fitting(isTerminal: false, environment: [:]) == .plain)
    #expect(TerminalStyle.fitting(isTerminal: true, environment: ["NO_COLOR": "1"]) == .plain)
    #expect(TerminalStyle.fitting(isTerminal: true, environment: ["NO_COLOR": ""]) == .styled)
    #expect(TerminalStyle.fitting(isTerminal: true, environment: ["TERM": "dumb"]) == .plain)
    #expect(TerminalStyle.plain.bold("x") == "x")
    #expect(TerminalStyle.styled.bold("x") == "\u{1b}[1mx\u{1b}[0m")
  }
}
