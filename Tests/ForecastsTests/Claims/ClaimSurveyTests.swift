import Forecasts
import Observatory
import Quantities
import TestSupport
import Testing

@Suite("All claims")
struct ClaimSurveyTests {
  private static let isSharedPresent = SharedData.isPresent

  private func check(_ assessments: [ClaimAssessment]) {
    #expect(assessments.count == 165)
    for assessment in assessments {
      #expect(!assessment.evidence.isEmpty, "\(assessment.claim)")
      switch assessment.verdict {
      case .supported, .contradicted, .mixed:
        #expect(assessment.evidence[0].number != nil, "\(assessment.claim)")
      case .noData: #expect(!assessment.missing.isEmpty, "\(assessment.claim)")
      case .undecided, .untestable: break
      }
      for correction in assessment.corrections {
        #expect((correction.number != nil) == (correction.provenance == "computed"))
      }
    }
  }

  @Test("Without a store every claim has a verdict and a reason, and decided ones cite a number")
  func withoutStore() throws {
    let base = try FactBase.embedded()
    let assessments = try ClaimExaminer(base)
      .assessments(MemoryStore(), asOf: Instant(startOf: .at(2026, 8, 22)))
    check(assessments)
    for assessment in assessments {
      #expect(assessment.evidence.allSatisfy { $0.kind != .data }, "\(assessment.claim)")
    }
    let corrections = ArticleErrorReport.corrections(base, assessments)
    #expect(corrections.map(\.error) == base.errors.map(\.id))
    #expect(corrections.allSatisfy { $0.provenance != "computed" })
  }

  @Test("A decided verdict without a number is a programming error")
  func typeEnforced() async {
    await #expect(processExitsWith: .failure) {
      _ = ClaimAssessment(claim: "S0.C01", .supported, by: Evidence(.reason, "because"))
    }
  }

  @Test(
    "On the shared data every claim has a verdict with evidence that ends before the date",
    .enabled(if: isSharedPresent, "the shared data lies beside the package or in CLINO_SHARED"),
    arguments: [Day.at(2025, 2, 25), Day.at(2025, 9, 30), Day.at(2026, 1, 15), Day.at(2026, 8, 22)]
  )
  func shared(day: Day) throws {
    let base = try FactBase.embedded()
    let asOf = Instant(startOf: day + 1)
    let examiner = ClaimExaminer(base)
    let assessments = try examiner.assessments(SharedSeries.store, asOf: asOf)
    check(assessments)
    for assessment in assessments {
      for evidence in assessment.evidence {
        if let window = evidence.window {
          #expect(window.upperBound <= day, "\(assessment.claim): \(evidence.text)")
        }
      }
    }
    let cut = SharedSeries.store.removingKnowable(after: asOf)
    let again = try examiner.assessments(cut, asOf: asOf)
    for (before, after) in zip(assessments, again) {
      #expect(before == after, "\(before.claim) reads past its date")
    }
  }

  @Test(
    "What the shared data decides is as computed elsewhere",
    .enabled(if: isSharedPresent, "the shared data lies beside the package or in CLINO_SHARED")
  )
  func knownNumbers() throws {
    let base = try FactBase.embedded()
    let assessments = try ClaimExaminer(base)
      .assessments(SharedSeries.store, asOf: Instant(startOf: .at(2026, 8, 22)))
    let verdicts = Dictionary(uniqueKeysWithValues: assessments.map { ($0.claim, $0) })
    // The policy rate fell by 25 basis points on 2025-12-10: a matter of record.
    #expect(verdicts["S3.C01"]?.verdict == .supported)
    #expect(verdicts["S3.C01"]?.evidence[0].number?.value == -25)
    // The filing of 2025-12-08 states 10,624 BTC.
    #expect(verdicts["S3.C03"]?.evidence[0].number?.value == 10_624)
    // Unemployment of 2026Q1 was far from 5.5 to 6.0.
    #expect(verdicts["S2.C07"]?.verdict == .contradicted)
    // No 90-session window of 2021 to 2025 reaches a correlation of 0.75 throughout.
    #expect(verdicts["S2.C08"]?.verdict == .contradicted)
    // 8,133 t at 2,920 USD less 42.22: 752.5 billion.
    #expect(verdicts["S4.C13"]?.verdict == .supported)
  }
}
