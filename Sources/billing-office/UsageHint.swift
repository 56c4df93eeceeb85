import ArgumentParser
import BillingOffice
import Foundation

/// Helps on whoever typed a command or an option that there is not: with what is spelled like it, and with the commands that have
/// it. The parser of arguments says only that it does not know it.
struct UsageHint {
  private let arguments: [String]

  /// - Parameter arguments: what was typed behind the program's name.
  init(_ arguments: [String]) { self.arguments = arguments }

  /// All commands. To describe them takes the parser a fifth of a second, which only who needs a hint waits for, and once.
  private static let commands: CommandTree = {
    let whole = try? JSONDecoder().decode(Whole.self, from: Data(BillingOfficeCommand._dumpHelp().utf8))
    return whole?.command ?? CommandTree(commandName: "billing-office")
  }()

  private struct Whole: Decodable { var command: CommandTree }

  /// A message with the help in its second line.
  ///
  /// - Parameter message: what the parser says.
  /// - Returns: the same where there is nothing to add.
  func added(to message: String) -> String {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first else { return message }
    if let unknown = first.firstMatch(of: /^Error: Unknown option '(-[^'=]*)/) {
      // The parser's own guess may be as far off as --of for --too.
      if let end = first.range(of: ". Did you mean")?.lowerBound { lines[0] = String(first[..<end]) }
      insert(hint(option: String(unknown.1)), into: &lines)
    } else if let unexpected = first.firstMatch(
      of: /^Error: (?:Unexpected argument|\d+ unexpected arguments:) '([^']*)'/)
    {
      insert(hint(word: String(unexpected.1)), into: &lines)
    }
    return lines.joined(separator: "\n")
  }

  private func insert(_ hint: String?, into lines: inout [String]) {
    if let hint { lines.insert("  → \(hint)", at: 1) }
  }

  private func hint(option: String) -> String? {
    let here = Self.commands.named(by: arguments)
    func near(_ options: [String]) -> String? { NearestNames.of(option, among: options, limit: 1, cutoff: 0.34).first }
    func paths(with option: String) -> String {
      Self.commands.all.filter { $0.command.options.contains(option) }.map(\.path).joined(separator: ", ")
    }
    let others = paths(with: option)
    // What is cut has a size of its own on a sheet, and no paper.
    if option == "--paper", here.command.options.contains("--size") {
      return "--size says how large they are, and --sheet what is in the printer"
    }
    if !others.isEmpty { return "\(option) goes with: \(others)" }
    if let own = near(here.command.options) { return "did you mean \(own)?" }
    return near(Self.commands.all.flatMap(\.command.options)).map {
      "did you mean \($0)? It goes with: \(paths(with: $0))"
    }
  }

  private func hint(word: String) -> String? {
    let here = Self.commands.named(by: arguments)
    guard let place = arguments.firstIndex(of: word) else { return nil }
    if here.command.subcommands.isEmpty {
      guard place > here.depth, !arguments[place - 1].hasPrefix("-") else { return nil }
      return "what belongs together stands in quotes: \"\(arguments[place - 1]) \(word)\""
    }
    let same = Self.commands.all.filter { $0.command.commandName == word }.map(\.path)
    if !same.isEmpty { return "did you mean: \(same.joined(separator: ", or "))?" }
    let near = NearestNames.of(word, among: here.command.subcommands.map(\.commandName), limit: 1, cutoff: 0.4).first
    return near.map { "did you mean: \(here.path) \($0)?" } ?? "see what there is with: \(here.path) --help"
  }
}

/// A command with what it takes, as the parser of arguments describes it.
private struct CommandTree: Decodable {
  var commandName: String
  var subcommands: [CommandTree] = []
  /// The long and short names of its options.
  var options: [String] = []

  private enum Key: CodingKey { case commandName, subcommands, arguments }

  private struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var names: [Name]?
  }

  init(commandName: String) { self.commandName = commandName }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    commandName = try values.decode(String.self, forKey: .commandName)
    subcommands = try values.decodeIfPresent([CommandTree].self, forKey: .subcommands) ?? []
    let arguments = try values.decodeIfPresent([Argument].self, forKey: .arguments) ?? []
    options = arguments.flatMap { $0.names ?? [] }.map { ($0.kind == "short" ? "-" : "--") + $0.name }
  }

  /// It and all below it, each with what is typed for it.
  var all: [(path: String, command: CommandTree)] {
    [(commandName, self)]
      + subcommands.flatMap { $0.all.map { (path: "\(commandName) \($0.path)", command: $0.command) } }
  }

  /// The command that arguments begin with.
  ///
  /// - Parameter arguments: what was typed behind its own name.
  /// - Returns: what is typed for it, the command, and how many of the arguments name it.
  func named(by arguments: [String]) -> (path: String, command: CommandTree, depth: Int) {
    guard let first = arguments.first, let next = subcommands.first(where: { $0.commandName == first }) else {
      return (commandName, self, 0)
    }
    let found = next.named(by: Array(arguments.dropFirst()))
    return ("\(commandName) \(found.path)", found.command, found.depth + 1)
  }
}
