extension VenueCommand {
  /// Whether the command gives a price or announces a payment: such commands come first.
  var isPrice: Bool {
    switch self {
    case .updateIndex, .updateMark, .updateCollateral, .scheduleFunding, .updateConstituents,
      .updateReference, .fundingInstant:
      true
    default: false
    }
  }

  /// What a chain of forced trades that starts at this command has as its root.
  var rootCause: RootCause {
    switch self {
    case .updateIndex, .updateMark, .updateCollateral, .updateConstituents, .updateReference:
      .price
    case .scheduleFunding, .fundingInstant: .funding
    case .submit, .cancel, .submitStop, .amend: .order
    default: .command
    }
  }
}
