import Statistics

/// What changed in a repo market against its own past: the six signs that tell refusal from scarcity.
///
/// Each is nil where it is not observed. Changes of shares and skew are plain differences, of rates percentage
/// points, of volume the difference of logarithms. Source: `model.md` §4.1.
public struct RepoFeatures: Hashable, Sendable {
  /// Δ of ON RRP take-up over volume.
  public var reverseRepoShare: Double?
  /// Δ of p50 − IORB.
  public var medianSpread: Double?
  /// Δ of Bowley's skewness.
  public var bowley: Double?
  /// Δ of p99 − p50.
  public var rightTail: Double?
  /// Δ of the standing facility's part of the volume.
  public var facilityShare: Double?
  /// Δ of the logarithm of the bilateral volume.
  public var logVolume: Double?

  /// Names, in the order of ``values``.
  public static let names = [
    "on_rrp_share", "median_minus_iorb", "bowley", "p99_minus_p50", "srf_share", "log_volume",
  ]

  /// The sign of each under refusal against scarcity, in the order of ``values``.
  ///
  /// Refusal raises idle cash, skew, tail and facility and lowers bilateral volume; scarcity alone raises the
  /// median.
  public static let refusalSigns: [Double] = [1, -1, 1, 1, 1, -1]

  /// Takes changes; all nil by default.
  public init(
    reverseRepoShare: Double? = nil,
    medianSpread: Double? = nil,
    bowley: Double? = nil,
    rightTail: Double? = nil,
    facilityShare: Double? = nil,
    logVolume: Double? = nil
  ) {
    self.reverseRepoShare = reverseRepoShare
    self.medianSpread = medianSpread
    self.bowley = bowley
    self.rightTail = rightTail
    self.facilityShare = facilityShare
    self.logVolume = logVolume
  }

  /// The change of one day against the mean of days before it, administered rates unchanged.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - base: Ordinary days.
  public init(_ day: RepoDay, against base: RepoStudy) {
    func change(_ measure: (RepoDay) -> Double?) -> Double? {
      let past = base.days.compactMap(measure)
      guard let now = measure(day), !past.isEmpty else { return nil }
      return now - past.reduce(0, +) / Double(past.count)
    }
    self.init(
      reverseRepoShare: change { $0.volume > 0 ? $0.reverseRepo / $0.volume : nil },
      medianSpread: change(\.p50),
      bowley: change(\.skew.bowley),
      rightTail: change(\.rightTail),
      facilityShare: change { $0.volume > 0 ? $0.standingFacility / $0.volume : nil },
      logVolume: change { $0.bilateralVolume > 0 ? Libm.log($0.bilateralVolume) : nil }
    )
  }

  /// The six changes in a fixed order.
  public var values: [Double?] {
    [reverseRepoShare, medianSpread, bowley, rightTail, facilityShare, logVolume]
  }
}
