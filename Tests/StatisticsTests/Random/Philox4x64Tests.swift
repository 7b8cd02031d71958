import Testing

@testable import Statistics

@Suite("Philox4x64")
struct Philox4x64Tests {
  struct KnownAnswer: Sendable {
    let counter: SIMD4<UInt64>
    let key: SIMD2<UInt64>
    let words: SIMD4<UInt64>
  }

  // Random123, file kat_vectors, philox4x64 with 10 rounds; the fourth is row S01 of the model.
  static let knownAnswers = [
    KnownAnswer(
      counter: [0, 0, 0, 0],
      key: [0, 0],
      words: [
        0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b,
        0x7e68_b68a_ec7b_a23b,
      ]
    ),
    KnownAnswer(
      counter: SIMD4(repeating: .max),
      key: SIMD2(repeating: .max),
      words: [
        0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6,
        0xa09c_aebf_594f_0ba0,
      ]
    ),
    KnownAnswer(
      counter: [
        0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0,
        0x082e_fa98_ec4e_6c89,
      ],
      key: [0x4528_21e6_38d0_1377, 0xbe54_66cf_34e9_0c6c],
      words: [
        0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5,
        0x57bd_43b5_e52b_7fe6,
      ]
    ),
    KnownAnswer(
      counter: [3, 20, 11, 2],
      key: [42, 7],
      words: [
        0x6a2c_4249_08d5_51eb, 0x799f_3a65_caba_2991, 0x4984_a902_3a0f_a8bc,
        0xe323_d688_9f31_868e,
      ]
    ),
  ]

  @Test("reproduces the published known answers", arguments: knownAnswers)
  func knownAnswer(_ answer: KnownAnswer) {
    #expect(Philox4x64(key: answer.key).block(at: answer.counter) == answer.words)
  }
}
