import Economy
import Ensembles
import Quantities
import Scenarios

extension WorldDocument {
  /// What a reader should know of positions and shocks that are less than the scenario says, of halts and of
  /// losses that somebody had to bear, a sentence each.
  public var notes: [String] {
    openingNotes + shockNotes + haltNotes + (lossNote.map { [$0] } ?? [])
  }

  /// Positions that venues' leverages cut, the same in every run.
  private var openingNotes: [String] {
    ensemble.runs[0].openingCuts.map {
      "\($0.participant) opens \(dollars($0.opened)) of \(dollars($0.wanted)) USD in \($0.market): "
        + "its money backs no more at the leverage that the venue grants"
    }
  }

  private var shockNotes: [String] {
    ensemble.runs[0].shockOutcomes.indices.compactMap { index in
      let outcomes = ensemble.runs.map { $0.shockOutcomes[index] }
      let shock = outcomes[0].shock
      return note(outcomes).map {
        "shock \"\(shock.name)\" (\(shock.kind.rawValue), day \(shock.day)) \($0)"
      }
    }
  }

  private func note(_ outcomes: [ShockOutcome]) -> String? {
    let shock = outcomes[0].shock
    guard outcomes[0].hasBegun else {
      return "begins after the end of the run, which has \(setting.scenario.days) "
        + (setting.scenario.days == 1 ? "day" : "days")
    }
    if isNothing(shock) { return "changes nothing: its size is \(Int(shock.size))" }
    switch shock.kind {
    case .news: return waiting(outcomes)
    case .taxPayment, .lenderRefusal, .offshoreRun: return nil
    case .sale, .depeg: return sold(shock, outcomes)
    case .hack: return stolen(shock, outcomes)
    case .redemptionWave, .oracleFault, .issuanceClosure: return idle(outcomes)
    case .makerWithdrawal:
      guard !setting.isOn(.depthWithdrawal), !movesArbitrageur(shock) else { return nil }
      return "changes nothing while depth_withdrawal is off"
    }
  }

  /// Whether somebody who holds a claim at par withdraws, by name or from its market.
  private func movesArbitrageur(_ shock: WorldShock) -> Bool {
    let standard = PegArbitrageur.kind.words.first { $0.name == "claim" }?.standard
    return setting.scenario.plan.participants.contains {
      $0.kind == PegArbitrageur.kind.id
        && ($0.name == shock.target || ($0.words["claim"] ?? standard) == shock.market)
    }
  }

  /// Whether the size of a shock says that nothing happens.
  private func isNothing(_ shock: WorldShock) -> Bool {
    switch shock.kind {
    case .makerWithdrawal: shock.size == 1
    case .issuanceClosure: false
    default: shock.size == 0
    }
  }

  /// Runs that end in the halt in which the news broke.
  private func waiting(_ outcomes: [ShockOutcome]) -> String? {
    let count = outcomes.count { $0.isHeldBack }
    return count == 0
      ? nil
      : "does not reach its market" + inRuns(count, of: outcomes.count)
        + ": the run ends before the halt does"
  }

  /// Runs in which nothing was done and nobody forced.
  private func idle(_ outcomes: [ShockOutcome]) -> String? {
    let count = outcomes.count { $0.done == 0 && $0.consequenceCount == 0 }
    return count == 0 ? nil : "found nobody to act" + inRuns(count, of: outcomes.count)
  }

  private func sold(_ shock: WorldShock, _ outcomes: [ShockOutcome]) -> String? {
    let short = outcomes.filter { $0.done < shock.size * (1 - 1e-6) }
    guard !short.isEmpty, let band = Band(of: outcomes.map(\.done)) else { return nil }
    let held = outcomes.count { $0.isHeldBack }
    let reason =
      held > 0
      ? "a halt keeps the rest from the market" + inRuns(held, of: outcomes.count)
      : outcomes[0].hasEnded
        ? "what its holder owns and what others can buy is no more" : "the run ends before it does"
    return "sold \(dollars(band.median)) of \(dollars(shock.size)) USD"
      + inRuns(short.count, of: outcomes.count) + ": \(reason)"
  }

  private func stolen(_ shock: WorldShock, _ outcomes: [ShockOutcome]) -> String? {
    if let note = idle(outcomes) { return note }
    // A whole number of the smallest quantity leaves a little less than was meant.
    let short = outcomes.filter { $0.done > 0 && $0.done < shock.size * 0.999 }
    guard !short.isEmpty, let band = Band(of: short.map(\.done)) else { return nil }
    return "took \(dollars(band.median)) of \(dollars(shock.size)) USD"
      + inRuns(short.count, of: outcomes.count) + ": its target held no more"
  }

  private func dollars(_ value: Double) -> String { NumberText.abbreviated(value) }

  private func inRuns(_ count: Int, of all: Int) -> String {
    all == 1 ? "" : " in \(count) of \(all) runs"
  }
}
