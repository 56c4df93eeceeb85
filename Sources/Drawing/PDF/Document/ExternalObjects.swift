/// What pages paint as a whole (ISO 32000-1, 8.8), each written when it is met for the first time.
final class ExternalObjects {
  private let file: ObjectFile
  private let fonts: EmbeddedFonts
  private var forms: [PaintedForm.Key: ObjectNumber] = [:]
  /// The same by who painted them; they are kept, so that no other comes to have their identity.
  private var quick: [ObjectIdentifier: (form: PaintedForm, number: ObjectNumber)] = [:]
  private var pictures: [ExternalKey: ObjectNumber] = [:]
  private var codes = GenerationCache<String, ObjectNumber>(limit: 256)
  private var multiply: ObjectNumber?

  /// How many forms are remembered at the most; past it all are forgotten, and written again when they are met again.
  private static let mostForms = 256

  init(_ file: ObjectFile, _ fonts: EmbeddedFonts) { (self.file, self.fonts) = (file, fonts) }

  /// A resource dictionary (7.8.3).
  ///
  /// - Throws: ``DrawingError``.
  func dictionary(of resources: Resources) throws(DrawingError) -> PDFBytes {
    var out = PDFBytes("<<")
    if !resources.fonts.isEmpty {
      out.add("/Font<<")
      for (place, font) in resources.fonts.enumerated() {
        out.add("/F")
        out.add(place)
        out.add(" ")
        out.add(fonts.number(of: font))
      }
      out.add(">>")
    }
    if !resources.externals.isEmpty {
      out.add("/XObject<<")
      for (place, external) in resources.externals.enumerated() {
        out.add("/X")
        out.add(place)
        out.add(" ")
        out.add(try number(of: external))
      }
      out.add(">>")
    }
    if resources.multiplies {
      out.add("/ExtGState<</Multiply ")
      out.add(try multiplication())
      out.add(">>")
    }
    out.add(">>")
    return out
  }

  /// The state in which ink multiplies with what lies below (11.3.5.2).
  private func multiplication() throws(DrawingError) -> ObjectNumber {
    if let multiply { return multiply }
    let number = try file.add(PDFBytes("<</Type/ExtGState/BM/Multiply>>"))
    multiply = number
    return number
  }

  private func number(of external: Resources.External) throws(DrawingError) -> ObjectNumber {
    switch external {
    case .code(let code):
      if let known = codes.value(for: code.text, weight: 1) { return known }
      let number = try file.add(code.dictionary, stream: code.content, isPacked: true)
      codes.insert(number, for: code.text, weight: 1)
      return number
    case .picture(let picture):
      if let known = pictures[external.key] { return known }
      let number =
        switch picture.content {
        case .image(let image): try image.write(to: file)
        case .page(let page): try page.write(to: file)
        }
      pictures[external.key] = number
      return number
    case .form(let form):
      if let known = quick[ObjectIdentifier(form)] { return known.number }
      if forms.count >= Self.mostForms {
        forms.removeAll(keepingCapacity: true)
        quick.removeAll(keepingCapacity: true)
      }
      let key = PaintedForm.Key(form: form)
      let number: ObjectNumber
      if let known = forms[key] { number = known } else { number = try write(form) }
      forms[key] = number
      if quick.count >= Self.mostForms { quick.removeAll(keepingCapacity: true) }
      quick[ObjectIdentifier(form)] = (form, number)
      return number
    }
  }

  private func write(_ form: PaintedForm) throws(DrawingError) -> ObjectNumber {
    let bounds = form.bounds
    var out = PDFBytes("/Type/XObject/Subtype/Form/BBox")
    out.add(rectangle: (bounds.minX, -bounds.maxY, bounds.maxX, -bounds.minY))
    if form.isGroup { out.add("/Group<</S/Transparency/I true/CS/DeviceRGB>>") }
    out.add("/Resources")
    out.add(try dictionary(of: form.resources).bytes)
    return try file.add(out, stream: form.content, isPacked: true)
  }
}
