import Quantities

/// Speaks to public servers under the rules of this project.
///
/// Every address, also that of each redirect, passes the host policy before anything is sent. Requests
/// wait for the host's rate limit; failures that may pass are tried again after growing, drawn waits;
/// an answer that is remembered is asked for only if it changed; a key is put in at the last moment and
/// is in nothing that comes back.
public actor HTTPClient {
  /// How many redirects one request may take.
  public static let redirectCountMax = 5

  private let transport: any Transport
  private let clock: any HTTPClock
  private let retry: RetryPolicy
  private let limits: TransferLimits
  private let userAgent: String
  private var limiters: [String: RateLimiter] = [:]
  /// What the servers said about the versions of their answers.
  public private(set) var validators: Validators

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - transport: What carries single requests.
  ///   - clock: The clock of waits and dates.
  ///   - retry: When failed requests are sent again.
  ///   - limits: What one exchange may cost.
  ///   - userAgent: What the client calls itself, with a contact where a source asks for one.
  ///   - validators: What is remembered of earlier answers.
  public init(
    transport: any Transport,
    clock: any HTTPClock = SystemClock(),
    retry: RetryPolicy = RetryPolicy(),
    limits: TransferLimits = TransferLimits(),
    userAgent: String,
    validators: Validators = Validators()
  ) {
    precondition(HTTPHeader.isPlain(userAgent), "a user agent with a control character")
    self.transport = transport
    self.clock = clock
    self.retry = retry
    self.limits = limits
    self.userAgent = userAgent
    self.validators = validators
  }

  /// Sends a request until it is answered, refused for good, or tried often enough.
  ///
  /// - Parameters:
  ///   - request: What is asked, without key and user agent.
  ///   - policy: The hosts that may be spoken to.
  ///   - rateLimit: What each host bears.
  ///   - secret: The key and where it goes; sent to the first host alone.
  /// - Returns: An answer of status 200, or 304 for one that is remembered.
  /// - Throws: ``HTTPError``, the last one if there were several.
  public func send(
    _ request: HTTPRequest,
    policy: HostPolicy,
    rateLimit: RateLimit,
    secret: (Secret, SecretPlace)? = nil
  ) async throws(HTTPError) -> HTTPResponse {
    var attempt = 1
    while true {
      do throws(HTTPError) {
        return try await follow(request, policy: policy, rateLimit: rateLimit, secret: secret)
      } catch {
        let host = request.address.host
        guard let wait = retry.wait(after: error, attempt: attempt, host: host) else { throw error }
        try await pause(wait, host: host)
        attempt += 1
      }
    }
  }

  /// Remembers the version of an answer whose values have been kept.
  public func remember(_ response: HTTPResponse, for address: WebAddress) {
    validators.remember(response, for: address)
  }

  /// One attempt: the request and the redirects it leads to.
  private func follow(
    _ request: HTTPRequest,
    policy: HostPolicy,
    rateLimit: RateLimit,
    secret: (Secret, SecretPlace)?
  ) async throws(HTTPError) -> HTTPResponse {
    var next = request
    var seen: [WebAddress] = []
    while true {
      let address = next.address
      try policy.check(address)
      guard !seen.contains(address), seen.count <= Self.redirectCountMax else {
        throw .redirectTooOften(host: address.host, count: seen.count)
      }
      seen.append(address)
      try await waitForTurn(address.host, rateLimit)
      let isConditional = address == request.address && request.method == .get
      let answer = try await exchange(next, secret: secret, isConditional: isConditional)
      guard (301...308).contains(answer.status), answer.status != 304 else {
        return try accepted(answer, address, isConditional: isConditional, secret: secret?.0)
      }
      guard let location = answer.headers.value(of: "Location"),
        let target = address.redirected(to: location)
      else { throw .redirectMalformed(host: address.host) }
      guard secret == nil || target.origin == address.origin else {
        throw .redirectWithKey(host: address.host, target: target.host)
      }
      // The key is put in anew at each step; one that the server repeats must not be sent twice.
      if let secret, secret.0.redacted(target.description) != target.description {
        throw .redirectWithKey(host: address.host, target: target.host)
      }
      next.address = target
    }
  }

  private func exchange(
    _ request: HTTPRequest,
    secret: (Secret, SecretPlace)?,
    isConditional: Bool
  ) async throws(HTTPError) -> HTTPResponse {
    var outgoing = request
    outgoing.headers.append(HTTPHeader(name: "User-Agent", value: userAgent))
    if isConditional { outgoing.headers += validators.headers(for: request.address) }
    switch secret {
    case (let key, .query(let name))?:
      outgoing.address = outgoing.address.adding(name: name, value: key.value)
    case (let key, .header(let name))?:
      outgoing.headers.append(HTTPHeader(name: name, value: key.value))
    case nil: break
    }
    return try await transport.send(outgoing, limits: limits)
  }

  /// The answer without anything secret, or the error that its status stands for.
  private func accepted(
    _ answer: HTTPResponse,
    _ address: WebAddress,
    isConditional: Bool,
    secret: Secret?
  ) throws(HTTPError) -> HTTPResponse {
    let isAsked = isConditional && !validators.headers(for: address).isEmpty
    guard answer.status == 200 || answer.status == 304 && isAsked else {
      throw .status(
        host: address.host,
        code: answer.status,
        waitSeconds: answer.headers.value(of: "Retry-After").flatMap {
          HTTPDate.waitSeconds($0, now: clock.now())
        }
      )
    }
    guard answer.body.count <= limits.byteCountMax else {
      throw .tooLarge(host: address.host, byteCountMax: limits.byteCountMax)
    }
    return HTTPResponse(
      status: answer.status,
      headers: answer.headers.map {
        HTTPHeader(name: $0.name, value: secret?.redacted($0.value) ?? $0.value)
      },
      body: answer.body,
      address: address
    )
  }

  private func waitForTurn(_ host: String, _ limit: RateLimit) async throws(HTTPError) {
    var limiter = limiters[host] ?? RateLimiter(limit)
    let wait = limiter.take(at: clock.now())
    limiters[host] = limiter
    if wait > .zero { try await pause(wait, host: host) }
  }

  private func pause(_ length: Duration, host: String) async throws(HTTPError) {
    do { try await clock.sleep(length) } catch {
      throw .connection(host: host, detail: "interrupted while waiting")
    }
  }
}
