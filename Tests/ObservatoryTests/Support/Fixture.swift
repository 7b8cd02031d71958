import Observatory
import Quantities
import Testing

/// One recorded answer of a source and what was read from it by eye.
struct Fixture: Sendable, CustomTestStringConvertible {
  let source: String
  let topic: String
  let subject: String
  let step: String?
  let file: String
  /// When the answer counts as received.
  let receivedAt: String
  /// How many values it holds.
  let count: Int
  /// Values as `column refersTo knowableAt value`, `=` for equal clocks; all if there are `count`.
  let lines: [String]
  /// What must stand in the remarks.
  var remark: String?

  init(
    _ source: String,
    _ topic: String,
    _ subject: String,
    step: String? = nil,
    _ file: String,
    received: String = "2027-01-01",
    count: Int,
    remark: String? = nil,
    _ lines: [String]
  ) {
    self.source = source
    self.topic = topic
    self.subject = subject
    self.step = step
    self.file = file
    receivedAt = received
    self.count = count
    self.remark = remark
    self.lines = lines
  }

  var testDescription: String { "\(file) \(topic) \(subject)" }

  /// The reply with the bytes of the file, or other bytes.
  func reply(_ bytes: [UInt8]? = nil) throws -> FeedReply {
    try Self.reply(
      source,
      topic,
      subject,
      step: step,
      try bytes ?? FileBytes.read(SharedData.path("fixtures/\(file)")),
      received: receivedAt
    )
  }

  /// A reply of any bytes.
  static func reply(
    _ source: String,
    _ topic: String,
    _ subject: String,
    step: String? = nil,
    _ bytes: [UInt8],
    received: String = "2027-01-01"
  ) throws -> FeedReply {
    FeedReply(
      request: FeedRequest(
        source: source,
        topic: topic,
        subject: subject,
        step: step.map(FeedStep.init),
        http: HTTPRequest(address: WebAddress(host: "example.org", path: "/"))
      ),
      body: bytes,
      receivedAt: try Instant(parsing: received)
    )
  }

  /// The values of a result as lines.
  static func lines(_ parsed: ParsedReply) -> [String] {
    parsed.batches.flatMap { batch in
      batch.observations.map { value in
        let (start, known) = (short(value.refersTo), short(value.knowableAt))
        let column = batch.description.id.column
        return "\(column) \(start) \(start == known ? "=" : known) \(value.value)"
      }
    }
  }

  /// A time as text without its zone, and a midnight without its hour.
  private static func short(_ instant: Instant) -> String {
    let text = "\(instant)"
    return String(text.dropLast(text.hasSuffix("T00:00:00Z") ? 10 : 1))
  }
}
