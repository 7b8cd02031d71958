extension DefaultWorld {
  /// The offshore dollar: foreign banks and foreign officials of the opening sheet.
  ///
  /// They take the place of the cash lenders "foreign banks" and "foreign officials", whose accounts they act
  /// for, and need the markets "bills" and "coupons". Gold is bought where there is a market of it.
  static let offshore: [ParticipantPlan] = [
    ParticipantPlan("foreign_bank", "foreign banks"),
    ParticipantPlan("foreign_official", "foreign officials"),
  ]
}
