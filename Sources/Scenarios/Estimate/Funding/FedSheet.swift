import Economy
import Quantities

/// The central bank's balance sheet in whole dollars.
struct FedSheet: Hashable {
  var bills: Double
  var coupons: Double
  var mortgageSecurities: Double
  let gold: Double
  var other: Double
  var reserves: Double
  var reverseRepo: Double
  var foreignPool: Double
  var treasuryAccount: Double
  var currency: Double
  /// What it owns less what it owes.
  let capital: Double
  /// The part of reserves that domestic banks hold.
  let domesticShare: Double

  /// The sheet that ships with the program.
  init() throws(ScenarioError) {
    let sheet: OpeningBalanceSheet
    do throws(OpeningSheetError) { sheet = try .november2025() } catch {
      throw .invariant(description: "opening sheet: \(error)")
    }
    func held(_ name: String, by accounts: [String]? = nil) -> Double {
      guard let line = sheet.lines.first(where: { $0.name == name }) else {
        preconditionFailure("the sheet has \(name)")
      }
      let holders = line.holders.filter { accounts?.contains($0.account) ?? true }
      let units = holders.reduce(Int128(0)) { $0 + Int128($1.quantity.units) }
      return Double(units / Int128(powerOfTen(line.quantityDecimals)))
    }
    bills = held("bills", by: ["FED"])
    coupons = held("coupons", by: ["FED"])
    mortgageSecurities = held("MBS", by: ["FED"])
    gold = held("gold certificates", by: ["FED"])
    other = held("Fed premises and other", by: ["FED"])
    reserves = held("reserves")
    reverseRepo = held("ON RRP")
    foreignPool = held("foreign repo pool")
    treasuryAccount = held("TGA")
    currency = held("currency")
    domesticShare = held("reserves", by: ["BNK"]) / held("reserves")
    capital =
      bills + coupons + mortgageSecurities + gold + other
      - (reserves + reverseRepo + foreignPool + treasuryAccount + currency)
  }

  var treasuries: Double { bills + coupons }
  var assets: Double { treasuries + mortgageSecurities + gold + other }
  /// Reserves that domestic banks hold, in whole dollars.
  var domesticReserves: Double { (reserves * domesticShare).rounded() }

  /// Splits Treasuries as they are split now.
  mutating func setTreasuries(_ dollars: Double) {
    bills = (dollars * bills / treasuries).rounded()
    coupons = dollars - bills
  }

  /// Lets currency and the foreign repo pool, split as they are now, take what the other lines leave.
  mutating func balance() {
    let left = assets - capital - reserves - reverseRepo - treasuryAccount
    currency = (left * currency / (currency + foreignPool)).rounded()
    foreignPool = left - currency
  }

  /// The exchanges that lead from one sheet to another of the same capital; nobody's net worth changes.
  ///
  /// Every liability is exchanged with its holder against coupons, ON RRP against bills. Bills and mortgage
  /// securities are exchanged with allocators against coupons, other assets with households against currency.
  /// Exchanges that bring the central bank coupons come before those that cost it coupons.
  func exchanges(to target: FedSheet) -> [SheetAdjustment] {
    let parked = target.reverseRepo - reverseRepo
    let domestic = target.domesticReserves - domesticReserves
    let other = target.other - other
    let legs: [(party: String, instrument: String, change: Double)] = [
      ("INST", "bills", bills + parked - target.bills),
      ("INST", "MBS", mortgageSecurities - target.mortgageSecurities),
      ("BNK", "reserves", domestic),
      ("FBK", "reserves", target.reserves - reserves - domestic),
      ("TSY", "TGA", target.treasuryAccount - treasuryAccount),
      ("HN", "currency", target.currency - currency - other),
      ("FO", "foreign repo pool", target.foreignPool - foreignPool),
    ]
    let againstCoupons = legs.map {
      FedSheet.exchange($0.party, $0.instrument, $0.change, against: "coupons")
    }
    let all =
      [FedSheet.exchange("MMF", "ON RRP", parked, against: "bills")]
      + zip(legs, againstCoupons).filter { $0.0.change > 0 }.map(\.1)
      + FedSheet.otherAssets(other)
      + zip(legs, againstCoupons).filter { $0.0.change < 0 }.map(\.1)
    return all.filter { $0.dollars > 0 }
  }

  /// A party gets so much of an instrument from the central bank, or gives it back if negative.
  private static func exchange(
    _ party: String,
    _ instrument: String,
    _ change: Double,
    against payment: String
  ) -> SheetAdjustment {
    change < 0
      ? SheetAdjustment(party, gets: payment, from: "FED", for: instrument, dollars: -change)
      : SheetAdjustment(party, gets: instrument, from: "FED", for: payment, dollars: change)
  }

  /// Other assets come from households, who turn real capital into them, and go back the same way.
  private static func otherAssets(_ change: Double) -> [SheetAdjustment] {
    let name = "Fed premises and other"
    let size = abs(change)
    guard change != 0 else { return [] }
    return change > 0
      ? [
        SheetAdjustment("HN", gets: name, from: "HN", for: "real capital", dollars: size),
        SheetAdjustment("FED", gets: name, from: "HN", for: "currency", dollars: size),
      ]
      : [
        SheetAdjustment("HN", gets: name, from: "FED", for: "currency", dollars: size),
        SheetAdjustment("HN", gets: "real capital", from: "HN", for: name, dollars: size),
      ]
  }
}
