/// The numbers of the New York Fed's reference rates: key in JSON, title in tables, column.
enum NewYorkFedColumns {
  typealias Place = (key: String, title: String, column: FeedColumn)

  /// Of one rate on one day.
  static var rates: [Place] {
    let percentiles: [Place] = [1, 25, 75, 99].map { rank in
      (
        "percentPercentile\(rank)", title(rank),
        FeedColumn("percentile_\(rank)", unit: "percent", "Volume-weighted percentile \(rank).")
      )
    }
    return [("percentRate", "Rate (%)", FeedColumn("rate", unit: "percent", "The rate."))]
      + percentiles + [
        (
          "volumeInBillions", "Volume ($Billions)",
          FeedColumn("volume", unit: "billion USD", "Volume of the transactions.")
        ),
        (
          "targetRateFrom", "Target Rate From (%)",
          FeedColumn("target_rate_low", unit: "percent", "Lower end of the target range.")
        ),
        (
          "targetRateTo", "Target Rate To (%)",
          FeedColumn("target_rate_high", unit: "percent", "Upper end of the target range.")
        ),
      ]
  }

  /// Of the averages and the index of SOFR.
  static var averages: [Place] {
    let means: [Place] = [30, 90, 180].map { days in
      (
        "average\(days)day", "\(days)-Day Average SOFR",
        FeedColumn("average_\(days)d", unit: "percent", "Compounded average of \(days) days.")
      )
    }
    return means + [("index", "SOFR Index", FeedColumn("index", unit: "index", "SOFR index."))]
  }

  private static func title(_ rank: Int) -> String {
    rank == 1 ? "1st Percentile (%)" : "\(rank)th Percentile (%)"
  }
}
