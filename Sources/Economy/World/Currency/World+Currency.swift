import Quantities

extension World {
  /// What some dollars are in a money, smallest quantities of either, at the ledger's price of it.
  ///
  /// Every money in dollars is one to one. A currency changes hands at the last bar's mid, rounded to
  /// nearest: payer and receiver book the same quantity.
  func amount(of money: InstrumentID, worth dollars: Amount) -> Amount {
    guard let scale = currencyScale(of: money) else { return dollars }
    let product = Int128(dollars.units) * scale.unitsPerDollarStep
    return Amount(Int64(clamping: product.divided(by: scale.price, rounding: .toNearestOrEven)))
  }

  /// What a quantity of a money is in dollars, rounded down.
  func dollars(worth amount: Amount, of money: InstrumentID) -> Amount {
    guard let scale = currencyScale(of: money) else { return amount }
    let product = Int128(amount.units) * scale.price
    return Amount(
      Int64(clamping: product.divided(by: scale.unitsPerDollarStep, rounding: .down))
    )
  }

  /// Dollars per unit of a money; 1 for every money in dollars.
  func dollarsPerUnit(of money: InstrumentID) -> Double {
    guard currencyScale(of: money) != nil else { return 1 }
    let decimals = ledger.description(of: money).priceDecimals
    return Double(ledger.price(of: money).units) / Double(Int64(powerOfTen(decimals)))
  }

  /// The price of a money that is not a dollar in steps, and what a dollar's 10⁻⁴ are against it.
  private func currencyScale(
    of money: InstrumentID
  ) -> (price: Int128, unitsPerDollarStep: Int128)? {
    let description = ledger.description(of: money)
    let one = Int128(powerOfTen(description.priceDecimals))
    let price = Int128(ledger.price(of: money).units)
    guard price != one, price > 0 else { return nil }
    let quantity = Int128(powerOfTen(description.quantityDecimals))
    // dollars · 10⁻⁴ = units · 10^−q · price · 10^−p
    return (price * 10_000, quantity * one)
  }
}
