/// What the sources state of a system and no experiment rebuilds.
///
/// Experiments say what they do; what is left out is known only beside the sources, so it is written
/// here. A system with an entry is never more than partly simulated.
enum SimulationGaps {
  /// The gap of a system that has an experiment; nil where nothing stated is left out.
  static func gap(of system: String) -> String? { gaps[system] }

  /// The systems with a gap.
  static var systems: [String] { gaps.keys.sorted() }

  private static let gaps = [
    "M0.3":
      "states that buy when volatility falls, as participants of a world: their bid is a strength",
    "M0.4": "the rungs of equities (18 %) and Treasuries (below 5 %): gold and bitcoin alone",
    "M0.5": "a rise of the yen over six months, and who owns bitcoin with yen",
    "M0.6":
      "the forty-year yield, interest over revenue, a central bank that buys, and a yen that fiscal news moves",
    "M0.7": "why an old holder recognises a regime, and inflow to exchanges by the age of coins",
    "M0.10":
      "the clock of the quarter's end, limits on insurers' capital, and sales that a loss below cost sets off",
    "M0.11":
      "the move of price discovery to bilateral deals, with volume by venue and retail's share",
    "M0.12":
      "gold of the 1930s, bitcoin as safety valve, and purchases of bonds that reach bitcoin",
    "M0.13":
      "how often each named future comes, episode analogues, the count of five signals, and the rally that "
      + "loose conditions promise: a score of stated probabilities alone",
    "M1.1":
      "hegemons that grow, financialise and thin their collateral: four cases and no quantity",
    "M1.2":
      "how far the countdown of the debt is stretched: debt, interest and issues over the years",
    "M1.3": "the upswing, with haircuts by tier and a price raised twice on good news",
    "M1.4": "a rebound led by ether that opens a rise of the others",
    "M1.5":
      "the fall of the ether company by 60 %, and the speed of issues, a week against four months",
    "M1.6":
      "companies that hold one another's shares (S1.F43), and a survivor that comes to stand for ether",
    "M1.7": "what the issuer earns from volatility, and the point beyond which it does not",
    "M1.8":
      "dollars that stablecoins carry abroad, tokenised Treasuries by class, and credit in the upswing",
    "M1.9": "number and value of the six forms and their stages: listings and one marker alone",
    "M1.10": "the legal state and access before a listing: the accrual of fees alone",
    "M1.11": "the restart from wages",
    "M2.1":
      "doubt that grows by itself, what rationed borrowers sell, and the prices of 17 September 2019",
    "M2.2": "credit that grows beyond reason, households and firms apart, and lenders who withdraw",
    "M2.3": "whether marginal risk money leaves bitcoin before equities",
    "M2.4":
      "who the sellers are (stops, redemptions, margin), and the close apart from the night",
    "M2.5":
      "whether the slope foretells recessions, beside the OECD's indicator and copper over gold",
    "M2.6":
      "the end game: deficits that are monetised, risk assets down 20 % to 40 %, ten years below 2.5 %",
    "M2.7": "the share of dollar funding that is offshore",
    "M3.1":
      "the response of bitcoin, a rate cut beside the purchases, and the dispute about the regime",
    "M3.2":
      "open interest of perpetual contracts, of which the source counts a fall of 37.7 % (E55)",
    "M3.3": "the mix of holders after an outflow",
    "M3.5":
      "directed demand of banks and housing agencies, buybacks, and bitcoin: no one is said to buy it",
    "M3.6": "breakevens and growth surprises, by which the causes of a slope are told apart",
    "M4.1": "what is recovered of the theft, and rules that come later because of it",
    "M4.2":
      "the wall of debt that falls due, the neutral rate and the loop to recession",
    "M4.3": "tariffs and consumer prices, and so stagflation; tax cuts, and what Europe concedes",
    "M4.4": "capital that leaves American shares: the flow is the mainland's alone",
    "M4.5": "passive and active funds apart, and seasons of demand for the currency",
    "M4.6": "the fund that is given the money, and what it buys",
    "M4.7": "exports, foreign demand for Treasuries, and the cash of large holders",
    "M4.8": "the other strategies: run first, buy the fall, close the carry",
  ]
}
