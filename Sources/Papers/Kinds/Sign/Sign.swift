import Bookkeeping
import Layout
import Templating

/// A sign: an item at its market price, for a stall. Shared by reference: copies are the same one.
final class Sign: Sendable {
  let entry: PriceBook.Entry
  let stall: String
  let look: SignLook
  /// Where it was asked for: the file as people write it, the line, and the columns of its cells.
  let place: (file: String, row: SignList.Row)

  init(_ entry: PriceBook.Entry, stall: String, _ look: SignLook, place: (file: String, row: SignList.Row)) {
    self.entry = entry
    self.stall = stall
    self.look = look
    self.place = place
  }

  /// Whether it is a tent whose template shows something else on the face behind.
  var hasBack: Bool { look.size.isTent && look.design.template.flags.contains(SignData.backFlag) }

  /// What its template receives for a face.
  func values(isBack: Bool, _ formats: Formats) -> [String: TemplateData] {
    SignData.values(of: entry, stall: stall, look, isBack: isBack, formats)
  }

  /// Something about this sign, at the row that asks for it.
  func fault(_ fact: SignFact) -> Diagnostics {
    Diagnostics(fact, file: place.file, line: place.row.line, column: place.row.columns[.item])
  }
}

/// A sign once it is laid out. Its void is put over it with those of all signs of its sheet: see ``SheetVoids``.
final class SignFace {
  /// Its face without the void.
  let frame: Frame
  /// What must be put over it.
  let void: PageVoid
  /// How well its item and its price can be read.
  let legibility: SignLegibility

  /// Lays a sign out.
  ///
  /// - Parameters:
  ///   - sign: the sign.
  ///   - isBack: whether it is the face behind.
  ///   - composer: makes pages of its look.
  /// - Throws: ``Diagnostics`` at the sign's row when it does not fit or cannot be printed.
  init(_ sign: Sign, isBack: Bool, _ composer: PageComposer) throws(Diagnostics) {
    let pages: [(page: Frame, voids: [PageVoid])]
    do {
      pages = try composer.pages(of: sign.values(isBack: isBack, composer.formats), in: sign.entry.price.currency)
    } catch {
      let cause = composer.diagnostic(of: error)
      if case .overflow(let misfit)? = error as? LayoutError {
        // That holds for all of the size, and is told once.
        if case .modulesTooSmall(_, let least) = misfit.reason {
          throw Diagnostics(SignFact.codeTooFine(size: sign.look.size.name, least: least))
        }
        // The program's own template is nobody's here to mend.
        throw Self.tooMuch(sign, sign.look.design.isProgramsOwn ? nil : misfit)
      }
      guard cause.file == nil else { throw Diagnostics(cause) }
      throw Diagnostics(cause.fact, file: sign.place.file, line: sign.place.row.line)
    }
    guard pages.count == 1, let page = pages.first?.page, let void = pages[0].voids.first else {
      throw Self.tooMuch(sign, nil)
    }
    (frame, self.void) = (page, void)
    legibility = SignLegibility(of: page, item: sign.entry.item, size: sign.look.size.name)
  }

  private static func tooMuch(_ sign: Sign, _ misfit: Misfit?) -> Diagnostics {
    sign.fault(.doesNotFit(item: sign.entry.item, size: sign.look.size.name, misfit))
  }
}

/// The signs that one composer has laid out, each look by a composer of its own that shares its letters.
final class SignFaces {
  private struct Key: Hashable {
    var sign: ObjectIdentifier
    var isBack: Bool
  }

  private var composers: [ObjectIdentifier: (look: SignLook, composer: PageComposer)] = [:]
  /// The signs that were laid out last, since copies of one mostly follow one another.
  private var faces: [Key: (sign: Sign, face: SignFace)] = [:]
  /// What is the hardest to read so far.
  private(set) var legibility = SignLegibility()

  /// A sign, or the face behind of a tent whose faces differ, laid out with the letters of a composer.
  func face(of sign: Sign, isBack: Bool, _ composer: PageComposer) throws(Diagnostics) -> SignFace {
    let key = Key(sign: ObjectIdentifier(sign), isBack: isBack)
    if let known = faces[key] {
      composer.judge.known.add(known.face.void.layer)
      return known.face
    }
    let face = try SignFace(sign, isBack: isBack, try own(sign.look, composer))
    legibility.add(face.legibility)
    composer.judge.known.add(face.void.layer)
    if faces.count >= 64 { faces.removeAll(keepingCapacity: true) }
    faces[key] = (sign, face)
    return face
  }

  private func own(_ look: SignLook, _ composer: PageComposer) throws(Diagnostics) -> PageComposer {
    if let known = composers[ObjectIdentifier(look)] {
      known.composer.output = composer.output
      return known.composer
    }
    // With roles, the item is known as what the template calls a heading.
    let own = try PageComposer(look.design, sharing: composer.measurer, hasRoles: true)
    own.output = composer.output
    if composers.count >= 32 { composers.removeAll(keepingCapacity: true) }
    composers[ObjectIdentifier(look)] = (look, own)
    return own
  }
}

extension PageComposer {
  /// The signs that it has laid out.
  var signs: SignFaces { companion { SignFaces() } }

  /// How well the signs that it has laid out can be read.
  package var signLegibility: SignLegibility { companion(SignFaces.self)?.legibility ?? SignLegibility() }
}
