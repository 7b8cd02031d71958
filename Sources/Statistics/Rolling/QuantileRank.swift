/// A wanted position among the sorted values of a window: a rank and the share of the way to the next.
struct QuantileRank {
  let rank: Int
  let share: Double

  init(window: Int, probability: Double) {
    let position = Double(window - 1) * probability
    rank = min(Int(position), window - 1)
    share = position - Double(rank)
  }

  /// Moves the window from one block into the next, one value per step, and writes each quantile.
  ///
  /// In each list a mark stands behind the values that count as small; together they are `rank` many,
  /// so that the wanted value is the lesser of the two marked ones.
  func pass(
    from leaving: OrderedBlock,
    _ leavingLinks: inout [RankLink],
    to coming: OrderedBlock,
    _ comingLinks: inout [RankLink],
    stepCount: Int,
    into result: inout [Double],
    at first: Int
  ) {
    RankLink.joinAll(&leavingLinks)
    RankLink.joinNone(&comingLinks, of: coming)
    let (oldValues, newValues) = (leaving.sorted.span, coming.sorted.span)
    let (oldRanks, newRanks) = (leaving.rankAtTime.span, coming.rankAtTime.span)
    var old = leavingLinks.mutableSpan
    var new = comingLinks.mutableSpan
    var output = result.mutableSpan
    let end = leaving.size
    var (oldMark, newMark) = (rank, end)
    var oldSmall = rank
    var newSmall = 0
    for time in 0..<stepCount {
      // The oldest value leaves; if none of its list is small, its mark only steps off it.
      let gone = Int(oldRanks[time])
      let hole = old[gone]
      old[Int(hole.previous)].next = hole.next
      old[Int(hole.next)].previous = hole.previous
      let stepped = oldMark == gone ? Int(hole.next) : oldMark
      let isBehind = gone < oldMark || oldSmall == 0
      oldMark = isBehind ? stepped : Int(old[stepped].previous)
      oldSmall -= oldSmall > 0 ? 1 : 0
      // The newest value comes; a small one pushes the mark back.
      let come = Int(newRanks[time])
      let place = new[come]
      new[Int(place.previous)].next = UInt32(truncatingIfNeeded: come)
      new[Int(place.next)].previous = UInt32(truncatingIfNeeded: come)
      newMark = come < newMark ? Int(new[newMark].previous) : newMark
      // One more value is small if one was lost.
      let isShort = oldSmall + newSmall < rank
      let isOldLess = oldValues[oldMark] <= newValues[newMark]
      let (oldStep, newStep) = (isShort && isOldLess, isShort && !isOldLess)
      oldMark = oldStep ? Int(old[oldMark].next) : oldMark
      oldSmall += oldStep ? 1 : 0
      newMark = newStep ? Int(new[newMark].next) : newMark
      newSmall += newStep ? 1 : 0
      let (oldValue, newValue) = (oldValues[oldMark], newValues[newMark])
      let lower = min(oldValue, newValue)
      guard share > 0 else {
        output[first + time] = lower
        continue
      }
      let isOldLower = oldValue <= newValue
      let follower = isOldLower ? Int(old[oldMark].next) : Int(new[newMark].next)
      let ahead = isOldLower ? oldValues[follower] : newValues[follower]
      let upper = min(max(oldValue, newValue), ahead)
      output[first + time] = SampleQuantile.interpolate(from: lower, to: upper, share: share)
    }
  }
}
