import Observatory

/// Why a claim cannot be examined on the data there is.
enum EvidenceGap: Error {
  /// Series or days that the store does not hold.
  case missing([MissingSeries])
  /// The store itself failed.
  case store(StoreError)
}
