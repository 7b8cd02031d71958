import Quantities
import Testing

@testable import Economy

/// What tests read from a world, by name.
extension World {
  /// A published figure.
  func figure(_ name: String) throws -> Double {
    figures[try #require(figureNames.firstIndex(of: name), "no figure \(name)")]
  }

  /// The price of a market, dollars.
  func price(_ market: String) throws -> Double {
    try #require(markets.first { $0.plan.name == market }, "no market \(market)").dollars
  }

  /// The place of a participant in the roster.
  func place(_ participant: String) throws -> Int {
    try #require(roster.firstIndex { $0.name == participant }, "no participant \(participant)")
  }

  /// Signed dollars ordered by a participant on a day.
  func flow(of participant: String, day: Int) throws -> Double {
    days[day].flows[try place(participant)]
  }

  // MARK: - Books

  /// What an account holds, smallest quantities.
  func quantity(_ instrument: String, of account: String) throws -> Int64 {
    let holder = try #require(ledger.account(named: account), "no account \(account)")
    return ledger.holding(of: holder, in: try id(instrument)).units
  }

  /// What an account holds, in whole units.
  func units(_ instrument: String, of account: String) throws -> Double {
    Double(try quantity(instrument, of: account)) / (try unitScale(instrument))
  }

  /// What an issuer owes, or how much of an asset exists, smallest quantities.
  func quantityOutstanding(_ instrument: String) throws -> Int64 {
    ledger.outstanding(try id(instrument)).units
  }

  /// What an issuer owes, or how much of an asset exists, in whole units.
  func unitsOutstanding(_ instrument: String) throws -> Double {
    Double(try quantityOutstanding(instrument)) / (try unitScale(instrument))
  }

  private func id(_ instrument: String) throws -> InstrumentID {
    try #require(ledger.instrument(named: instrument), "no instrument \(instrument)")
  }

  private func unitScale(_ instrument: String) throws -> Double {
    let decimals = ledger.description(of: try id(instrument)).quantityDecimals
    return Double(Int64(powerOfTen(decimals)))
  }

  // MARK: - Causes

  /// The kinds of the roots of all events of a kind, of one participant if one is named.
  func rootKinds(of kind: CauseKind, by participant: String? = nil) throws -> Set<CauseKind> {
    let wanted = try participant.map { Int32(try self.place($0)) }
    return rootKinds { $0.kind == kind && (wanted == nil || $0.participant == wanted) }
  }

  /// The kinds of the roots of everything that was forced on a participant.
  func rootKinds(ofForcedActsBy participant: String) throws -> Set<CauseKind> {
    let place = Int32(try place(participant))
    return rootKinds { $0.participant == place && !$0.kind.isRoot }
  }

  private func rootKinds(where isCounted: (CauseEvent) -> Bool) -> Set<CauseKind> {
    Set(
      causes.events.indices.filter { isCounted(causes.events[$0]) }.compactMap {
        causes.chain(from: CauseID(index: Int32($0))).last.map { causes[$0].kind }
      }
    )
  }
}
