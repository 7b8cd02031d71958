/// The dense number of a contract within one venue: its place in the venue's list of contracts.
public typealias ContractID = UInt32
