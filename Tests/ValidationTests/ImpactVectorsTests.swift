import Glibc
import Testing

@testable import Validation

@Suite("vectors of impact, microstructure and order flow")
struct ImpactVectorsTests {
  static let topics =
    RandomTopics.all + MicrostructureTopics.all + ImpactTopics.all + OrderFlowTopics.all

  @Test("closed forms pass every vector", .enabled(if: isPresent, remark))
  func closedForms() throws {
    let vectors = try Self.vectors().filter { $0.criterion.isSingle }
    #expect(vectors.count >= 26)
    try Self.expectAllPass(vectors)
  }

  @Test(
    "simulated order flow passes its vectors",
    .enabled(if: isPresent, remark),
    .tags(.slow),
    arguments: [
      "s18c-zero-intelligence-permanence",
      "s18-zero-intelligence-spread-0.1",
      "s18-zero-intelligence-spread-0.02",
      "s18b-zero-intelligence-sweep-slope",
      "s18b-zero-intelligence-sweep-10",
      "s18b-zero-intelligence-sweep-40",
      "s19-hawkes-simulated",
    ]
  )
  func simulations(id: String) throws {
    let vectors = try Self.vectors().filter { $0.id == id }
    #expect(vectors.count == 1)
    try Self.expectAllPass(vectors)
  }

  @Test("an input outside its domain is refused by name")
  func refusals() {
    let inputs = VectorInputs(
      .map([.init("gain", .number(1)), .init("resilience_times_duration", .integer(1))])
    )
    let topic = ImpactTopics.all.first { $0.name == "transient_multiplier" }
    #expect(
      throws: VectorError.invalid(field: "inputs.gain", value: "1.0", expected: "a gain below 1")
    ) {
      try topic?.run(inputs, 1)
    }
  }

  private static func expectAllPass(_ vectors: [Vector]) throws {
    let runner = VectorRunner(topics: topics)
    for vector in vectors {
      let outcome = runner.outcome(of: vector)
      #expect(outcome.status == .pass, "\(vector.id): \(outcome.error ?? "no reason")")
    }
  }

  private static func vectors() throws -> [Vector] {
    let names = Set(topics.map(\.name))
    let text = try #require(Self.text(of: path))
    return try VectorFile.parse(text, name: "model-vectors.yaml").filter {
      names.contains($0.topic)
    }
  }

  private static let remark: Comment = "../shared/vectors is absent; set CLINO_SHARED to the folder"

  private static var isPresent: Bool {
    // Safety: the C library reads the string during the call only.
    unsafe access(path, R_OK) == 0
  }

  private static var path: String {
    // Safety: the environment is not changed by these tests, and the text is copied at once.
    if let named = unsafe getenv("CLINO_SHARED") {
      return unsafe String(cString: named) + "/vectors/model-vectors.yaml"
    }
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(package)/../shared/vectors/model-vectors.yaml"
  }

  private static func text(of path: String) -> String? {
    // Safety: the descriptor is checked and closed, and each read stays inside its buffer.
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return count == 0 ? String(decoding: bytes, as: UTF8.self) : nil }
      bytes += buffer[..<count]
    }
  }
}

extension Vector.Criterion {
  fileprivate var isSingle: Bool {
    if case .single = self { true } else { false }
  }
}

extension Tag {
  /// Takes seconds, not milliseconds.
  @Tag static var slow: Self
}
