package import Bookkeeping
package import Drawing

/// What to print, and how: a plain value, which holds nothing open.
package protocol PaperRequest: Sendable {
  /// Which kind of paper is asked for.
  var kind: any PaperKind { get }
  /// What the papers are written as, and where.
  var output: OutputWish { get set }
  /// The day of issue. A library reads no clock, so whoever asks says it.
  var issued: CalendarDay { get }
  /// The moment, ISO 8601 in UTC to the second, at which gifts are recorded in the ledger, which numbers and seals their papers;
  /// nil for papers that are recorded nowhere.
  var recordedAt: String? { get }

  /// Whether the same may have been recorded before on the same day.
  var mayRepeat: Bool { get }
  /// What whoever asks calls these gifts alone, so that they are recorded once, however often they are sent; nil where nobody does.
  var giftName: String? { get }

  /// Reads what is to be printed, and how it is to look.
  ///
  /// - Parameters:
  ///   - office: what there is.
  ///   - faults: takes what is wrong, and what is worth a look.
  /// - Returns: what the papers are made of, as far as it could be read; nil where nothing can be said of it.
  func prepare(_ office: some OfficeMaterials, _ faults: inout Faults) -> PreparedPapers?
}

extension PaperRequest {
  package var recordedAt: String? { nil }
  package var mayRepeat: Bool { true }
  package var giftName: String? { nil }
}

/// What papers are written as, and where.
package struct OutputWish: Codable, Hashable, Sendable {
  /// A folder, or a file with the format's ending; nil for the office's `output` folder.
  package var path: String?
  /// What they are written as.
  package var format: PaperFormat
  /// Whether files that are there already are overwritten.
  package var force: Bool
  /// The version of a PDF; nil for the usual.
  package var pdf: PDFVersion?
  /// Whether every paper, or every stall, gets a file of its own.
  package var isSplit: Bool
  /// Whether papers have a structure that can be read aloud; nil for yes where one is made, which is sent, and no with many,
  /// which are printed.
  package var isTagged: Bool?
  /// Whether what does not fit is outlined rather than refused.
  package var showsOverflow: Bool
  /// How many papers are made at the same time. What comes of it is the same, however many.
  package var workers: Int

  /// Says where, and as what.
  package init(
    _ path: String? = nil, format: PaperFormat = .pdf, pdf: PDFVersion? = nil, force: Bool = false,
    isSplit: Bool = false, isTagged: Bool? = nil, showsOverflow: Bool = false, workers: Int = 1
  ) {
    self.path = path
    self.format = format
    self.pdf = pdf
    self.force = force
    self.isSplit = isSplit
    self.isTagged = isTagged
    self.showsOverflow = showsOverflow
    self.workers = workers
  }
}

/// What papers are made of, once all of it has been read.
package struct PreparedPapers: Sendable {
  /// How they look; where they look differently, how the first of them does.
  package var design: PaperDesign?
  /// The papers, once their numbers are known.
  ///
  /// - Parameters: their numbers, and whether these only stand for those to come.
  package var batch: @Sendable (Numbering, _ isTrial: Bool) -> Batch
  /// What their files are called.
  package var files: FileNaming
  /// What was given, where it is to be recorded.
  package var gifts: OrderBook?
  /// Whether it was typed on the spot, rather than read from an order.
  package var isTyped = false
  /// What was typed, as it was understood, so that it can be told; nil where nothing was.
  package var typed: Invoice?
  /// The numbers that they have already.
  package var numbers = Numbering.drafts
  /// Whether the usual files are made anew each time.
  package var isRemade = false
  /// Whether the papers have been printed before, and their gifts were taken back.
  package var edition = Edition.first
  /// Whether papers have a structure that can be read aloud, unless somebody says.
  package var isTagged: Bool

  package init(
    _ design: PaperDesign?, _ files: FileNaming, isTagged: Bool,
    batch: @escaping @Sendable (Numbering, _ isTrial: Bool) -> Batch
  ) {
    (self.design, self.files, self.isTagged, self.batch) = (design, files, isTagged, batch)
  }
}

/// What the files of a batch are called.
package enum FileNaming: Sendable {
  /// After the papers' numbers, or as drafts of the order. With what the order calls each paper, the order's name, what stands
  /// behind the numbers, and whether sheets of several are cut apart.
  case gifts(keys: [String?], order: String, behind: String = "", areOnSheets: Bool)
  /// One file of a name.
  case single(String)
  /// Sheets that are cut or hung up: the name they begin with, and the sheets of each file with what it is called behind it.
  case sheets(String, parts: [(name: String?, sheets: Range<Int>)])
}
