import Quantities
import Statistics

extension Firm {
  /// Borrows and repays at one bank, dollars; what is left of the loans is spent.
  ///
  /// Repaying a bank of its own takes that bank's deposits: what is missing is brought from the large banks.
  func move(
    _ drawn: Double,
    _ repaid: Double,
    _ lender: FirmLender,
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) {
    let (draw, repay) = (view.amount(drawn, of: lender.loan), view.amount(repaid, of: lender.loan))
    if draw > .zero {
      intents.add(
        .borrow(loan: lender.loan, draw, from: lender.bank, money: lender.money)
      )
    }
    if lender.money != deposits, repay > draw {
      intents.add(
        .pay(repay - draw, from: deposits, to: view.account, in: lender.money, as: .payment)
      )
    }
    if repay > .zero {
      intents.add(.repay(loan: lender.loan, repay, to: lender.bank, money: lender.money))
    }
    if draw > repay {
      intents.add(
        .pay(draw - repay, from: lender.money, to: lender.owner, in: deposits, as: .payment)
      )
    }
  }

  /// The end of a month: interest, then defaults, one draw whatever happens.
  mutating func endMonth(_ view: ParticipantView, _ intents: inout IntentList) {
    isNewMonth = true
    var stream = view.stream(1)
    let factor = stream.nextNormal()
    let rate = (view.figure(policy) + spread) / 100
    let share = lossShare(factor: factor, delinquency: view.figure(delinquency))
    for lender in lenders {
      let owed = view.outstanding(lender.loan)
      let interest = view.amount(max(0, rate) / 12 * owed, of: deposits)
      if isOn[2], interest > .zero {
        intents.add(.payHolders(of: lender.loan, interest, money: deposits))
      }
      guard isOn[1], owed > 0 else { continue }
      intents.add(
        .writeDown(lender.loan, fraction: share),
        .forced,
        because: .figure(delinquency)
      )
      intents.publish(lender.losses, share * owed / 1e9, because: .figure(delinquency))
    }
  }

  /// LGD · PD(z)/12: what a month takes of every loan.
  func lossShare(factor: Double, delinquency: Double) -> Double {
    let mean = min(0.99, max(1e-6, probability * delinquency / normalDelinquency))
    guard
      let portfolio = try? VasicekPortfolio(
        defaultProbability: mean,
        assetCorrelation: correlation
      )
    else { preconditionFailure("a probability in 0 ... 1: \(mean)") }
    return lossGivenDefault * portfolio.defaultProbability(factor: factor) / 12
  }
}
