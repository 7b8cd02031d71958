import ArgumentParser
import Ensembles
import Forecasts
import Observatory
import Scenarios
import Validation

/// The one table that derives exit codes from errors.
enum ErrorReporter {
  /// Prints an error as one line on standard error, or help on standard output.
  ///
  /// - Parameters:
  ///   - error: What went wrong.
  ///   - command: The command whose words and help are printed for a wrong argument.
  /// - Returns: The exit code.
  static func report(_ error: any Error, of command: any ParsableCommand.Type) -> Int32 {
    switch error {
    case let code as ExitCode:
      return code.rawValue
    case let error as ScenarioError:
      StandardError.print("clino: \(printable("\(error)"))")
      if case .invariant = error { return ExitStatus.checkFailed }
      return ExitStatus.usage
    case is CancellationError:
      StandardError.print("clino: interrupted; run the same command again")
      return ExitStatus.temporary
    case StoreError.busy, FileError.locked:
      StandardError.print("clino: \(error)")
      return ExitStatus.temporary
    case StoreError.damaged:
      StandardError.print("clino: \(error)")
      return ExitStatus.checkFailed
    case is UsageError, is FileError, is SourceError, is FeedError, is ImportError,
      is VectorFile.FormatError, is RecordError, is StoreError, is FactBaseError:
      StandardError.print("clino: \(printable("\(error)"))")
      return ExitStatus.usage
    case is EnsembleError:
      StandardError.print("clino: \(error)")
      return ExitStatus.checkFailed
    default:
      return reportForeign(error, command)
    }
  }

  /// A message in which nothing steers the terminal, whatever stood in the input.
  private static func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      result.unicodeScalars.append(isControl ? "\u{fffd}" : scalar)
    }
    return result
  }

  /// Errors of the argument parser and of files: help and version succeed, the rest is wrong usage,
  /// one line.
  private static func reportForeign(
    _ error: any Error,
    _ command: any ParsableCommand.Type
  ) -> Int32 {
    if command.exitCode(for: error).isSuccess {
      StandardOutput.print(command.fullMessage(for: error))
      return 0
    }
    let lines = command.message(for: error).split(whereSeparator: \.isNewline)
    StandardError.print("clino: \(lines.joined(separator: " "))")
    return ExitStatus.usage
  }
}
