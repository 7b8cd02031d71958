public import Exchange

/// One parcel of the opening book: every parcel has the same size in the asset.
public struct OpeningPosition: Hashable, Sendable {
  /// `buy` for a long.
  public let side: OrderSide
  /// The average entry price, US dollars.
  public let entry: Double
  /// The index of its class in the state's leverage mixture.
  public let leverageClass: Int
  /// Who holds it.
  public let owner: OwnerClass
}

/// The classes of holders among whom losses are split.
public enum OwnerClass: UInt8, CaseIterable, Hashable, Sendable {
  /// Individuals on margin.
  case retail
  /// Funds and treasuries on margin.
  case institution
  /// Hedged dealers, who also take the other side of forced trades.
  case marketMaker

  /// The name in tables and JSON.
  public var name: String {
    switch self {
    case .retail: "retail"
    case .institution: "institution"
    case .marketMaker: "market_maker"
    }
  }
}
