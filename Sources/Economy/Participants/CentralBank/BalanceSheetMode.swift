/// What a central bank does with its securities.
enum BalanceSheetMode: String, CaseIterable {
  /// Nothing: what matures is replaced.
  case hold
  /// Less of them: coupons are given back to the public up to a cap a month.
  case runoff
  /// Bills against reserves, a fixed sum a month.
  case reserves
  /// Coupons against reserves, a fixed sum a month.
  case easing
  /// Bills while reserves are scarce, coupons after a disorderly fall of coupons, else nothing.
  case automatic
}
