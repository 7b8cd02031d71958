/// When the values of each data set become known: a table, one sentence a rule.
///
/// A rule for a series of a data set (`fred_weekly_long/ICSA`) goes before one for the data set, and
/// that before one for its frequency. A rule never sets a time earlier than the publisher's; where
/// the publisher's is not known, a cautious delay is assumed.
enum PublicationRules {
  /// The rule of a series.
  ///
  /// - Parameters:
  ///   - dataset: The data set.
  ///   - dimensions: The words of the name between data set and column.
  ///   - frequency: The frequency in the words of the catalogue.
  ///   - time: What kind of times the table has.
  /// - Returns: The rule; there is always one.
  static func rule(
    dataset: String,
    dimensions: [String],
    frequency: String,
    time: TimeColumn
  ) -> PublicationRule {
    if let word = dimensions.first, let rule = series["\(dataset)/\(word)"] { return rule }
    if let rule = datasets[dataset] { return rule }
    switch time {
    case .instant(let isBarOpen):
      return isBarOpen
        ? PublicationRule(
          .periodEnd,
          .rule,
          "The time is the bar's open: it is known at its close."
        )
        : PublicationRule(.itself, .published, "The time is that of the event or snapshot itself.")
    case .spaced:
      return PublicationRule(
        .periodEnd,
        .assumed,
        "Whether the time is a bar's open is not stated: the spacing of the rows is waited for."
      )
    case .date, .month: return frequencies[frequency] ?? dated(time)
    }
  }

  private static func dated(_ time: TimeColumn) -> PublicationRule {
    time == .month
      ? monthly : PublicationRule(.utcDayEnd(daysLater: 0), .assumed, "End of the UTC day.")
  }

  private static let monthly = PublicationRule(
    .afterPeriod(days: 45, at: .init(17)),
    .assumed,
    "Monthly figures are assumed known 45 days after the month."
  )

  private static let frequencies: [String: PublicationRule] = [
    "1d": PublicationRule(
      .utcDayEnd(daysLater: 0),
      .rule,
      "A UTC day is over at midnight."
    ),
    "trading day": PublicationRule(
      .newYorkClose(minutesLater: 0),
      .rule,
      "US closes are known at 16:00 New York; on other days at midnight UTC."
    ),
    "business day": PublicationRule(
      .newYorkBusinessDay(1, at: .init(18)),
      .assumed,
      "Official daily figures are assumed known by the evening of the next business day."
    ),
    "1w": PublicationRule(.utcDayEnd(daysLater: 7), .assumed, "A week after the date."),
    "week": PublicationRule(.utcDayEnd(daysLater: 7), .assumed, "A week after the date."),
    "month": monthly,
    "month (DRCCLACBS: quarter)": monthly,
    "snapshot": PublicationRule(
      .utcDayEnd(daysLater: 0),
      .assumed,
      "The hour of the snapshot is not stated: the end of its UTC day."
    ),
    "event": PublicationRule(
      .newYork(daysLater: 1, at: .init(0)),
      .assumed,
      "The hour of the event is not stated: the end of its day in New York."
    ),
    "about weekly": filing,
    "irregular (filings)": filing,
  ]

  private static let filing = PublicationRule(
    .newYork(daysLater: 1, at: .init(0)),
    .rule,
    "A filing can be read by the end of its day in New York."
  )

  private static let energy = PublicationRule(
    .weekday(3, daysLater: 2, at: .init(17)),
    .rule,
    "The EIA publishes daily spot prices up to Monday on Wednesdays."
  )
  private static let fund = PublicationRule(
    .newYork(daysLater: 1, at: .init(0)),
    .rule,
    "Issuers publish the flows of a trading day in the evening."
  )
  private static let worldClose = PublicationRule(
    .utcDayEnd(daysLater: 0),
    .rule,
    "The market closes before midnight UTC of its date."
  )
  private static let optionIndex = PublicationRule(
    .newYorkClose(minutesLater: 15),
    .rule,
    "Cboe's indices close at 16:15 New York."
  )
  private static let exchangeRate = PublicationRule(
    .weekday(1, daysLater: 1, at: .init(17)),
    .rule,
    "The Federal Reserve publishes the week's H.10 rates on the following Monday."
  )

