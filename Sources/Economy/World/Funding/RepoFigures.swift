/// The figures of the overnight market, percent a year.
struct RepoFigures: Sendable {
  /// The standing facility's rate, which the central bank publishes.
  let facility: FigureID
  /// The percentiles 1, 25, 50, 75 and 99 by volume; the third is SOFR.
  let percentiles: [FigureID]
}
