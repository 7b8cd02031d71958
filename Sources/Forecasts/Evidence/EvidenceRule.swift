/// Examines one claim on the data it can see.
typealias EvidenceRule = @Sendable (inout Examination) throws(EvidenceGap) -> Finding
