import Crypto
public import Quantities

/// Asks one source for series and keeps what comes, one reply at a time.
public struct FeedPuller {
  /// Where the replies come from.
  public enum Origin: Sendable {
    /// The servers of the source.
    case live(HTTPClient, resolver: (any NameResolver)?)
    /// Recorded replies in a folder, named as ``FeedRequest/fileName(piece:of:)`` says, with any
    /// ending; a file's own time is the time of receipt.
    case recorded(folder: String)
  }

  private let source: any FeedSource
  private let origin: Origin
  private let keys: KeyRing
  private let clock: any HTTPClock

  /// Creates a puller.
  public init(
    source: any FeedSource,
    origin: Origin,
    keys: KeyRing,
    clock: any HTTPClock = SystemClock()
  ) {
    self.source = source
    self.origin = origin
    self.keys = keys
    self.clock = clock
  }

  /// What happened on the way, as the status is made of it.
  private struct Progress {
    var series: [PulledSeries] = []
    var remarks: [String] = []
    var newest: Instant?
    var overdue: [String] = []
  }

  private enum Failure: Error {
    case http(HTTPError)
    case feed(FeedError)
    case store(StoreError)
    case missing(file: String)
    case noKey(String)
    case keys(KeyRingError)
  }

  /// Pulls series by name.
  ///
  /// - Parameters:
  ///   - names: The series.
  ///   - start: The first time wanted; nil for the usual span.
  ///   - end: The time after the last wanted; nil up to the present, and only then can a source be stale.
  ///   - sink: Where the values go, after each reply.
  /// - Returns: The report; a failure of the source is in its status, not thrown.
  /// - Throws: ``FeedError`` if the question itself is wrong; nothing was sent then.
  public func pull(
    _ names: [String],
    from start: Instant?,
    to end: Instant?,
    into sink: any BatchSink
  ) async throws(FeedError) -> FeedReport {
    let now = clock.now()
    let queries = try source.queries(names, from: start, to: end, now: now)
    var questions: [(query: FeedQuery, requests: [FeedRequest])] = []
    for query in queries {
      do throws(FeedError) { questions.append((query, try source.requests(query))) } catch {
        // A stream is not pulled, but its recorded messages are read.
        guard case .notPulled = error, case .recorded = origin else { throw error }
        let place = WebAddress(host: source.profile.hosts[0], path: "/")
        questions.append((query, [FeedRequest(query, source: source.profile.id, place)]))
      }
    }
    var progress = Progress()
    let failure: Failure?
    do throws(Failure) {
      for question in questions {
        try await pull(question.query, question.requests, &progress, sink, isOpen: end == nil)
      }
      failure = nil
    } catch { failure = error }
    return report(progress, failure, sink)
  }

  private func pull(
    _ query: FeedQuery,
    _ requests: [FeedRequest],
    _ progress: inout Progress,
    _ sink: any BatchSink,
    isOpen: Bool
  ) async throws(Failure) {
    var newest: Instant?
    var isUnchanged = false
    for (piece, request) in requests.enumerated() {
      let answer = try await answer(to: request, query, piece: piece, of: requests.count)
      guard let answer else {
        isUnchanged = true
        do throws(StoreError) {
          try sink.confirm(source: source.profile.id, at: clock.now())
        } catch { throw .store(error) }
        continue
      }
      let parsed = try parse(answer.reply)
      let provenance = SeriesProvenance(
        origin: request.http.address.description,
        sha256: Self.hash(answer.reply.body),
        licence: source.profile.licence
      )
      do throws(StoreError) {
        try sink.keep(
          parsed.batches,
          provenance: provenance,
          byteCount: answer.reply.body.count,
          source: source.profile.id,
          receivedAt: answer.reply.receivedAt
        )
      } catch { throw .store(error) }
      if case .live(let client, _) = origin, let response = answer.response {
        await client.remember(response, for: request.http.address)
      }
      for batch in parsed.batches {
        guard let first = batch.observations.first, let last = batch.observations.last else {
          continue
        }
        let end = batch.description.period.end(from: last.refersTo)
        newest = max(newest ?? end, end)
        progress.series.append(
          PulledSeries(
            description: batch.description,
            first: first.refersTo,
            last: last.refersTo,
            count: batch.observations.count,
            provenance: provenance
          )
        )
      }
      progress.remarks += parsed.remarks.filter { !progress.remarks.contains($0) }
    }
    if let newest { progress.newest = max(progress.newest ?? newest, newest) }
    guard isOpen, !isUnchanged else { return }
    if let newest {
      if clock.now() - newest > query.topic.staleAfter {
        progress.overdue.append("\(query.topic.dataset)/\(query.subject) ends at \(newest)")
      }
    } else {
      progress.overdue.append("\(query.topic.dataset)/\(query.subject) brought no value")
    }
  }

