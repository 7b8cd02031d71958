public import Quantities

/// What pushes a market through a run.
public enum Drive: Hashable, Sendable {
  /// A path of prices that the market took; the news that carries it there is solved for.
  case prices(PricePath, netOutflow: Double)
  /// News and a sale from outside; the prices are what comes out.
  case shock(Shock)

  /// An outflow and the news beside it.
  public struct Shock: Hashable, Sendable {
    /// The net sale, US dollars, not negative.
    public let sale: Double
    /// The time over which it is sold at a constant rate; zero for at once.
    public let length: Duration
    /// The relative change of the price by news alone, at the start: −0.05 is a fall of 5 %.
    public let news: Double

    /// Nothing at all: for questions about the book as it stands.
    public static let none = Shock(sale: 0, length: .zero, news: 0)

    /// Creates a shock.
    public init(sale: Double, length: Duration, news: Double) {
      precondition(sale >= 0 && news > -1, "a sale is not negative and news is above −100 %")
      self.sale = sale
      self.length = length
      self.news = news
    }
  }
}

/// One stretch of a run: how long it takes and what happens at its end.
struct DriveStep: Sendable {
  /// The instant at the stretch's end.
  let time: Instant
  /// Its length.
  let length: Duration
  /// The price to reach, or nil if the news is given.
  let target: Double?
  /// The news, where no price is given.
  let news: Double
  /// The sale from outside, US dollars.
  let sale: Double
}

extension Drive {
  /// The stretches of the drive in order of time.
  func steps(from start: Instant) -> [DriveStep] {
    switch self {
    case .prices(let path, let netOutflow):
      let sale = netOutflow / Double(max(1, path.steps.count))
      var previous = path.start
      return path.steps.map { step in
        defer { previous = step.time }
        return DriveStep(
          time: step.time,
          length: step.time - previous,
          target: step.price,
          news: 0,
          sale: sale
        )
      }
    case .shock(let shock):
      // A step a minute for a slow sale, at most a thousand of them; one for a sudden one.
      let minutes = shock.length.microseconds / Duration.minutes(1).microseconds
      let count = Int(min(max(minutes, 1), 1_000))
      let ends = (0...Int64(count)).map { shock.length.part($0, of: Int64(count)) }
      return (0..<count).map { index in
        DriveStep(
          time: start + ends[index + 1],
          length: ends[index + 1] - ends[index],
          target: nil,
          news: index == 0 ? Libm.logarithm(1 + shock.news) : 0,
          sale: shock.sale / Double(count)
        )
      }
    }
  }
}
