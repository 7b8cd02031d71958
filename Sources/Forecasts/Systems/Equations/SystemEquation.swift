/// A formula of the program and the systems whose mechanism it is.
///
/// The formula stands word for word on a page of `docs`, where its units, source and limits are; a test
/// holds the two together.
struct SystemEquation: Hashable, Sendable {
  /// What it gives.
  let result: String
  /// The formula as its page prints it.
  let formula: String
  /// The page below `docs`, without its ending: `formulas/cascade`.
  let page: String
  /// The systems.
  let systems: [String]

  init(_ result: String, _ formula: String, page: String, systems: [String]) {
    self.result = result
    self.formula = formula
    self.page = page
    self.systems = systems
  }

  /// All of them, those of crypto markets first.
  static let all = ofCrypto + ofFunding
}
