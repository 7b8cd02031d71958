/// One of the articles whose statements are carried here.
public struct Article: Hashable, Sendable, Decodable, FactRecord {
  /// Its number, `000` to `004`.
  public let id: String
  /// The prefix of the ids of its statements, `S0` to `S4`.
  public let seed: String
  /// The title in English.
  public let title: String
  /// The date or the range of dates of publication.
  public let date: String
  /// How the date is known.
  public let dateBasis: String
  /// What it argues, in a sentence or two.
  public let thesis: String
  /// What was lost from the text.
  public let textGaps: [String]

  private enum CodingKeys: String, CodingKey {
    case id, seed, title, date, thesis
    case dateBasis = "date_basis"
    case textGaps = "text_gaps"
  }
}
