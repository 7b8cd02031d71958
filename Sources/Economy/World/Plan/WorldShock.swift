/// Something that happens to the world at a set time and that nobody in it decides.
public struct WorldShock: Hashable, Sendable {
  /// What happens.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The target account sells `size_usd` of `market` over the duration.
    case sale
    /// The value of `market` moves by `log_return` at once.
    case news
    /// `size_usd` of what the target exchange holds is stolen.
    case hack
    /// The price that `market`'s contracts and lenders read is off by the fraction `size`.
    case oracleFault = "oracle_fault"
    /// Holders redeem the fraction `size` of the target issuer's claims over the duration.
    case redemptionWave = "redemption_wave"
    /// The secondary price of `market` is sold down by `size_usd`.
    case depeg
    /// The target company, or every one without a target, cannot issue shares.
    case issuanceClosure = "atm_closure"
    /// Market makers offer the fraction `size` of their depth.
    case makerWithdrawal = "maker_withdrawal"
    /// Households pay `size_usd` of taxes to the Treasury over the duration.
    case taxPayment = "tax_payment"
    /// The fraction `size` of the desks of the target lender, or of all lenders, refuses who may default.
    case lenderRefusal = "lender_refusal"
    /// The fraction `size` of what falls due of the target's offshore dollars, or of all foreign banks', runs.
    case offshoreRun = "offshore_run"

    /// Whether its size is dollars, not a fraction or a log return.
    var isInDollars: Bool {
      switch self {
      case .sale, .hack, .depeg, .taxPayment: true
      case .news, .oracleFault, .redemptionWave, .issuanceClosure, .makerWithdrawal, .lenderRefusal,
        .offshoreRun:
        false
      }
    }
  }

  /// What happens.
  public var kind: Kind
  /// Its name in journals; unique.
  public var name: String
  /// The first day, 0 for the opening day.
  public var day: Int
  /// The first hour of that day, UTC.
  public var hour: Double
  /// How long it lasts in hours; 0 for one bar.
  public var hours: Double
  /// The market, where one is meant.
  public var market: String
  /// The account or participant, where one is meant.
  public var target: String
  /// Dollars, a fraction or a log return, as the kind says.
  public var size: Double

  /// The days it lasts for who acts once a day, its first one included.
  var dayCount: Int { max(1, Int((hours / 24).rounded(.up))) }

  /// Creates a shock.
  public init(
    _ kind: Kind,
    name: String,
    day: Int,
    hour: Double = 0,
    hours: Double = 0,
    market: String = "",
    target: String = "",
    size: Double
  ) {
    self.kind = kind
    self.name = name
    self.day = day
    self.hour = hour
    self.hours = hours
    self.market = market
    self.target = target
    self.size = size
  }
}
