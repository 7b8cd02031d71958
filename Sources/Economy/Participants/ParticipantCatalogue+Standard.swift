extension ParticipantCatalogue {
  /// Every kind that ships with the program, one line each.
  public static let standard = ParticipantCatalogue([
    NoiseTraders.self,
    RetailCohort.self,
  ])
}
