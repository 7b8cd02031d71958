/// Units of FRED series whose catalogue text does not end with one, as FRED's own pages have them.
enum FREDUnits {
  /// The unit of a series by its FRED id; nil if the catalogue's text has it.
  static func unit(of id: String) -> String? { units[id] }

  private static let units: [String: String] = [
    "VIXCLS": "index points", "SP500": "index points", "DTWEXBGS": "index, January 2006 = 100",
    "CPIAUCSL": "index, 1982-1984 = 100", "CPILFESL": "index, 1982-1984 = 100",
    "PCEPILFE": "index, 2017 = 100", "INDPRO": "index, 2017 = 100",
    "UMCSENT": "index, first quarter of 1966 = 100", "FEDFUNDS": "percent",
    "CFNAI": "index, 0 = trend growth", "USREC": "1 in recession, 0 outside",
    "NFCI": "index, 0 = average", "ANFCI": "index, 0 = average", "STLFSI4": "index, 0 = average",
    "ICSA": "persons", "CCSA": "persons", "DRCCLACBS": "percent",
  ]
}
