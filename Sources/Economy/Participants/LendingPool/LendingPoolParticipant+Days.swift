import Quantities

extension LendingPoolParticipant {
  /// Publishes the rate, pays depositors their interest and measures the reserve.
  mutating func endDay(_ view: ParticipantView, _ intents: inout IntentList) {
    guard let lent = borrowers?.totalDebt else { return }
    if receivable == 0 { reserve = book(view) }
    let debt = Double(lent.units) / 10_000
    let total = debt + view.units(money)
    let utilisation = total > 0 ? debt / total : 0
    let rate = rule.rate(utilisation: utilisation)
    let interest = borrowers?.accrue(rate / 365) ?? .zero
    let share = Int64((Double(interest.units) * (1 - rule.reserveFactor)).rounded(.down))
    let paid = min(Amount(share), view.holding(money))
    if paid > .zero { intents.add(.transfer(money, paid, to: depositors, as: .coupon)) }
    reserve += interest.units - paid.units
    intents.publish(rateFigure, rate)
    intents.publish(utilisationFigure, utilisation)
    if cause == .decision { intents.publish(badDebtFigure, badDebt) }
  }
}
