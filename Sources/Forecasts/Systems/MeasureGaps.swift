/// What the sources state of a system and no indicator reads.
///
/// Indicators say what they compute; what is left out is known only beside the sources, so it is written
/// here. A system with an entry is never more than partly measured.
enum MeasureGaps {
  /// The gap of a system that has an indicator; nil where nothing stated is left out.
  static func gap(of system: String) -> String? { gaps[system] }

  /// The systems with a gap.
  static var systems: [String] { gaps.keys.sorted() }

  private static let gaps = [
    "M0.1": "the net outflow of all venues, on which the ratio rests, and insurance funds",
    "M0.3": "the leverage that states and speculators could carry: the two ends of the squeeze",
    "M0.5": "the size of the trade and its margin: nobody publishes them",
    "M0.6": "debt over product and interest over revenue: yearly accounts outside the catalogue",
    "M0.7": "the age and cost of the coins that are sold, and inflow to exchanges by age",
    "M0.10": "what holders of funds paid, and the quarter's end of each: filings give neither",
    "M0.11": "volume by kind of venue, bilateral deals, and the share of retail",
    "M0.12": "coins in official hands, and any official support: none has been announced",
    "M1.3": "holdings by class of owner, and haircuts by tier",
    "M1.6": "which companies hold one another's shares, and failures: none is on record",
    "M1.7": "the peg, the price of ENA and the issuer's accounts",
    "M1.8": "what issuers hold, and tokenised Treasuries by class",
    "M1.9": "number and value of the six forms: multiples of treasury companies alone",
    "M1.11": "the order in which markets fall, and income that flows in: depth of one venue alone",
    "M2.2": "losses once a loan has failed, and lenders outside banks",
    "M3.1": "bills that the central bank buys, and the demand of banks for reserves",
    "M3.2": "the basis of each day: one curve of one date is in the catalogue",
    "M3.3": "who holds the funds: filings come once a quarter and late",
    "M3.5": "the share of bills, buybacks, and what banks and housing agencies hold",
    "M4.2": "the share of bills, foreign custody holdings, and debt by the year in which it is due",
    "M4.3": "federal spending and staff, and tariffs",
    "M4.7": "exports, foreign demand for Treasuries, and the cash of large holders",
    "M4.8": "the positions of any class of holder: the gauge of structural risk alone",
  ]
}
