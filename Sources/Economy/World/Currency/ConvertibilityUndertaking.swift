import Quantities
import Statistics

/// A currency board's promise in the market of its currency: it exchanges at two prices as much as is brought.
///
/// It is an order that always stands, so that the price of a bar ends inside the band and not a bar later.
struct ConvertibilityUndertaking: Sendable {
  /// Who promises.
  let board: LedgerAccountID
  /// Its place among the participants.
  let participant: Int32
  /// The dollars that it takes and gives.
  let money: InstrumentID
  /// The currency, a claim on ``bank``.
  let currency: InstrumentID
  /// Who owes the currency and keeps a balance at the board.
  let bank: LedgerAccountID
  /// The balance, a claim on the board.
  let balance: InstrumentID
  /// Currency per dollar at which the board sells it, 10⁻⁴.
  let strongEdge: Price
  /// Currency per dollar at which the board buys it, 10⁻⁴.
  let weakEdge: Price

  /// ln of the highest price of the currency in dollars.
  var highestLog: Double { Self.log(strongEdge) }
  /// ln of the lowest one.
  var lowestLog: Double { Self.log(weakEdge) }

  private static func log(_ edge: Price) -> Double {
    -Libm.log(Double(edge.units) / Double(CurrencyBoard.priceStepsPerOne))
  }
}
