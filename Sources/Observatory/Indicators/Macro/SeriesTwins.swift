/// The same figures under other names: a series of an imported file and its twin from a live source.
///
/// A file ends on the day it was made; what `clino data pull` brings goes on from there under the
/// source's own name and unit. An indicator asks for the file's name and gets both.
enum SeriesTwins {
  /// A series under another name, and what its values are multiplied by.
  struct Twin: Hashable {
    let name: String
    let factor: Double
  }

  /// The twins of a series, the nearest to the original publisher first; without the series itself.
  static func of(_ name: String) -> [Twin] {
    if let known = table[name] { return known }
    let words = name.split(separator: "/")
    guard words.count == 3,
      ["fred_daily_long", "fred_weekly_long", "fred_monthly_long"].contains(words[0])
    else { return [] }
    return ["fred", "fred_graph"].map { Twin(name: "\($0)/\(words[1])/value", factor: 1) }
  }

  private static let table: [String: [Twin]] = {
    var table: [String: [Twin]] = [:]
    // Percent at the source, basis points in the files.
    let rates = [
      "sofr_bp": "rate", "p1_bp": "percentile_1", "p25_bp": "percentile_25",
      "p75_bp": "percentile_75", "p99_bp": "percentile_99",
    ]
    for (column, figure) in rates {
      table["sofr_percentiles_1d/\(column)"] = [Twin(name: "nyfed/sofr/\(figure)", factor: 100)]
    }
    table["sofr_percentiles_1d/volume_bn"] = [Twin(name: "nyfed/sofr/volume", factor: 1)]
    for (column, tenor) in [
      ("m1", "1m"), ("m3", "3m"), ("y1", "1y"), ("y10", "10y"), ("y30", "30y"),
    ] {
      table["us_treasury_par_curve_1d/\(column)_bp"] = [
        Twin(name: "treasury/par_yield/\(tenor)", factor: 100)
      ]
    }
    table["fred_daily_long/RRPONTSYD/value"] = [
      Twin(name: "nyfed/reverse_repo/amount_accepted", factor: 1e-9),
      Twin(name: "fred/RRPONTSYD/value", factor: 1),
    ]
    table["fred_daily_long/DFEDTARU/value"] = [
      Twin(name: "nyfed/effr/target_rate_high", factor: 1),
      Twin(name: "fred/DFEDTARU/value", factor: 1),
    ]
    table["usdhkd_1d/hkd_per_usd"] = [
      Twin(name: "hkma/exchange_rate/usd", factor: 1), Twin(name: "fred/DEXHKUS/value", factor: 1),
    ]
    for years in [10, 40] {
      table["jgb_curve_1d/y\(years)"] = [
        Twin(name: "mof_japan/jgb_yield/\(years)y", factor: 1)
      ]
    }
    table["ofr_fsi_1d/ofr_fsi"] = [Twin(name: "ofr/fsi/total", factor: 1)]
    table["vix_1d/close"] = [
      Twin(name: "fred_daily_long/VIXCLS/value", factor: 1),
      Twin(name: "fred/VIXCLS/value", factor: 1),
    ]
    table["wti_spot_1d/price_usd_bbl"] = [Twin(name: "eia/RWTC/value", factor: 1)]
    table["brent_spot_1d/price_usd_bbl"] = [Twin(name: "eia/RBRTE/value", factor: 1)]
    return table
  }()
}
