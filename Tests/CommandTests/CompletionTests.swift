import Foundation
import TestTools
import Testing

/// What bash offers when TAB is pressed, by the script that the program writes.
@Suite struct CompletionTests {
  /// The script, which is the same everywhere.
  private static let script = Result {
    try Run(Program.path, ["--generate-completion-script", "bash"], environment: Shell.environment)
  }

  /// Types words in bash, the last of them unfinished, and asks its completion function.
  private func offered(_ words: String..., in shell: Shell, folder: String = "office") throws -> [String] {
    let script = #"""
      PATH="${0%/*}:$PATH"
      source /dev/stdin <<<"$COMPLETIONS" || exit 9
      COMP_WORDS=(billing-office "$@")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}
      _billing-office billing-office "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\n' "${COMPREPLY[@]}"
      """#
    let run = try Run(
      "/bin/bash", ["-c", script, Program.path] + words, in: URL(fileURLWithPath: shell.scratch.path(folder)),
      environment: Shell.environment.merging(["COMPLETIONS": try Self.script.get().output]) { $1 })
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func filesItemsTemplatesPapersAndPrintersAreOffered() throws {
    let shell = try Shell(["notes.md": "no order"])
    #expect(try offered("invoice", "or", in: shell) == ["order.csv", "orders.csv"])
    #expect(try !offered("invoice", "", in: shell).contains("notes.md"))
    #expect(try offered("give", "bre", in: shell).isEmpty, "names begin as the price book writes them")
    #expect(try offered("give", "Bre", in: shell).contains("Bread, whole wheat"))
    #expect(try offered("give", "2", "Bre", in: shell).contains("Bread, whole wheat"))
    #expect(
      try offered("invoice", "--template", "", in: shell) == [
        "certificate", "gig", "invoice", "invoice-calm", "reminder", "tickets",
      ])
    #expect(try offered("template", "check", "sign-", in: shell) == ["sign-calm", "sign-cut"])
    #expect(try offered("invoice", "--paper", "A", in: shell) == ["A3", "A4", "A5"])
    #expect(try offered("receipt", "--template", "receipt-large", "--paper", "", in: shell).contains("58mm"))
    #expect(try !offered("receipt", "--template", "receipt-large", "--paper", "", in: shell).contains("A6"))
    #expect(try offered("signs", "--size", "te", in: shell) == ["tent", "tent-A5"])
    #expect(try offered("ledger", "reverse", "--reason", "wrong", in: shell).contains("wrong-item"))
    _ = try shell.type(["printer", "add", "counter", "--to", "tcp://127.0.0.1:9", "--paper", "80mm"])
    #expect(try offered("receipt", "order.csv", "--to", "", in: shell) == ["counter"])
    #expect(try offered("printer", "test", "", in: shell) == ["counter"])
  }

  @Test func numbersAreOfferedTheNewestFirst() throws {
    let shell = try Shell()
    let numbers = try ["order.csv", "orders.csv"].flatMap { Shell.numbers(try shell.invoice($0, "--split")) }
    #expect(try offered("reprint", "", in: shell) == numbers.reversed())
    let first = try #require(numbers.first)
    #expect(try offered("ledger", "withhold", first, "", in: shell) == ["1", "2", "3", "4", "5", "6"])
    // The office that is named on the line, from anywhere, with quotes round it.
    #expect(try offered("ledger", "show", "--office", "'\(shell.path(""))'", first, in: shell, folder: "") == [first])
  }

  /// Names in a file are not run by the shell that offers them, and what cannot be read says nothing.
  @Test func nothingIsRunAndNothingIsSaid() throws {
    let row = ",food,each,1.00,USD,Somebody's list,2026-01-01"
    let shell = try Shell(["prices.csv": "item,category,unit,price,currency,source,checked\n$(touch ran) 'x'\(row)\n"])
    #expect(try offered("give", "", in: shell).contains("$(touch ran) 'x'"))
    #expect(!FileManager.default.fileExists(atPath: shell.path("ran")))
    try shell.scratch.write("item\n\u{7}", to: "office/prices.csv")
    #expect(try offered("give", "", in: shell).isEmpty)
    #expect(try offered("give", "", in: shell, folder: "").isEmpty)
    #expect(try offered("reprint", "", in: shell).isEmpty)
  }
}
