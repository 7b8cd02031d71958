import ArgumentParser
import Ensembles
import Exchange
import Observatory
import Reports
import Scenarios
import Validation

/// The exit codes of the program and the one table that derives them from errors.
enum ExitStatus {
  /// The work was done and something failed its check.
  static let checkFailed: Int32 = 1
  /// Wrong usage or input.
  static let usage: Int32 = 2
  /// Interrupted or temporary: the same command continues.
  static let temporary: Int32 = 75

  /// Prints an error as one line on standard error, or help on standard output.
  ///
  /// - Returns: The exit code.
  static func report(_ error: any Error) -> Int32 {
    switch error {
    case let code as ExitCode:
      return code.rawValue
    case let error as ScenarioError:
      StandardError.print("clino: \(error)")
      if case .invariant = error { return checkFailed }
      return usage
    case let error as EnsembleError:
      StandardError.print("clino: \(error)")
      return checkFailed
    case is CancellationError:
      StandardError.print("clino: interrupted; run the same command again")
      return temporary
    case let error as UsageError:
      StandardError.print("clino: \(error.description)")
      return usage
    default:
      return reportForeign(error)
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
    return usage
  }
}

/// A wrong argument that only the verb can see; one line.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}
