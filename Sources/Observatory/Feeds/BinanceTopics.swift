import Quantities

/// The topics of Binance and the names of their fields.
enum BinanceTopics {
  /// Places of the volumes in a bar.
  static let volumes = [
    (5, "volume"), (7, "quote_volume"), (8, "trade_count"), (9, "taker_buy_volume"),
    (10, "taker_buy_quote_volume"),
  ]

  private static let barColumns =
    BarColumns.prices() + [
      BarColumns.volume, BarColumns.quoteVolume,
      FeedColumn("trade_count", unit: "count", "Trades in the bar."),
      FeedColumn("taker_buy_volume", unit: "base currency", "Volume bought by takers."),
      FeedColumn("taker_buy_quote_volume", unit: "quote currency", "Turnover bought by takers."),
    ]

  private static let periods = ["5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"].map(
    FeedStep.init
  )

  private static let archiveNote =
    "An archive file; times are milli- or, for spot since 2025, microseconds."

  static let all: [FeedTopic] =
    [
      bars("klines", "binance_spot", barColumns), bars("um_klines", "binance_um", barColumns),
    ]
    + ["mark", "index", "premium"].map {
      let what = $0 == "premium" ? "premium index" : "\($0) price"
      return bars(
        "\($0)_price_klines",
        "binance_um",
        BarColumns.prices(
          "\($0)_",
          of: what,
          unit: $0 == "premium" ? "fraction" : "quote currency"
        )
      )
    } + [
      FeedTopic(
        "funding",
        dataset: "binance_um",
        subject: .symbol(example: "BTCUSDT"),
        columns: fundingColumns,
        frequency: "8h, some symbols 4h or 1h",
        knowable: .published,
        "the time of the payment",
        staleAfter: .hours(9),
        span: .days(90),
        notes: "The time is the payment's, the end of the interval that the rate is for."
      ),
      FeedTopic.snapshot(
        "open_interest",
        dataset: "binance_um",
        subject: .symbol(example: "BTCUSDT"),
        columns: [FeedColumn("open_interest", unit: "base currency", "Open interest now.")]
      ),
      FeedTopic.snapshot(
        "premium_index",
        dataset: "binance_um",
        subject: .symbol(example: "BTCUSDT"),
        columns: [
          FeedColumn("mark_price", unit: "quote currency", "Mark price now."),
          FeedColumn("index_price", unit: "quote currency", "Index price now."),
          FeedColumn("last_funding_rate", unit: "fraction per interval", "Funding as it stands."),
          FeedColumn("interest_rate", unit: "fraction per interval", "Interest part of funding."),
        ]
      ),
    ] + histories + archives

  private static let fundingColumns = [
    FeedColumn("funding_rate", unit: "fraction per funding interval", "Paid by longs to shorts."),
    FeedColumn("funding_mark_price", unit: "quote currency", "Mark price at the payment."),
  ]

  private static func bars(_ id: String, _ dataset: String, _ columns: [FeedColumn]) -> FeedTopic {
    .bars(
      id,
      dataset: dataset,
      subject: .symbol(example: "BTCUSDT"),
      columns: columns,
      span: .days(30),
      notes: "Times are starts of bars; the unfinished bar is left out."
    )
  }

  private static let histories: [FeedTopic] = [
    history(
      "open_interest_hist",
      [
        FeedColumn("open_interest", unit: "base currency", "Open interest."),
        FeedColumn("open_interest_value", unit: "quote currency", "Open interest, valued."),
      ]
    ),
    history("account_ratio_hist", ratio("account", "all accounts")),
    history("top_position_ratio_hist", ratio("top_position", "positions of top traders")),
    history(
      "taker_ratio_hist",
      [
        FeedColumn("taker_ratio", unit: "ratio", "Volume bought by takers over that sold."),
        FeedColumn("taker_bought", unit: "base currency", "Volume bought by takers."),
        FeedColumn("taker_sold", unit: "base currency", "Volume sold by takers."),
      ]
    ),
  ]

  private static func ratio(_ prefix: String, _ what: String) -> [FeedColumn] {
    [
      FeedColumn("\(prefix)_long_short_ratio", unit: "ratio", "Long over short, \(what)."),
      FeedColumn("\(prefix)_long_share", unit: "fraction", "Share that is long, \(what)."),
      FeedColumn("\(prefix)_short_share", unit: "fraction", "Share that is short, \(what)."),
    ]
  }

  private static func history(_ id: String, _ columns: [FeedColumn]) -> FeedTopic {
    FeedTopic(
      id,
      dataset: "binance_um",
      subject: .symbol(example: "BTCUSDT"),
      columns: columns,
      steps: periods,
      frequency: "step",
      knowable: .assumed,
      "one step after the stamp: whether it is the start or the end is not documented",
      trust: .medium,
      staleAfter: .hours(30),
      span: .days(29),
      notes: "The history reaches back 30 days only."
    )
  }

