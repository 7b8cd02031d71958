import ArgumentParser
import Ensembles
import Observatory
import Scenarios
import Validation

/// The one table that derives exit codes from errors.
enum ErrorReporter {
  /// Prints an error as one line on standard error, or help on standard output.
  ///
  /// - Returns: The exit code.
  static func report(_ error: any Error) -> Int32 {
    switch error {
    case let code as ExitCode:
      return code.rawValue
    case let error as ScenarioError:
      StandardError.print("clino: \(error)")
      if case .invariant = error { return ExitStatus.checkFailed }
      return ExitStatus.usage
    case is CancellationError:
      StandardError.print("clino: interrupted; run the same command again")
      return ExitStatus.temporary
    case let error as StoreError:
      StandardError.print("clino: \(error)")
      return exitStatus(of: error)
    case is UsageError, is FileError, is SourceError, is ImportError, is VectorFile.FormatError:
      StandardError.print("clino: \(error)")
      return ExitStatus.usage
    case is EnsembleError:
      StandardError.print("clino: \(error)")
      return ExitStatus.checkFailed
    default:
      return reportForeign(error)
    }
  }

  private static func exitStatus(of error: StoreError) -> Int32 {
    switch error {
    case .busy: ExitStatus.temporary
    case .damaged: ExitStatus.checkFailed
    case .database, .foreign, .beyondCutOff: ExitStatus.usage
    }
  }

  /// Errors of the argument parser and of files: help and version succeed, the rest is wrong usage,
  /// one line.
  private static func reportForeign(_ error: any Error) -> Int32 {
    if Clino.exitCode(for: error).isSuccess {
      StandardOutput.print(Clino.fullMessage(for: error))
      return 0
    }
    let lines = Clino.message(for: error).split(whereSeparator: \.isNewline)
    StandardError.print("clino: \(lines.joined(separator: " "))")
    return ExitStatus.usage
  }
}
