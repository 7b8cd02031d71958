/// What a holder of funds sells after a theft from an exchange: a sum per dollar stolen, evenly over sessions.
///
///     sale = β_h · loss over five sessions, β_h = 0.3
///
/// It is a decision and nothing forces it. Who watches no exchange, or switches it off, sells nothing.
/// Source: `model.md` §3.3.
struct HackRiskOff: Sendable {
  private let losses: [FigureID]
  private let slope: Double
  private let sessions: Int
  /// What exchanges had lost when it last looked, dollars.
  private var seen = 0.0
  /// Dollars still to sell, and the sessions for it.
  private var left = 0.0
  private var sessionsLeft = 0

  /// Finds the figures of the exchanges in the word `exchanges`.
  init(isOn: Bool, _ setup: inout WorldSetup) {
    let names = isOn ? setup.word("exchanges").split(separator: ",") : []
    losses = names.map { setup.figure(named: "loss of \($0.drop { $0 == " " })") }
    slope = setup.number("hack_sale_usd_per_usd")
    sessions = Int(setup.number("hack_sale_sessions"))
  }

  /// The share of all crypto to sell in the coming session.
  mutating func sessionShare(_ view: ParticipantView, _ holdings: [AllocatorHolding]) -> Double {
    guard !losses.isEmpty else { return 0 }
    let lost = losses.reduce(0) { $0 + view.figure($1) }
    if lost > seen {
      left += slope * (lost - seen)
      sessionsLeft = sessions
      seen = lost
    }
    guard sessionsLeft > 0 else { return 0 }
    let dollars = left / Double(sessionsLeft)
    left -= dollars
    sessionsLeft -= 1
    let held = holdings.reduce(0) { $0 + ($1.isCrypto ? $1.value(view) : 0) }
    return held > 0 ? min(1, dollars / held) : 0
  }
}
