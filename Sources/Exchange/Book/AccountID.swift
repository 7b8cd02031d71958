/// The dense number of an account; names are interned to numbers when a scenario is loaded.
public typealias AccountID = UInt32
