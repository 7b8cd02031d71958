import Quantities
import Statistics

/// Customers of a bank of its own: they take deposits to the large banks when it has lost too much.
///
///     h = h₁ · unrealised loss/equity · uninsured share      a day
///
/// Balance sheet: deposits of the bank, deposits of the large banks | –. What leaves is paid through reserves of
/// the central bank, as far as the bank has them; it is told at the close and paid after settlement, so that
/// the bank can borrow. Forced by what made the loss. Source: `model.md` §3.18.
public struct Depositors: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "depositors",
    summary: "Customers of one bank: they leave for the large banks when its losses frighten them.",
    systems: ["M2.6"],
    parameters: [
      ParameterDeclaration(
        "uninsured_share",
        0.45,
        in: 0...1,
        "deposits above the insured limit",
        basis: "assumption: near that of all US banks"
      ),
      ParameterDeclaration(
        "run_slope_per_day",
        0.015,
        in: 0...10,
        "h₁, the share that leaves a day per loss over equity and uninsured share",
        basis:
          "calibrated to March 2023, from memory: small banks lost about 2 % of deposits in two weeks"
      ),
      ParameterDeclaration(
        "run_rate_max_per_day",
        0.3,
        in: 0...10,
        "largest h: counters and networks",
        basis:
          "calibrated to March 2023, from memory: one bank lost a quarter of its deposits on the 9th"
      ),
      ParameterDeclaration(
        "calm_loss_share",
        0.05,
        in: 0...1,
        "loss over equity below which they bring deposits back",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "return_rate_per_day",
        0.05,
        in: 0...1,
        "the part of their deposits elsewhere that comes back in a calm business day",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("bank", "regional banks", "the bank's account"),
      WordDeclaration("claim", "regional deposits", "what the bank owes them"),
      WordDeclaration("money", "deposits", "what they take instead"),
    ],
    mechanisms: [WorldMechanism("deposit_run", "depositors leave a bank that has lost too much")],
    stages: [.equityClose, .settled]
  )

  private let claim: InstrumentID
  private let money: InstrumentID
  private let loss: FigureID
  private let withdrawals: FigureID
  private let uninsured: Double
  private let slope: Double
  private let rateMax: Double
  private let calmLoss: Double
  private let returnRate: Double
  private var lastDay: Int?
  private var wanted = 0.0

  /// Finds the bank's claim.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    let bank = setup.word("bank")
    _ = try setup.account(named: bank)
    claim = try setup.instrument(named: setup.word("claim"))
    money = try setup.instrument(named: setup.word("money"))
    loss = setup.figure(named: "unrealised loss" + BankFigures.suffix(of: bank))
    withdrawals = setup.figure(named: "withdrawals" + BankFigures.suffix(of: bank))
    uninsured = setup.number("uninsured_share")
    slope = setup.isOn(Self.kind.mechanisms[0]) ? setup.number("run_slope_per_day") : 0
    rateMax = setup.number("run_rate_max_per_day")
    calmLoss = setup.number("calm_loss_share")
    returnRate = setup.number("return_rate_per_day")
  }

  /// Says at the close what it takes; after settlement takes it, or brings back what it has elsewhere.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard view.stage == .equityClose else {
      leave(view, &intents)
      if slope == 0 || view.figure(loss) < calmLoss { comeBack(view, &intents) }
      return
    }
    let days = Double(view.clock.day - (lastDay ?? view.clock.day - 1))
    lastDay = view.clock.day
    let hazard = min(rateMax, slope * uninsured * max(0, view.figure(loss)))
    wanted = view.units(claim) * -Libm.expMinusOne(-hazard * days)
    intents.publish(withdrawals, wanted, because: wanted > 0 ? .figure(loss) : .decision)
  }

  private func leave(_ view: ParticipantView, _ intents: inout IntentList) {
    let amount = view.amount(wanted, of: claim)
    guard amount > .zero else { return }
    intents.add(
      .pay(amount, from: claim, to: view.account, in: money, as: .payment),
      .forced,
      because: .figure(loss)
    )
  }

  private func comeBack(_ view: ParticipantView, _ intents: inout IntentList) {
    let amount = view.amount(returnRate * view.units(money), of: money)
    guard amount > .zero else { return }
    intents.add(.pay(amount, from: money, to: view.account, in: claim, as: .payment))
  }
}
