public import Quantities

/// A leveraged market at one instant: a price and what is known of the book behind it.
public struct MarketState: Hashable, Sendable {
  /// The name users type.
  public let name: String
  /// One sentence of what it is.
  public let title: String
  /// The asset's ticker.
  public let asset: String
  /// The instant of the price.
  public let asOf: Instant
  /// Price, US dollars per unit of the asset.
  public let price: Double
  /// The uncertain inputs; ``Parameter/standard`` fills what is absent.
  public let priors: [Parameter: Prior]
  /// What opens the positions, by leverage.
  public let leverageMixture: [LeverageClass]
  /// What happened next, if the state is that of an event.
  public let event: EventRecord?

  /// Creates a state.
  public init(
    name: String,
    title: String,
    asset: String,
    asOf: Instant,
    price: Double,
    priors: [Parameter: Prior],
    leverageMixture: [LeverageClass] = LeverageClass.standardMixture,
    event: EventRecord? = nil
  ) {
    self.name = name
    self.title = title
    self.asset = asset
    self.asOf = asOf
    self.price = price
    self.priors = priors
    self.leverageMixture = leverageMixture
    self.event = event
  }

  /// The prior of a parameter: the state's own or the standard one.
  ///
  /// - Precondition: The state gives every parameter that has no standard prior.
  public func prior(_ parameter: Parameter) -> Prior {
    guard let prior = priors[parameter] ?? parameter.standard else {
      preconditionFailure("a state without \(parameter.rawValue)")
    }
    return prior
  }
}
