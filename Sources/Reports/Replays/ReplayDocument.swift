public import Ensembles
import Quantities
public import Scenarios

/// What a replay or a stress says, ready to be printed in any form.
///
/// Every form is computed from the outcomes of the runs and from nothing else, so that the same
/// command gives the same bytes.
public struct ReplayDocument: Sendable {
  /// The verb that asked: `replay` or `stress`.
  public let verb: String
  /// The market, the drive and the mechanisms.
  public let setting: RunSetting
  /// Every run, for the checks.
  public let allOutcomes: [RunOutcome]
  /// The runs that the numbers are computed from: those that agree with the prices, or all if
  /// none does.
  public let outcomes: [RunOutcome]
  /// The fingerprint of the journals.
  public let digest: JournalDigest
  /// The numbers over the runs.
  public let summary: EnsembleSummary
  /// The forced value at each price of the opening book.
  public let map: MapSummary

  /// Creates a document.
  public init(verb: String, setting: RunSetting, ensemble: Ensemble, map: MapSummary) {
    self.verb = verb
    self.setting = setting
    self.map = map
    allOutcomes = ensemble.outcomes
    let fitting = allOutcomes.filter(\.isPlausible)
    outcomes = fitting.isEmpty ? allOutcomes : fitting
    digest = ensemble.digest
    summary = EnsembleSummary(of: outcomes)
  }

  /// The name of what was replayed or stressed.
  public var eventName: String { setting.state.name }

  /// The identifier under which figures and pages name the run.
  public var runID: String { String(digest.sha256.prefix(16)) }

  /// The number of draws that contradict the prices.
  public var contradictingCount: Int { allOutcomes.count { !$0.isPlausible } }

  /// Broken conservation over all runs; zero or the program is wrong.
  public var violationCount: Int { allOutcomes.reduce(0) { $0 + $1.violations.count } }
  /// Forced trades without a root over all runs; zero or the program is wrong.
  public var orphanCount: Int { allOutcomes.reduce(0) { $0 + $1.orphanCount } }
  /// Values that were not finite over all runs; zero or the program is wrong.
  public var nonfiniteCount: Int { allOutcomes.reduce(0) { $0 + $1.nonfiniteCount } }
  /// Whether every check is zero.
  public var isSound: Bool { violationCount == 0 && orphanCount == 0 && nonfiniteCount == 0 }

  /// Whether some draw agrees with the prices; without one the numbers mean nothing.
  public var isIdentified: Bool { contradictingCount < allOutcomes.count }

  /// What was done to which market, in one line.
  public var headline: String {
    guard case .shock(let shock) = setting.source else { return setting.state.title }
    let sale = NumberText.abbreviated(shock.sale)
    let time = shock.length > .zero ? " over \(shock.length.inSeconds / 3_600) hours" : " at once"
    let news =
      shock.news == 0 ? "" : ", news of \(NumberText.fixed(shock.news * 100, decimals: 2)) %"
    let price = NumberText.fixed(setting.state.price, decimals: 2)
    return "A sale of \(sale) USD\(time)\(news), on \(setting.state.asset) at \(price) USD as of "
      + "\(setting.state.asOf)"
  }

  /// The checks as one line.
  public var checkLine: String {
    "Checks: \(violationCount) conservation violations, \(orphanCount) orphan forced trades, "
      + "\(nonfiniteCount) values not finite. Journal \(digest.sha256)."
  }

  /// What the reader has to know beside the numbers, one sentence each.
  public var pageRemarks: [String] { remarks }

  /// The record of the event, if the setting has one.
  var event: EventRecord? {
    if case .event(let event) = setting.source { event } else { nil }
  }

  /// The result in one sentence.
  public var verdict: String {
    guard isIdentified else {
      return
        "No draw of the priors agrees with the prices: state and priors contradict each other, and "
        + "nothing can be said about leverage."
    }
    let share = summary.leverageShare
    let range = "\(percent(share.p05)) to \(percent(share.p95))"
    let runs = allOutcomes.count == 1 ? "one run" : "90 % of \(drawText): \(range)"
    if setting.without.contains(.leverage) {
      return "Without leverage nothing is liquidated and the multiplier is exactly 1."
    }
    let liquidated = NumberText.abbreviated(summary.liquidated.median)
    let deleveraged = summary.autoDeleveraged.median
    let rest =
      deleveraged > 0 ? " and \(NumberText.abbreviated(deleveraged)) USD are auto-deleveraged" : ""
    let fall = setting.without.isEmpty ? "" : " (without \(withoutNames.joined(separator: ", ")))"
    return
      "Under the stated priors leverage explains \(percent(share.median)) of the move (\(runs)); "
      + "\(liquidated) USD are liquidated\(rest)\(fall)."
  }

  /// How many draws the numbers are computed from.
  private var drawText: String {
    outcomes.count == allOutcomes.count
      ? "\(outcomes.count) draws"
      : "the \(outcomes.count) of \(allOutcomes.count) draws that agree with the prices"
  }

  /// The names of the mechanisms that are off, in order.
  var withoutNames: [String] {
    Mechanism.allCases.filter(setting.without.contains).map(\.rawValue)
  }

  private func percent(_ share: Double) -> String {
    NumberText.fixed(share * 100, decimals: 0) + " %"
  }
}
