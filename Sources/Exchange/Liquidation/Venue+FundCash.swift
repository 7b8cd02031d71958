import Quantities

extension Venue {
  /// What the fund can pay in an asset without falling below its floor.
  func fundAvailable(_ asset: AssetID) -> Amount {
    let cash = state.house.wallet(of: SystemAccount.insuranceFund, asset: asset)
    var floor = configuration.policy.fundFloor
    if let drawdown = configuration.policy.fundDrawdownMax {
      let peak = state.fundHistory[Int(asset)].reduce(cash) { max($0, $1.cash) }
      let kept =
        Int128(max(0, peak.units)) * Int128(drawdown.denominator - drawdown.numerator)
        / Int128(drawdown.denominator)
      floor = max(floor, Amount(Int64(clamping: kept)))
    }
    return max(.zero, cash - floor)
  }

  /// Remembers the fund's cash, and forgets what lies before the drawdown window.
  mutating func noteFundCash() {
    guard configuration.policy.fundDrawdownMax != nil else { return }
    let start = now - configuration.policy.fundDrawdownWindow
    for asset in configuration.assets.indices {
      let cash = state.house.wallet(of: SystemAccount.insuranceFund, asset: AssetID(asset))
      state.fundHistory[asset].removeAll { $0.time < start }
      state.fundHistory[asset].append((now, cash))
    }
  }
}
