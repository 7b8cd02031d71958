public import Quantities

/// A world while it is being built: what a participant may add and look up.
public struct WorldSetup: Sendable {
  /// The books.
  public internal(set) var ledger: Ledger
  /// The plan.
  public let plan: WorldPlan
  /// The account of the participant that is being declared or created.
  public internal(set) var account = LedgerAccountID.outside
  var kind: ParticipantKind?
  var participant: ParticipantPlan?
  var marketPlans: [MarketPlan]
  var marketPlaces: [String: Int] = [:]
  var figureNames: [String] = []
  var figurePlaces: [String: Int] = [:]
  var figures: [Double] = []
  /// What the overnight market publishes; nil where nobody lends.
  var repoFigures: RepoFigures?
  var facilities: [Facility] = []
  /// What market makers offer, by market.
  var makers: [Int: [MakerShare]] = [:]
  /// Who trades perpetual contracts and dated futures in which money, by market.
  var perpetualOwners: [Int: [PerpetualBook.Owner]] = [:]
  var futureOwners: [Int: [PerpetualBook.Owner]] = [:]
  /// What users of dated futures say about them, by market.
  var futureTerms: [Int: FutureTerms] = [:]
  /// Claims that have the price of another instrument, which has a market.
  var priceAlike: [InstrumentID: InstrumentID] = [:]
  /// The same by the market's place, once markets are open.
  var pricedLike: [Int: [InstrumentID]] = [:]
  /// Bands that currency boards keep, by the market's place.
  var undertakings: [Int: ConvertibilityUndertaking] = [:]
  /// Accounts that lend overnight, day by day.
  var lenders: [LedgerAccountID] = []
  /// The participant's place.
  var place: Int32 = -1
  /// Opening positions in perpetuals, in the order of the participants' names.
  var brought: [BroughtPosition] = []
  /// Opening positions in dated futures, in the order of the participants' names.
  var broughtFutures: [BroughtFuture] = []

  init(ledger: Ledger, plan: WorldPlan) {
    self.ledger = ledger
    self.plan = plan
    marketPlans = plan.markets
  }

  /// A number of the plan, or the kind's default.
  public func number(_ name: String) -> Double {
    guard let declaration = kind?.parameters.first(where: { $0.name == name }) else {
      preconditionFailure("\(kind?.id ?? "nobody") does not declare \(name)")
    }
    return participant?.numbers[name] ?? declaration.standard
  }

  /// A name of the plan, or the kind's default.
  public func word(_ name: String) -> String {
    guard let declaration = kind?.words.first(where: { $0.name == name }) else {
      preconditionFailure("\(kind?.id ?? "nobody") does not declare \(name)")
    }
    return participant?.words[name] ?? declaration.standard
  }

  /// Whether a mechanism is on.
  public func isOn(_ mechanism: WorldMechanism) -> Bool { !plan.without.contains(mechanism.id) }

  /// The smallest quantity of whole units.
  public func amount(
    _ units: Double,
    of instrument: InstrumentID
  ) throws(WorldError) -> Amount {
    let decimals = ledger.description(of: instrument).quantityDecimals
    let scaled = (units * Double(Int64(powerOfTen(decimals)))).rounded(.toNearestOrEven)
    guard let exact = Int64(exactly: scaled) else {
      throw invalid(
        "quantity of \(ledger.name(of: instrument))",
        "\(units)",
        "a quantity of 64 bits",
        []
      )
    }
    return Amount(exact)
  }

  mutating func apply(_ batch: LedgerBatch) throws(WorldError) {
    do throws(LedgerError) { try ledger.apply(batch) } catch { throw .ledger(error) }
  }

  /// The error of a field of the participant's plan.
  public func invalid(
    _ field: String,
    _ value: String,
    _ expected: String,
    _ known: [String]
  ) -> WorldError {
    let owner = participant.map { "participants.\($0.name)." } ?? ""
    return .invalid(field: owner + field, value: value, expected: expected, known: known)
  }
}
