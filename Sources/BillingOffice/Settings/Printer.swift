import Characters
package import Drawing
import Layout
import Papers
import PrinterDevices
import Vetting

/// A printer as an office knows it.
package struct Printer: Hashable, Sendable {
  /// How it is reached.
  package enum Way: Hashable, Sendable {
    /// A receipt printer that understands ESC/POS, at its address.
    case receipts(PrinterTarget)
    /// A queue of CUPS.
    case queue(String)
  }

  /// What printers.yaml calls it; nil for one that is not in there.
  package var name: String?
  /// How it is reached.
  package var way: Way
  /// The paper in it: a roll such as `80mm`, or a sheet such as `A4`; nil for the office's own.
  package var paper: String?
  /// Dots across its head, for a receipt printer; nil for the usual on its paper.
  package var dots: Int?
  /// Whether it is the office's usual one.
  package var isUsual = false
  /// What makes good how it is off.
  package var correction = PrintCorrection.none

  /// Describes a printer that nobody has written down.
  package init(_ way: Way, name: String? = nil, paper: String? = nil, dots: Int? = nil) {
    (self.way, self.name, self.paper, self.dots) = (way, name, paper, dots)
  }

  /// Whether a printer may be called so: its name stands on its test sheets and in messages.
  static func mayBeCalled(_ name: String) -> Bool {
    (1...60).contains(name.count) && !name.hasPrefix("-") && name.firstRefused == nil
      && !name.contains(where: \.isNewline)
      && Vetting.finding(in: name) == nil
  }

  /// A paper's name as it is usually written.
  ///
  /// - Throws: ``Diagnostics`` when there is none of that name.
  package static func paper(_ name: String) throws(Diagnostics) -> String { try Paper.asked(name).name }

  /// The rolls that there are, the usual one first.
  package static let rolls = Paper.all.filter(\.isRoll).map(\.name)

  /// Whether it prints receipts in dots.
  package var isForReceipts: Bool { if case .receipts = way { true } else { false } }

  /// Its address, or its queue.
  package var address: String {
    switch way {
    case .receipts(let target): target.description
    case .queue(let name): name
    }
  }

  /// Whether there is a roll in it, so that pages are as long as their content; all receipt printers have one.
  package var hasRoll: Bool { isForReceipts || paper.flatMap { Paper.named($0) }?.isRoll == true }

  /// The roll of a receipt printer: its own, or the usual for its head where nobody has said; nil for a queue.
  package var roll: String? { isForReceipts ? paper ?? Paper.usualRoll(dots: dots) : nil }
}

extension Printer: CustomStringConvertible {
  /// As it is told: by its name, or else its address.
  package var description: String { name ?? address }
}
