import Layout

/// Everything known while a template is read: what has been found wrong, and what names mean.
final class TemplateReading {
  let folder: String
  /// Where a picture lies that the template's folder does not have; nil where it lies nowhere else.
  let elsewhere: (String) -> String?
  /// A text in capitals, by the rules of a language; nil for the paper's own.
  let capitals: Template.Capitals
  /// What is said of text that is struck out; nil for nothing.
  private let strikeWording: Strike.Wording?
  /// The file's lines, to tell places within a text.
  let lines: SourceLines
  private(set) var faults: [TemplateFault] = []
  /// The names that can be seen from the place being read.
  var shape = ScopeShape(nil)
  /// Values that are the same on every document.
  private let constants: Scope
  /// A factor on all lengths, from `papers:`.
  var scale = 1.0
  /// Type that is written larger does not get smaller than this by `scale`, in points: smaller letters cannot be read on paper.
  private static let leastScaledType = 6.0
  /// A7 beside A6.
  private static let leastFixedScale = 0.69
  /// The height of the paper in points; on a roll, which has none, its width.
  var paperHeight = 297 * Length.millimetre
  /// A factor on codes and the width of lines, which usually keep theirs.
  var fixedScale = 1.0
  var colors: [String: Color] = [:]
  /// The styles by name; `body` is always among them.
  var styles = ["body": StyleSheet()]
  /// The style with which texts begin in the cells of a table; nil elsewhere.
  var baseSheet: StyleSheet?
  private var made: [StyleSheet: TextStyle] = [:]
  /// The fonts that are asked for, with the first place that does.
  private(set) var families: [(name: String, mark: Mark)] = []
  private var seenFamilies: Set<String> = []
  /// The pictures that are asked for, with every place that does.
  private(set) var pictures: [(path: String, mark: Mark)] = []
  /// The flags that are asked for.
  private(set) var flags: Set<String> = []
  /// The texts that the template says.
  private(set) var texts: [(text: String, mark: Mark)] = []

  /// More faults than anybody reads are not told.
  private static let mostFaults = 1000

  init(
    file: String, folder: String, text: String, constants: [String: TemplateData],
    elsewhere: @escaping (String) -> String? = { _ in nil },
    capitals: @escaping Template.Capitals = { text, _ in text.uppercased() }, strikeWording: Strike.Wording? = nil
  ) {
    self.folder = folder
    self.capitals = capitals
    self.strikeWording = strikeWording
    self.elsewhere = elsewhere
    self.lines = SourceLines(text, file: file)
    self.constants = Scope(constants)
  }

  /// The size of type in points that is written as so many.
  ///
  /// Signs smaller than A7, whose template grows with the paper, are read from the hand: their type shrinks as all of them does.
  func typeSize(_ written: Double) -> Double {
    let least = fixedScale < TemplateReading.leastFixedScale ? 0 : TemplateReading.leastScaledType
    return max(written * scale, min(written, least))
  }

  func fault(_ fact: TemplateFault.Fact, at mark: @autoclosure () -> Mark) {
    guard faults.count < TemplateReading.mostFaults else { return }
    faults.append(TemplateFault(mark: mark(), fact: fact))
  }

  /// Within how many elements of a kind what is read stands.
  private var depths: [String: Int] = [:]

  /// Reads what stands within an element of a kind; nil where it stands within too many.
  ///
  /// - Parameters:
  ///   - kind: the element's key.
  ///   - most: how many may stand within one another.
  ///   - mark: where it stands.
  ///   - read: reads what is within.
  /// - Returns: what was read.
  func nested<Result>(_ kind: String, most: Int, at mark: Mark, _ read: () -> Result?) -> Result? {
    let depth = depths[kind, default: 0]
    guard depth < most else {
      fault(.tooDeep(kind, most: most), at: mark)
      return nil
    }
    depths[kind] = depth + 1
    defer { depths[kind] = depth }
    return read()
  }

  /// The lists whose entries what is read stands for, from the outermost: how deep they were found, and what they are called.
  private var repeated: [String] = []

  /// Reads what is repeated for each entry of a list; nil where that is done already, for each entry of the same.
  func repeating<Result>(_ list: ScopePath?, _ name: String, at mark: Mark, _ read: () -> Result?) -> Result? {
    guard let list else { return read() }
    let place = "\(shape.depth - list.up) \(list.first) \(list.rest)"
    guard !repeated.contains(place) else {
      fault(.listInItself(name), at: mark)
      return nil
    }
    repeated.append(place)
    defer { repeated.removeLast() }
    return nested("each", most: 3, at: mark, read)
  }

  /// Reads with other names in sight.
  func within<Result>(_ inner: ScopeShape, _ read: () -> Result) -> Result {
    let outer = shape
    shape = inner
    defer { shape = outer }
    return read()
  }

  /// The text behind a dotted name that is the same on every document; nil where it is not.
  func constant(_ name: String) -> String? {
    guard var (path, _) = shape.find(name), shape.isOutermost(path) else { return nil }
    path.up = 0
    guard case .text(let text)? = constants.value(at: path) else { return nil }
    return text
  }

  /// Finds a flag.
  func flag(_ name: String, at mark: Mark) -> ScopePath? {
    flags.insert(name)
    if let (path, found) = shape.find(name), case .flag = found { return path }
    if shape.isComplete { fault(.unknownFlag(name, known: shape.flags), at: mark) }
    return nil
  }

  /// Finds a list, with the names seen by one of its entries. In a list that does not exist any name may be used.
  func list(_ name: String, at mark: Mark) -> (path: ScopePath?, shape: ScopeShape) {
    if let (path, found) = shape.find(name), case .list(_, let entry) = found { return (path, shape.entering(entry)) }
    if shape.isComplete { fault(.unknownList(name, known: shape.lists), at: mark) }
    return (nil, shape.entering(nil))
  }

  /// Finds what a table can carry over, with the names seen above one of its rows.
  func indexed(_ name: String, at mark: Mark) -> (path: ScopePath?, shape: ScopeShape) {
    if let (path, found) = shape.find(name), case .indexed(_, let record) = found {
      return (path, shape.entering(record))
    }
    if shape.isComplete { fault(.unknownList(name, known: shape.indexed), at: mark) }
    return (nil, shape.entering(nil))
  }

  /// The style of a sheet; the same object for the same sheet.
  func style(_ sheet: StyleSheet) -> TextStyle {
    if let known = made[sheet] { return known }
    let style = sheet.textStyle(striking: strikeWording)
    made[sheet] = style
    return style
  }

  func note(family: String, at mark: Mark) {
    if seenFamilies.insert(family).inserted { families.append((family, mark)) }
  }

  func note(picture path: String, at mark: Mark) { pictures.append((path, mark)) }

  func note(text: String, at mark: Mark) { texts.append((text, mark)) }
}
