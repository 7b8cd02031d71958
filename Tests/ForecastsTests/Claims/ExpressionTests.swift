import Foundation
import Statistics
import Testing

@testable import Forecasts

@Suite("Expressions over stated figures")
struct ExpressionTests {
  @Test(
    "Values follow the usual order of operations",
    arguments: [
      ("2.0e9/0.2e9", 10.0), ("1+2*3", 7), ("(1+2)*3", 9), ("2**3**2", 512), ("-2**2", -4),
      ("2**-1", 0.5), ("10-4-3", 3), ("64/4/2", 8), ("1.5E+2", 150), ("sqrt(2**2)", 2),
      ("ln(exp(1.5))", 1.5), ("log(exp(2))", 2), ("tanh(atanh(0.5))", 0.5), (" 1 - -1 ", 2),
      ("+3", 3), ("0.91**2", 0.8281), (".5*4", 2),
    ]
  )
  func values(text: String, expected: Double) throws {
    #expect(abs(try Expression.value(of: text) - expected) <= 1e-12 * max(1, abs(expected)))
  }

  @Test(
    "Text that is no expression is refused with its place",
    arguments: [
      "", "1+", "(1", "1)", "1 2", "sin(1)", "sqrt 2", "sqrt(2", "1..2", "*3", "2**", "e9", "1e",
      "a",
    ]
  )
  func malformed(text: String) {
    #expect {
      _ = try Expression.value(of: text)
    } throws: { error in
      guard case .malformed(let expression, let offset, _, _) = error as? ExpressionError else {
        return false
      }
      return expression == text && (0...text.utf8.count).contains(offset)
    }
  }

  @Test(
    "Values that are not finite are refused",
    arguments: ["1/0", "sqrt(-1)", "ln(0)", "1e308*10", "atanh(1)"]
  )
  func notFinite(text: String) {
    #expect(throws: ExpressionError.notFinite(expression: text)) {
      try Expression.value(of: text)
    }
  }

  @Test(
    "Deep nesting is refused and never overflows the stack",
    arguments: ["(", "-", "sqrt(", "2**"]
  )
  func deep(opening: String) {
    let text = String(repeating: opening, count: 10_000) + "1"
    #expect {
      _ = try Expression.value(of: text)
    } throws: { error in
      guard case .tooDeep = error as? ExpressionError else { return false }
      return true
    }
    let closing = opening.hasSuffix("(") ? String(repeating: ")", count: 40) : ""
    let shallow = String(repeating: opening, count: 40) + "1" + closing
    #expect(throws: Never.self) { try Expression.value(of: shallow) }
  }

  @Test("Random expressions equal their direct evaluation", arguments: 0..<200)
  func random(seed: Int) throws {
    var stream = Statistics.Stream(seed: 1, run: UInt64(seed), purpose: Purpose(room: 7, index: 90))
    let (text, value) = expression(depth: 5, using: &stream)
    if value.isFinite {
      let found = try Expression.value(of: text)
      #expect(abs(found - value) <= 1e-9 * max(1, abs(value)), "seed \(seed): \(text)")
    } else {
      #expect(throws: ExpressionError.self, "seed \(seed): \(text)") {
        try Expression.value(of: text)
      }
    }
  }

  private func expression(depth: Int, using stream: inout Statistics.Stream) -> (String, Double) {
    let choice = depth == 0 ? 0 : Int(stream.nextWord() % 6)
    switch choice {
    case 1...4:
      let (left, a) = expression(depth: depth - 1, using: &stream)
      let (right, b) = expression(depth: depth - 1, using: &stream)
      let operation = ["+", "-", "*", "/"][choice - 1]
      let value = [a + b, a - b, a * b, a / b][choice - 1]
      return ("(\(left)\(operation)\(right))", value)
    case 5:
      let (inner, value) = expression(depth: depth - 1, using: &stream)
      return ("-(\(inner))", -value)
    default:
      let value = Double(stream.nextWord() % 1_000) / 8
      return ("\(value)", value)
    }
  }

  @Test("Every computation of the claims gives the analyst's result to six digits")
  func analysts() throws {
    let claims = try #require(
      try JSONSerialization.jsonObject(with: Data(FactFile.claims.bytes)) as? [[String: Any]]
    )
    var count = 0
    for claim in claims {
      let consistency = claim["consistency"] as? [String: Any]
      for item in consistency?["arithmetic"] as? [[String: Any]] ?? [] {
        let text = try #require(item["expr"] as? String)
        let result = try #require((item["result"] as? NSNumber)?.doubleValue)
        let value = try Expression.value(of: text)
        #expect(abs(value - result) <= 1e-5 * abs(result), "\(claim["id"] ?? ""): \(text)")
        count += 1
      }
    }
    #expect(count > 90)
  }
}
