import Layout
import Papers
import PrinterDevices

extension PrinterFact: WordedFact {
  package var words: Words {
    switch self {
    case .noPrinters(let found): Words("this file must name printers, not \(found)", Self.example)
    case .noKeys(let name, let found): Words("\"\(name)\" must have kind: and address:, not \(found)", Self.example)
    case .twoUsual(let name, let other):
      Words("\"\(name)\" is the usual printer, and \"\(other)\" is, too", "leave usual: true with one of them")
    case .unknownKind(let text):
      Words("\"\(text)\" is no kind of printer", "escpos is a receipt printer, and cups one that the system prints on")
    case .noAddress(let address, let isInBook):
      Words(
        "\"\(address)\" is no address of a receipt printer",
        "it is such as tcp://192.168.1.50:9100 or /dev/usb/lp0" + (isInBook ? "; a queue of CUPS has kind: cups" : ""))
    case .noPaper(let found): Words("paper: must be a paper, not \(found)", "for example paper: 80mm, or A4")
    case .unknownPaper(let name):
      Words(
        "there is no paper \"\(name)\"",
        .didYouMean(NearestNames.of(name, among: Paper.all.map(\.name)))
          ?? "a printer has a roll, 80mm or 58mm, or sheets")
    case .notARoll(let name):
      Words(
        "a receipt printer prints on a roll, not on \(name)",
        "a roll is \(String.quotedList(Printer.rolls, last: "or"))")
    case .doesNotFit(let paper, let printer, let own?):
      Words("\(paper) does not fit on \(printer), which prints on \(own)", "ask for no paper, or for \(own)")
    case .doesNotFit(let paper, let printer, nil):
      Words(
        "\(paper) does not fit on \(printer), which is a receipt printer and prints on a roll",
        "a roll is \(String.quotedList(Printer.rolls, last: "or"))")
    case .sheetOnRoll(let sheet, let printer):
      Words(
        "\(printer) prints on a roll, and nothing can be cut there from a sheet of \(sheet)", "ask for no sheet")
    case .receiptsOnly(let kind, let printer):
      Words("\(printer) is a receipt printer, and takes receipts, not \(kind)", "print it as a receipt")
    case .badDots(let found):
      Words("dots: must be \(PrintHeadSize.words), not \(found)", "576 is usual on 80mm, 384 on 58mm")
    case .dotsOfQueue: Words("dots: is for receipt printers; CUPS knows its own", "leave it out")
    case .noFlag(let found): Words("usual: must be true or false, not \(found)")
    case .badPair(let unit, let least, let most, let example):
      Words(
        "this must be two of \(least)\(unit) to \(most)\(unit), across and down", "for example \(example)")
    case .unknown(let name, let known):
      Words(
        "there is no printer \"\(name)\" in printers.yaml",
        .didYouMean(NearestNames.of(name, among: known, cutoff: 0.6))
          ?? "add it, or name an address such as /dev/usb/lp0")
    case .noUsual: Words("this office has no usual printer", "name one, or add it")
    case .badName(let name):
      Words("\"\(name)\" is no name for a printer", "take letters, figures, - and _, such as: counter")
    case .noQueueName(let name):
      Words(
        "\"\(name)\" is no name of a queue",
        "CUPS takes no blanks, slashes and number signs in it, and nothing is sent to one that begins with a hyphen")
    case .notTold(let number, let address):
      Words(
        "the paper of \(number) is to go to \(address), which is not in printers.yaml, and nobody has said so on this machine",
        "look whether that is your printer; if it is, add it, or name it when you print what is missing")
    case .nameTaken(let name, let book):
      Words("there is a printer \"\(name)\" already", "choose another name, or change it in \(book)")
    case .namelessCannotKeep:
      Words("only a printer with a name can keep what was measured", "give it a name first")
    case .impossibleMeasure:
      Words(
        "no printer is so far off: what was measured must be within a tenth of what it ought to be",
        "measure once more, in millimetres; nothing was changed")
    case .keysOnOneLine(let name):
      Words(
        "\"\(name)\" has all its keys on one line, where none can be added",
        "write each key on a line of its own below \(name):, and calibrate again")
    case .notPrinted(let what, let printer, let fault):
      Words("\(what.sentence) printed on \(printer): \(fault.words)", what.hint)
    case .busy(let printer, let reason, let seconds):
      Words("\(printer) is waited for, up to \(Int(seconds)) seconds: \(reason.words)")
    case .waiting(let title, let printer, let delay):
      Words(
        "the system keeps \(title) until \(printer) is ready: \(delay.words)", "nothing need be printed again")
    }
  }

  private static let example = "add one with its kind:, its address: and its paper:"
}