  /// The reply to one request; nil if the server says that the kept one still holds.
  private func answer(
    to request: FeedRequest,
    _ query: FeedQuery,
    piece: Int,
    of count: Int
  ) async throws(Failure) -> (reply: FeedReply, response: HTTPResponse?)? {
    switch origin {
    case .recorded(let folder):
      let name = request.fileName(piece: piece, of: count)
      guard let file = RecordedReply(folder: folder, name: name) else { throw .missing(file: name) }
      return (FeedReply(request: request, body: file.body, receivedAt: file.receivedAt), nil)
    case .live(let client, let resolver):
      let profile = source.profile
      let secret = try secret(query.topic)
      let response: HTTPResponse
      do throws(HTTPError) {
        response = try await client.send(
          request.http,
          policy: HostPolicy(allowed: profile.hosts, resolver: resolver),
          rateLimit: profile.rateLimit,
          secret: secret
        )
      } catch { throw .http(error) }
      guard !response.isNotModified else { return nil }
      return (
        FeedReply(request: request, body: response.body, receivedAt: clock.now()), response
      )
    }
  }

  private func secret(_ topic: FeedTopic) throws(Failure) -> (Secret, SecretPlace)? {
    guard let key = source.profile.key else { return nil }
    let found: Secret?
    do throws(KeyRingError) {
      found = try keys.secret(source: source.profile.id, variable: key.variable)
    } catch { throw .keys(error) }
    if let found { return (found, key.place) }
    guard !topic.needsKey else { throw .noKey(key.variable) }
    return nil
  }

  private func parse(_ reply: FeedReply) throws(Failure) -> ParsedReply {
    do throws(FeedError) { return try source.parse(reply) } catch { throw .feed(error) }
  }

  private func report(
    _ progress: Progress,
    _ failure: Failure?,
    _ sink: any BatchSink
  ) -> FeedReport {
    var kind = progress.overdue.isEmpty ? FeedStatus.Kind.ok : .stale
    var detail = progress.overdue.joined(separator: "; ")
    var isTemporary = false
    switch failure {
    case .http(let error):
      (kind, detail, isTemporary) = (.failing, "\(error)", error.isTemporary)
    case .feed(let error): (kind, detail) = (.failing, redacted("\(error)"))
    case .store(let error):
      if case .busy = error { isTemporary = true }
      (kind, detail) = (.failing, "\(error)")
    case .missing(let file): (kind, detail) = (.failing, "\(file): no recorded reply of this name")
    case .noKey(let variable):
      let file = keys.path.map { " or write `\(source.profile.id): KEY` into \($0), mode 0600" }
      (kind, detail) = (.keyMissing, "set \(variable)" + (file ?? ""))
    case .keys(let error): (kind, detail) = (.keyMissing, "\(error)")
    case nil: break
    }
    return FeedReport(
      status: FeedStatus(
        source: source.profile.id,
        kind: kind,
        detail: detail,
        lastSuccess: (try? sink.lastSuccess(of: source.profile.id)) ?? nil,
        newest: progress.newest,
        isTemporary: isTemporary
      ),
      series: progress.series,
      remarks: progress.remarks
    )
  }

  /// A server may repeat the key in its words.
  private func redacted(_ text: String) -> String {
    guard let key = source.profile.key,
      let secret = try? keys.secret(source: source.profile.id, variable: key.variable)
    else { return text }
    return secret.redacted(text)
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0\(text)" : text
    }.joined()
  }
}
