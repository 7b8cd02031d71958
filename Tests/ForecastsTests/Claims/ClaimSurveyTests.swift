import Forecasts
import Foundation
import Observatory
import Quantities
import TestSupport
import Testing

@Suite("Claims on the shared data")
struct ClaimSurveyTests {
  @Test(
    "Every claim has a verdict with evidence, and decided ones cite a computed number",
    .enabled(if: SharedData.isPresent, "the shared data lies beside the package or in CLINO_SHARED")
  )
  func survey() throws {
    let examiner = ClaimExaminer(try FactBase.embedded())
    let assessments = try examiner.assessments(
      SharedSeries.store,
      asOf: Instant(startOf: .at(2026, 8, 22))
    )
    #expect(assessments.count == 165)
    for assessment in assessments {
      #expect(!assessment.evidence.isEmpty)
      if [.supported, .contradicted, .mixed].contains(assessment.verdict) {
        #expect(assessment.evidence.contains { $0.number != nil }, "\(assessment.claim)")
      }
    }
    if ProcessInfo.processInfo.environment["PRINT_CLAIMS"] != nil {
      for assessment in assessments {
        print(assessment.claim, assessment.verdict.rawValue)
        for evidence in assessment.evidence {
          print(
            "    \(evidence.kind.rawValue): \(evidence.text) | expected \(evidence.expected ?? "-") | \(evidence.number.map { "\($0.value) \($0.unit) \($0.interval.map { "[\($0.low), \($0.high)]" } ?? "")" } ?? "")"
          )
        }
        for missing in assessment.missing { print("    missing: \(missing.what)") }
        for correction in assessment.corrections where correction.number != nil {
          print("    corrected: \(correction.error) \(correction.corrected)")
        }
      }
    }
  }
}
