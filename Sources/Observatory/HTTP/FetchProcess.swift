import Foundation

/// Carries requests through `clino-fetch`, a small program of its own.
///
/// The toolchain's URLSession brings some forty shared libraries with it, which would double the
/// start-up of every verb; in a process of their own they cost only those who speak to servers. The
/// companion is started for one request and ends with it.
public struct FetchProcess: Transport {
  private let program: URL
  private let environment: [String: String]

  /// The variables that the companion may see: where proxies and certificates are.
  public static let variables = [
    "PATH", "HOME", "LANG", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "http_proxy",
    "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
    "LD_LIBRARY_PATH",
  ]

  /// Creates the transport.
  ///
  /// - Parameters:
  ///   - program: The path of `clino-fetch`.
  ///   - environment: The environment of this process, of which the companion sees proxies and
  ///     certificates alone.
  public init(program: String, environment: [String: String]) {
    self.program = URL(fileURLWithPath: program)
    self.environment = environment.filter { Self.variables.contains($0.key) }
  }

  /// Starts the companion, hands it the request, and reads its answer.
  ///
  /// A cancelled task ends the companion. The thread waits for the answer: requests of one pull follow
  /// one another, so that no more than one is held.
  public func send(
    _ request: HTTPRequest,
    limits: TransferLimits
  ) async throws(HTTPError) -> HTTPResponse {
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    process.executableURL = program
    process.environment = environment
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch {
      throw .transport(detail: "clino-fetch: cannot be started: it belongs beside clino")
    }
    let message = Data(FetchMessage.bytes(of: request, limits: limits))
    let companion = Companion(process: process)
    let answer = await withTaskCancellationHandler {
      // A companion that died early breaks the pipe; what it said, or nothing, decides below.
      try? input.fileHandleForWriting.write(contentsOf: message)
      try? input.fileHandleForWriting.close()
      let bytes = try? output.fileHandleForReading.readToEnd()
      process.waitUntilExit()
      return [UInt8](bytes ?? Data())
    } onCancel: {
      companion.end()
    }
    return try FetchMessage.response(answer, to: request, limits: limits)
  }
}

/// The running companion, as the handler of a cancellation may touch it.
private struct Companion: Sendable {
  private let id: pid_t

  init(process: Process) { id = process.processIdentifier }

  func end() { kill(id, SIGTERM) }
}
