import Forecasts
import Testing

@Suite("Status of a face")
struct FaceStatusTests {
  @Test("The words are those of the interface")
  func words() {
    let words = FaceStatus.allCases.map(\.rawValue)
    #expect(words == ["works", "partial", "missing", "not_applicable"])
  }
}