extension NotPrinted {
  fileprivate var sentence: String {
    switch self {
    case .draft: "the draft is not"
    case .sheet: "the sheet is not"
    case .anything: "nothing can be"
    case .recorded(let first, let last):
      first == last ? "\(first) is recorded, but not" : "\(first) to \(last) are recorded, but not"
    }
  }

  fileprivate var hint: String? {
    switch self {
    case .draft: "when the printer is ready, print it again"
    case .sheet, .anything: nil
    case .recorded: "when it is ready, print what is missing, on it or on another printer"
    }
  }
}

extension PrinterFault {
  /// What happened.
  var words: String {
    switch self {
    case .notThere(let reason): "nothing answers there (\(reason)): is it switched on, and is its address right?"
    case .noPrinter(let stranger): "that is no printer but \(stranger.words)"
    case .stuck(0): "it takes nothing: is it out of paper, or is its cover open?"
    case .stuck(let taken):
      "it takes no more after \(Counted.text(taken, "byte")): is it out of paper, or is its cover open? What it was printing is not whole"
    case .gone(let taken, let reason):
      "it went away after \(Counted.text(taken, "byte")) (\(reason)); what it was printing is not whole"
    case .busy(let reason, let seconds): "\(reason.words), and was waited for \(Int(seconds)) seconds"
    case .interrupted: "it was busy, and is not waited for any longer"
    case .stopped(let taken):
      "it was stopped after \(Counted.text(taken, "byte")); what it was printing is not whole"
    case .noClient: "the system has no lp, with which it would be printed"
    case .noScheduler: "the system's printing service (CUPS) does not run"
    case .noAnswer: "the system's printing service (CUPS) does not answer"
    case .noQueue(let name, let known):
      known.isEmpty
        ? "the system has no queue \"\(name)\", and no other"
        : "the system has no queue \"\(name)\"; it has \(known.map { "\"\($0)\"" }.joined(separator: ", "))"
    case .paused(_, let reason):
      "the queue is stopped (\(reason ?? Self.unknownReason))"
    case .refusing(_, let reason):
      "the queue takes no jobs (\(reason ?? Self.unknownReason))"
    case .refused(let reason): "the system did not take it: \(reason ?? "no reason was given")"
    case .failed(let failure): failure.words
    }
  }

  /// Where CUPS was not told why, either.
  fileprivate static let unknownReason = "nobody says why"
}

extension PrinterFault.Stranger {
  /// What it is, after "that is no printer but".
  var words: String {
    switch self {
    case .webServer: "a web server"
    case .sshServer: "a machine to log in at (SSH)"
    case .fileOrMailServer: "a mail or file server"
    case .mailServer: "a mail server"
    case .file: "a file"
    case .disk: "a disk, which would be written over"
    case .otherDevice: "another device: printers are at the end of usb/lp, lp, ttyUSB, ttyACM, ttyS and rfcomm"
    case .folder: "a folder"
    case .endlessTalker: "something that talks without end"
    }
  }
}

extension LineWaiting.Reason {
  /// What it does, of the printer.
  var words: String {
    switch self {
    case .otherDesk: "it is busy with another desk's receipt"
    case .deviceInUse: "another program has it"
    case .refusing: "it takes no call, as if it were busy with another desk's receipt"
    case .takingNothing: "it takes nothing yet, as if it were busy with another desk's receipt or out of paper"
    }
  }
}

extension JobFailure {
  /// What became of the job.
  var words: String {
    switch self {
    case .aborted(nil): "the system gave it up"
    case .aborted(let status?): "the system gave it up: \(status)"
    case .cancelled(nil): "somebody cancelled it"
    case .cancelled(let status?): "somebody cancelled it: \(status)"
    }
  }
}

extension JobDelay {
  /// What the job waits for.
  var words: String {
    switch self {
    case .behindOthers: "other jobs are before it"
    case .stopped(let reason): reason ?? PrinterFault.unknownReason
    case .trouble(let trouble): trouble.words
    }
  }
}

extension PrinterTrouble {
  /// What is the matter with the printer.
  var words: String {
    switch self {
    case .outOfPaper: "it is out of paper"
    case .wantsPaper: "it wants paper"
    case .paperJam: "paper is stuck in it"
    case .coverOpen: "its cover is open"
    case .doorOpen: "its door is open"
    case .trayMissing: "its tray is missing"
    case .outputFull: "its output tray is full"
    case .outOfToner: "it is out of toner"
    case .outOfInk: "it is out of ink or toner"
    case .unreachable: "it is switched off or cannot be reached"
    case .switchedOff: "it is switched off"
    case .silent: "it does not answer"
    case .paused: "it is paused"
    }
  }
}
