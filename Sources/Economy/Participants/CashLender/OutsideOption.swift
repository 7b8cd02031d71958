/// What a lender's idle cash earns: o of its reservation rate.
enum OutsideOption: String, CaseIterable {
  /// The ON RRP rate.
  case reverseRepo = "reverse_repo"
  /// IORB less what balance sheet costs the bank.
  case reserves
  /// The yield of bills less what it costs to hold them.
  case bills
  /// Nothing.
  case none

  /// The figure that it hangs on.
  func figure(in setup: inout WorldSetup) -> FigureID {
    switch self {
    case .reverseRepo, .none: setup.figure(named: "ON RRP rate", assumed: 3.75)
    case .reserves: setup.figure(named: "IORB", assumed: 3.9)
    case .bills: setup.figure(named: "bill yield", assumed: 3.9)
    }
  }

  /// Percent a year.
  func rate(_ view: ParticipantView, _ figure: FigureID, cost: Double) -> Double {
    switch self {
    case .reverseRepo: view.figure(figure)
    case .reserves, .bills: view.figure(figure) - cost
    case .none: 0
    }
  }

  static func choice(_ setup: WorldSetup) throws(WorldError) -> OutsideOption {
    guard let option = OutsideOption(rawValue: setup.word("outside")) else {
      throw setup.invalid(
        "words.outside",
        setup.word("outside"),
        "what idle cash earns",
        allCases.map(\.rawValue)
      )
    }
    return option
  }
}
