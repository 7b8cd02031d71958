/// The identifier of a name in random streams: FNV-1a of its UTF-8 bytes.
///
/// A name's draws do not depend on who else is there or in which order a file lists them.
public enum StreamKey {
  /// The 64-bit hash of a name.
  public static func of(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x100_0000_01b3
    }
    return hash
  }
}
