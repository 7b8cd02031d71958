import Quantities
import Statistics

/// Whether those who lend a foreign bank dollars without collateral roll what falls due.
///
/// Money funds: the share of desks whose limit lies below the bank's PD, limits being lognormal around π̄, and
/// the share that a shock `lender_refusal` closes. Depositors and funds alike: the share of a shock
/// `offshore_run`. Sources: `model.md` §3.17, §3.22.
struct DollarLenders {
  /// What is not rolled today.
  struct Refusal {
    /// Of paper that falls due.
    var ofPaper = 0.0
    /// Of deposits that fall due.
    var ofDeposits = 0.0
    /// Why; nil if all is rolled.
    var cause: CauseReference?
  }

  /// Below it a share is rounding.
  private static let shareMin = 1e-6

  private let bankNames: Set<String>
  private let fundNames: Set<String>
  private let runs: Bool
  private let refuses: Bool
  private let limit: Double
  private let limitDeviation: Double

  init(_ plan: ParticipantPlan, _ setup: WorldSetup, funds: [String], runs: Bool) {
    bankNames = ["", plan.name, setup.ledger.name(of: setup.account)]
    let lenders = setup.plan.participants.filter { other in
      funds.contains(other.words["account"] ?? CashLender.kind.words[0].standard)
        && other.kind == CashLender.kind.id
    }
    fundNames = Set([""] + funds + lenders.map(\.name))
    self.runs = runs
    refuses = setup.isOn(CashLender.kind.mechanisms[0])
    limit = setup.number("default_limit_annual")
    limitDeviation = setup.number("default_limit_log_deviation")
  }

  /// What lenders do not roll from a bank of a PD that it publishes.
  func refusal(_ view: ParticipantView, probability: FigureID) -> Refusal {
    var refusal = Refusal()
    if refuses {
      let feared = share(of: view.figure(probability))
      if feared > Self.shareMin {
        refusal.ofPaper = feared
        refusal.cause = .figure(probability)
      }
      if let shock = active(.lenderRefusal, fundNames, view), shock.size > refusal.ofPaper {
        refusal.ofPaper = shock.size
        refusal.cause = .shock(shock.place)
      }
    }
    if runs, let shock = active(.offshoreRun, bankNames, view), shock.size > Self.shareMin {
      refusal.ofPaper = max(refusal.ofPaper, shock.size)
      refusal.ofDeposits = shock.size
      refusal.cause = .shock(shock.place)
    }
    return refusal
  }

  /// The share of desks whose limit lies below a PD.
  private func share(of probability: Double) -> Double {
    guard probability > 0 else { return 0 }
    guard limitDeviation > 0 else { return probability > limit ? 1 : 0 }
    let distance = Libm.log(probability / limit) / limitDeviation
    return NormalDistribution.standardCumulative(distance)
  }

  /// The largest shock of a kind that goes on and means one of the names.
  private func active(
    _ kind: WorldShock.Kind,
    _ names: Set<String>,
    _ view: ParticipantView
  ) -> (place: Int, size: Double)? {
    view.shocksBegun(kind).filter {
      names.contains($0.shock.target) && view.clock.day < $0.shock.day + $0.shock.dayCount
    }.map { ($0.place, min(1, $0.shock.size)) }.max { $0.1 < $1.1 }
  }
}
