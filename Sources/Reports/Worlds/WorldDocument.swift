import Economy
public import Ensembles
import Quantities
public import Scenarios

/// What a simulation of a world says, ready to be printed in any form.
public struct WorldDocument: Sendable {
  /// The scenario and the mechanisms.
  public let setting: WorldSetting
  /// The runs.
  public let ensemble: WorldEnsemble
  /// The split of a move among mechanisms, if asked for.
  public let attribution: MechanismAttribution?
  /// How the world opened on a date, if the store said so.
  public let opening: FundingOpening?
  /// The comparison with what happened, where the scenario is an episode.
  public let episode: EpisodeResult?

  /// Creates a document.
  public init(
    _ setting: WorldSetting,
    _ ensemble: WorldEnsemble,
    attribution: MechanismAttribution? = nil,
    opening: FundingOpening? = nil,
    episode: EpisodeResult? = nil
  ) {
    self.setting = setting
    self.ensemble = ensemble
    self.attribution = attribution
    self.opening = opening
    self.episode = episode
  }

  /// What places are called.
  var names: WorldNames { ensemble.runs[0].names }

  /// Forced events without a root over all runs; zero or the program is wrong.
  public var orphanCount: Int { ensemble.runs.reduce(0) { $0 + $1.orphanCount } }
  /// Values that were not finite over all runs; zero or the program is wrong.
  public var nonfiniteCount: Int { ensemble.runs.reduce(0) { $0 + $1.nonfiniteCount } }
  /// Whether every check is zero; broken conservation ends a run with an error instead.
  public var isSound: Bool { orphanCount == 0 && nonfiniteCount == 0 }

  /// The identifier under which figures and pages name the run.
  public var runID: String { String(ensemble.digest.sha256.prefix(16)) }

  /// The place of the market whose moves are reported first.
  var measured: Int {
    names.markets.firstIndex(of: setting.scenario.measuredMarket) ?? 0
  }

  /// What was run, in one line.
  public var headline: String {
    let scenario = setting.scenario
    let count = ensemble.runs.count
    return "\(scenario.title): \(scenario.days) \(scenario.days == 1 ? "day" : "days") from "
      + "\(scenario.plan.start), \(count) \(count == 1 ? "run" : "runs")"
  }

  /// The result in one sentence.
  public var verdict: String {
    guard !names.markets.isEmpty else { return "Nothing is traded in this world." }
    let name = names.markets[measured]
    let fall = ensemble.band(.peakToTrough, market: measured)?.median ?? 0
    let volatility = ensemble.band(.volatility, market: measured)?.median
    let forced = ensemble.band(.forced, market: measured)?.median ?? 0
    let without =
      setting.off.isEmpty ? "" : " Off: \(setting.off.sorted().joined(separator: ", "))."
    return
      "\(name) falls by \(percent(-fall)) in logs from its highest close to its lowest later one, "
      + "its realised volatility is "
      + (volatility.map { "\(percent($0)) a year" } ?? "not defined for one day") + ", and "
      + "\(NumberText.abbreviated(forced)) USD are traded by force.\(without)"
  }

  /// What median and brackets mean, in one line; nil for a single run.
  public var bandLine: String? {
    let count = ensemble.runs.count
    return count == 1 ? nil : "Median [5 %, 95 %] of \(count) runs, quantiles of type 7."
  }

  /// The checks as one line.
  public var checkLine: String {
    "Checks: 0 conservation violations, \(orphanCount) orphan forced trades, "
      + "\(nonfiniteCount) values not finite. Journal \(ensemble.digest.sha256)."
  }

  /// The multiplier of a market over the runs that have one, and how many have none.
  func multiplier(_ market: Int) -> (band: Band?, unboundedRuns: Int) {
    let values = ensemble.runs.compactMap { $0.multiplier(market: market) }
    return (Band(of: values), ensemble.runs.count - values.count)
  }

  func percent(_ share: Double) -> String {
    NumberText.fixed(share * 100, decimals: 1) + " %"
  }
}
