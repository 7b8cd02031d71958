/// Every family of vectors the engine answers.
public enum Topics {
  /// All topics; a family is one file of this folder.
  public static let all: [Topic] = []
}
