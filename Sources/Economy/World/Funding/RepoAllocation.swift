import Quantities

/// Who holds how much of each borrower's debt tonight, made payable.
///
/// The market says what lenders want to lend. A borrower whose debt falls by more than it can pay keeps the
/// rest, and a lender that is not repaid lends less: amounts only fall, so that the search ends.
struct RepoAllocation: Sendable {
  /// The bank whose reserves settle what borrowers pay to the central bank and to other banks.
  struct Bank: Sendable {
    let reserves: Amount
    /// Whether each borrower keeps its money with it.
    let borrowers: [Bool]
    /// Whether each lender is paid inside it: it keeps its money there, or is the bank.
    let lenders: [Bool]
  }

  /// One lender's debt of one borrower, before and after.
  struct Line: Sendable {
    let lender: Int
    let need: Int
    let before: Amount
    var after: Amount
    var change: Amount { after - before }
  }

  var lines: [Line]
  /// The facility's debt of each borrower, before and after.
  var standing: [(before: Amount, after: Amount)]
  /// What each borrower keeps owing because it cannot pay.
  private(set) var extended: [Amount]

  init(lines: [Line], standing: [(before: Amount, after: Amount)]) {
    self.lines = lines
    self.standing = standing
    extended = Array(repeating: .zero, count: standing.count)
  }

  /// Cuts the changes to what borrowers and lenders have.
  ///
  /// - Parameters:
  ///   - borrowers: The money of each borrower.
  ///   - lenders: The money of each lender.
  ///   - banks: The reserves that payments between banks need.
  mutating func makePayable(borrowers: [Amount], lenders: [Amount], banks: [Bank] = []) {
    var isStable = false
    while !isStable {
      isStable = true
      for need in borrowers.indices {
        let missing = -inflow(of: need) - borrowers[need]
        if missing > .zero {
          extend(need, by: missing)
          isStable = false
        }
      }
      for bank in banks {
        let missing = drain(of: bank) - bank.reserves
        if missing > .zero {
          holdBack(bank, missing)
          isStable = false
        }
      }
      for lender in lenders.indices {
        let missing = outflow(of: lender) - lenders[lender]
        if missing > .zero {
          withhold(lender, missing)
          isStable = false
        }
      }
    }
  }

  private func inflow(of need: Int) -> Amount {
    lines.reduce(standing[need].after - standing[need].before) {
      $1.need == need ? $0 + $1.change : $0
    }
  }

  private func outflow(of lender: Int) -> Amount {
    lines.reduce(Amount.zero) { $1.lender == lender ? $0 + $1.change : $0 }
  }

  /// The reserves that a bank loses: to the central bank, and to the banks of other lenders.
  private func drain(of bank: Bank) -> Amount {
    let facility = standing.indices.reduce(Amount.zero) {
      bank.borrowers[$1] ? $0 + standing[$1].before - standing[$1].after : $0
    }
    return lines.reduce(facility) { sum, line in
      switch (bank.borrowers[line.need], bank.lenders[line.lender]) {
      case (true, false): sum - line.change
      case (false, true): sum + line.change
      default: sum
      }
    }
  }

  /// What a bank cannot settle is not repaid today, to the facility first, or not lent.
  private mutating func holdBack(_ bank: Bank, _ missing: Amount) {
    var left = missing
    for need in standing.indices where bank.borrowers[need] && left > .zero {
      let kept = min(left, max(.zero, standing[need].before - standing[need].after))
      standing[need].after += kept
      extended[need] += kept
      left -= kept
    }
    for index in lines.indices where left > .zero {
      let line = lines[index]
      switch (bank.borrowers[line.need], bank.lenders[line.lender]) {
      case (true, false):
        let kept = min(left, max(.zero, -line.change))
        lines[index].after += kept
        extended[line.need] += kept
        left -= kept
      case (false, true):
        let cut = min(left, max(.zero, line.change))
        lines[index].after -= cut
        left -= cut
      default: break
      }
    }
    precondition(left == .zero, "a bank holds back no more than it would lose")
  }

  /// Lenders in their order wait for what the borrower cannot pay; then the facility does.
  private mutating func extend(_ need: Int, by missing: Amount) {
    var left = missing
    for index in lines.indices where lines[index].need == need && left > .zero {
      let kept = min(left, max(.zero, -lines[index].change))
      lines[index].after += kept
      left -= kept
    }
    let kept = min(left, max(.zero, standing[need].before - standing[need].after))
    standing[need].after += kept
    left -= kept
    precondition(left == .zero, "a borrower repays no more than it owed")
    extended[need] += missing
  }

  /// The lender's new loans are cut, the last first.
  private mutating func withhold(_ lender: Int, _ missing: Amount) {
    var left = missing
    for index in lines.indices.reversed() where lines[index].lender == lender && left > .zero {
      let cut = min(left, max(.zero, lines[index].change))
      lines[index].after -= cut
      left -= cut
    }
    precondition(left == .zero, "a lender pays for no more than its new loans")
  }
}
