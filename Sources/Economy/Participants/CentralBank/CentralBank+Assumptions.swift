extension CentralBank {
  /// What it takes for the assets of banks while nobody publishes them, dollars.
  package static let bankAssetsAssumed = PolicyFigures.bankAssetsAssumed
}