  private static let archives: [FeedTopic] = [
    FeedTopic(
      "archive_klines",
      dataset: "binance_um_archive",
      subject: .symbol(example: "BTCUSDT"),
      columns: barColumns,
      steps: FeedStep.bars,
      frequency: "step",
      knowable: .rule,
      "the end of the bar",
      staleAfter: .days(40),
      span: .days(62),
      notes: archiveNote
    ),
    FeedTopic(
      "archive_funding",
      dataset: "binance_um_archive",
      subject: .symbol(example: "BTCUSDT"),
      columns: [fundingColumns[0]],
      frequency: "8h, some symbols 4h or 1h",
      knowable: .rule,
      "the time of the payment",
      staleAfter: .days(40),
      span: .days(62),
      notes: archiveNote
    ),
    FeedTopic(
      "archive_metrics",
      dataset: "binance_um_archive",
      subject: .symbol(example: "BTCUSDT"),
      columns: [
        FeedColumn("open_interest", unit: "base currency", "Open interest."),
        FeedColumn("open_interest_value", unit: "quote currency", "Open interest, valued."),
        FeedColumn("top_account_ratio", unit: "ratio", "Long over short, top traders by count."),
        FeedColumn("top_position_ratio", unit: "ratio", "Long over short, top traders by size."),
        FeedColumn("account_ratio", unit: "ratio", "Long over short, all accounts."),
        FeedColumn("taker_ratio", unit: "ratio", "Volume bought by takers over that sold."),
      ],
      frequency: "5m",
      knowable: .assumed,
      "five minutes after the stamp",
      trust: .medium,
      staleAfter: .days(3),
      span: .days(7),
      notes: "Rows can be out of order and fields empty."
    ),
    FeedTopic(
      "archive_liquidations",
      dataset: "binance_cm_archive",
      subject: .symbol(example: "BTCUSD_PERP"),
      columns: LiquidationColumns.columns(unit: "contracts"),
      frequency: "event",
      knowable: .rule,
      "its own time",
      trust: .medium,
      staleAfter: .days(36_500),
      span: .days(7),
      notes: "\(LiquidationColumns.censored). Ended in 2024; equal rows stand twice."
    ),
    FeedTopic(
      "force_orders",
      dataset: "binance_um",
      subject: .symbol(example: "BTCUSDT"),
      columns: LiquidationColumns.columns(unit: "base currency"),
      frequency: "event",
      knowable: .published,
      "the time of the message",
      trust: .medium,
      staleAfter: .days(1),
      span: .days(1),
      isPulled: false,
      notes: "\(LiquidationColumns.censored). SELL closes a long."
    ),
  ]

  /// The path of a topic.
  static func path(_ topic: String) -> String {
    switch topic {
    case "klines": "/api/v3/klines"
    case "um_klines": "/fapi/v1/klines"
    case "mark_price_klines": "/fapi/v1/markPriceKlines"
    case "index_price_klines": "/fapi/v1/indexPriceKlines"
    case "premium_price_klines": "/fapi/v1/premiumIndexKlines"
    case "funding": "/fapi/v1/fundingRate"
    case "open_interest_hist": "/futures/data/openInterestHist"
    case "account_ratio_hist": "/futures/data/globalLongShortAccountRatio"
    case "top_position_ratio_hist": "/futures/data/topLongShortPositionRatio"
    case "taker_ratio_hist": "/futures/data/takerlongshortRatio"
    default: preconditionFailure("no path of \(topic)")
    }
  }

  /// What stands before the names of prices in bars that are not of trades.
  static func pricePrefix(_ topic: String) -> String {
    switch topic {
    case "mark_price_klines": "mark_"
    case "index_price_klines": "index_"
    case "premium_price_klines": "premium_"
    default: ""
    }
  }

  /// The fields of the histories.
  static func historyKeys(_ topic: String) -> [(key: String, column: String)] {
    switch topic {
    case "open_interest_hist":
      [
        ("sumOpenInterest", "open_interest"), ("sumOpenInterestValue", "open_interest_value"),
      ]
    case "taker_ratio_hist":
      [("buySellRatio", "taker_ratio"), ("buyVol", "taker_bought"), ("sellVol", "taker_sold")]
    default:
      [
        ("longShortRatio", "_long_short_ratio"), ("longAccount", "_long_share"),
        ("shortAccount", "_short_share"),
      ].map { ($0.0, (topic == "account_ratio_hist" ? "account" : "top_position") + $0.1) }
    }
  }
}
