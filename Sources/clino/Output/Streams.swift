import Glibc
import Quantities

/// The result of a command; nothing else goes here.
enum StandardOutput {
  /// Writes a text and a newline.
  static func print(_ text: String) {
    write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: 1)
  }

  /// Whether a person reads it.
  static var isTerminal: Bool { isatty(1) == 1 }

  /// The columns of the terminal that a person reads it on; nil for a pipe, a file or a terminal that
  /// does not say.
  static var columnCount: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    // Safety: `size` lives for the call, which writes only inside it.
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// Progress, remarks and errors.
enum StandardError {
  /// Writes a text and a newline.
  static func print(_ text: String) {
    write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: 2)
  }

  /// Replaces the last line; for progress on a terminal.
  static func replaceLine(_ text: String) {
    write(Array("\r\u{1B}[K\(text)".utf8), to: 2)
  }

  /// Whether a person reads it.
  static var isTerminal: Bool { isatty(2) == 1 }
}

/// What the machine and the environment offer.
enum SystemFacts {
  /// The number of cores.
  static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? {
    // Safety: the C library returns nil or a string that ends with a zero byte; it is copied at once.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The folder this program lies in.
  static var programFolder: String {
    // Safety: the C library returns nil or a text of its own that ends with a zero byte, freed here.
    guard let path = unsafe realpath("/proc/self/exe", nil) else { return "." }
    defer { unsafe free(path) }
    let text = unsafe String(cString: path)
    return text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "."
  }

  /// The day it is, UTC: only for what a person enters, never for what is computed.
  static var today: Day { Instant(microseconds: Int64(time(nil)) * 1_000_000).day }
}

/// The end of a run whose result could not be written: a lost result is no success.
private enum OutputFailure {
  static func stop(_ code: Int32) -> Never {
    // Safety: `strerror` returns a string that ends with a zero byte; it is copied at once.
    let reason = unsafe String(cString: strerror(code))
    write(Array("clino: standard output: cannot be written: \(reason)\n".utf8), to: 2)
    Glibc.exit(ExitStatus.checkFailed)
  }
}

private func write(_ bytes: [UInt8], to descriptor: Int32) {
  var written = 0
  while written < bytes.count {
    let start = written
    // Safety: pointer and count stay inside `bytes`, which lives for the call.
    let accepted = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.write(
        descriptor,
        buffer.baseAddress.map { unsafe $0 + start },
        buffer.count - start
      )
    }
    if accepted < 0 && errno == EINTR { continue }
    guard accepted > 0 else {
      // A reader that has seen enough is no failure; a full disk is one.
      if descriptor == 1, errno != EPIPE { OutputFailure.stop(errno) }
      return
    }
    written += accepted
  }
}
