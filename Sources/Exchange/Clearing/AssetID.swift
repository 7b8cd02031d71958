/// The dense number of an asset within one clearing house: its place in the list of assets.
public typealias AssetID = UInt32
