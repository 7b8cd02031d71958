import Quantities

extension FeedTopic {
  /// Bars: one value describes a step, is known at its end, and the next is overdue after thirty hours.
  static func bars(
    _ id: String,
    dataset: String,
    subject: FeedSubject,
    columns: [FeedColumn],
    steps: [FeedStep] = FeedStep.bars,
    span: Duration,
    notes: String
  ) -> FeedTopic {
    FeedTopic(
      id,
      dataset: dataset,
      subject: subject,
      columns: columns,
      steps: steps,
      frequency: "step",
      knowable: .rule,
      "the end of the bar",
      staleAfter: .hours(30),
      span: span,
      notes: notes
    )
  }

  /// The state of a market as the answer finds it: without a past, and overdue after a quarter of an hour.
  static func snapshot(
    _ id: String,
    dataset: String,
    subject: FeedSubject,
    columns: [FeedColumn],
    knowable rule: String = "its own time",
    notes: String = ""
  ) -> FeedTopic {
    FeedTopic(
      id,
      dataset: dataset,
      subject: subject,
      columns: columns,
      frequency: "snapshot",
      knowable: .published,
      rule,
      staleAfter: .minutes(15),
      span: .hours(1),
      notes: notes
    )
  }
}