  private static let datasets: [String: PublicationRule] = [
    "effr_1d": PublicationRule(
      .newYorkBusinessDay(1, at: .init(9)),
      .rule,
      "The New York Fed publishes EFFR at about 09:00 of the next business day."
    ),
    "sofr_percentiles_1d": PublicationRule(
      .newYorkBusinessDay(1, at: .init(8)),
      .rule,
      "The New York Fed publishes SOFR at about 08:00 of the next business day."
    ),
    "us_treasury_par_curve_1d": PublicationRule(
      .newYork(daysLater: 0, at: .init(18)),
      .rule,
      "The Treasury publishes its par curve by 18:00 of the day."
    ),
    "ofr_fsi_1d": PublicationRule(
      .newYorkBusinessDay(2, at: .init(18)),
      .rule,
      "The OFR publishes its index two business days later."
    ),
    "jgb_curve_1d": PublicationRule(
      .newYorkBusinessDay(1, at: .init(18)),
      .assumed,
      "The Ministry of Finance publishes on the next business day in Tokyo; a day is added for holidays."
    ),
    "cftc_cot_crypto_weekly": PublicationRule(
      .newYorkBusinessDayFrom(daysLater: 3, at: .init(15, 30)),
      .rule,
      "The CFTC publishes Tuesday's positions on Friday at 15:30, after a holiday on Monday."
    ),
    "brent_spot_1d": energy, "wti_spot_1d": energy, "henry_hub_spot_1d": energy,
    "usdhkd_1d": exchangeRate,
    "btc_etf_flows_by_issuer_1d": fund, "eth_etf_flows_by_issuer_1d": fund,
    "etf_net_assets_1d": fund,
    "vix_1d": optionIndex, "vvix_1d": optionIndex,
    "move_1d": worldClose, "dxy_1d": worldClose, "dxy_1d_2024_2026": worldClose,
    "gold_comex_1d": worldClose, "nikkei225_1d": worldClose, "usdjpy_1d": worldClose,
    "dat_stock_prices_1d": PublicationRule(
      .newYorkClose(minutesLater: 0),
      .rule,
      "New York closes last of the exchanges in the file."
    ),
    "mstr_mnav_1d": PublicationRule(
      .newYorkClose(minutesLater: 0),
      .assumed,
      "Prices are known at the close; the capital structure was rebuilt later from filings."
    ),
    "mstr_btc_purchases_sec": filing, "dat_purchases_by_company": filing,
    "shiller_sp500_monthly": monthly,
    "btc_eth_mvrv_1d": PublicationRule(
      .utcDayEnd(daysLater: 1),
      .assumed,
      "On-chain aggregates are assumed known a day after the UTC day."
    ),
  ]

  private static let series: [String: PublicationRule] = {
    var rules: [String: PublicationRule] = [:]
    func add(_ dataset: String, _ ids: [String], _ rule: PublicationRule) {
      for id in ids { rules["\(dataset)/\(id)"] = rule }
    }
    add(
      "fred_weekly_long",
      ["WALCL", "WRESBAL", "TREAST", "WSHOMCB", "WTREGEN"],
      PublicationRule(
        .newYorkBusinessDayFrom(daysLater: 1, at: .init(16, 30)),
        .rule,
        "H.4.1 of Wednesday is published on Thursday at 16:30."
      )
    )
    add(
      "fred_weekly_long",
      ["ICSA"],
      PublicationRule(
        .newYork(daysLater: 5, at: .init(8, 30)),
        .rule,
        "Initial claims of a week up to Saturday are published on Thursday at 08:30."
      )
    )
    add(
      "fred_weekly_long",
      ["CCSA"],
      PublicationRule(
        .newYork(daysLater: 12, at: .init(8, 30)),
        .rule,
        "Continued claims of a week up to Saturday are published on the second Thursday, 08:30."
      )
    )
    add(
      "fred_weekly_long",
      ["NFCI", "ANFCI"],
      PublicationRule(
        .weekday(3, daysLater: 1, at: .init(8, 30)),
        .rule,
        "The Chicago Fed publishes a week up to Friday on Wednesday at 08:30."
      )
    )
    add(
      "fred_weekly_long",
      ["STLFSI4"],
      PublicationRule(
        .weekday(4, daysLater: 1, at: .init(12)),
        .rule,
        "The St. Louis Fed publishes a week up to Friday on Thursday."
      )
    )
    add(
      "fred_weekly_long",
      ["MORTGAGE30US"],
      PublicationRule(
        .newYork(daysLater: 0, at: .init(12)),
        .rule,
        "Freddie Mac publishes its survey on its date at noon."
      )
    )
    add(
      "fred_weekly_long",
      ["WM2NS"],
      PublicationRule(
        .newYork(daysLater: 52, at: .init(13)),
        .assumed,
        "Weekly M2 comes once a month, up to seven weeks later."
      )
    )
    add(
      "fred_monthly_long",
      ["UNRATE", "PAYEMS", "U6RATE"],
      PublicationRule(
        .firstFridayAfterMonth(at: .init(8, 30)),
        .assumed,
        "The employment report mostly comes on the first Friday after the month at 08:30."
      )
    )
    add(
      "fred_monthly_long",
      ["CPIAUCSL", "CPILFESL"],
      PublicationRule(
        .afterPeriod(days: 15, at: .init(8, 30)),
        .assumed,
        "Consumer prices mostly come by the 15th of the next month at 08:30."
      )
    )
    add(
      "fred_monthly_long",
      ["DRCCLACBS"],
      PublicationRule(
        .afterPeriod(days: 60, at: .init(17)),
        .assumed,
        "Quarterly figures are assumed known 60 days after the quarter."
      )
    )
    add(
      "fred_daily_long",
      ["DCOILWTICO", "DCOILBRENTEU"],
      PublicationRule(
        .weekday(4, daysLater: 3, at: .init(17)),
        .rule,
        "FRED copies the EIA's Wednesday publication by Thursday."
      )
    )
    add("fred_daily_long", ["DTWEXBGS"], exchangeRate)
    return rules
  }()
}
