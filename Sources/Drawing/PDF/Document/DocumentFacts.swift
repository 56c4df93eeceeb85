internal import Foundation

/// What a document says about itself, in the information dictionary (ISO 32000-1, 14.3.3) and as XMP (14.3.2; ISO 16684-1).
struct DocumentFacts {
  let metadata: DocumentMetadata
  /// Whether it claims to be readable by everybody (ISO 14289-1).
  let isAccessible: Bool

  /// Who wrote the file.
  private static let producer = "billing-office"

  /// The information dictionary.
  var info: PDFBytes {
    var out = PDFBytes("<<")
    for (key, value) in [("Title", metadata.title), ("Author", metadata.author), ("Subject", metadata.subject)] {
      guard let value, !value.isEmpty else { continue }
      out.add(name: key)
      out.add(" ")
      out.add(text: value)
    }
    out.add("/Producer")
    out.add(ascii: Self.producer)
    if let date = Self.date(metadata.created) {
      out.add("/CreationDate")
      out.add(ascii: date)
      out.add("/ModDate")
      out.add(ascii: date)
    }
    out.add(">>")
    return out
  }

  /// An ISO 8601 date in PDF's form (7.9.4), such as `D:20261120093000Z`; nil for anything else.
  private static func date(_ text: String) -> String? {
    let figures = text.filter { $0.isASCII && $0.isNumber }
    guard figures.count >= 8, text.count >= 10 else { return nil }
    return "D:\(figures.prefix(14))\(figures.count >= 14 ? "Z" : "")"
  }

  /// The XMP packet.
  var packet: [UInt8] {
    var properties = ""
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      properties += "<\(name)>\(value)</\(name)>\n"
    }
    func alternatives(_ text: String?) -> String? {
      text.flatMap {
        $0.isEmpty ? nil : "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(Self.escaped($0))</rdf:li></rdf:Alt>"
      }
    }
    add("dc:format", "application/pdf")
    add("dc:title", alternatives(metadata.title))
    add("dc:description", alternatives(metadata.subject))
    add("dc:creator", metadata.author.map { "<rdf:Seq><rdf:li>\(Self.escaped($0))</rdf:li></rdf:Seq>" })
    add("dc:language", "<rdf:Bag><rdf:li>\(Self.escaped(metadata.language))</rdf:li></rdf:Bag>")
    add("xmp:CreateDate", Self.date(metadata.created).map { _ in metadata.created })
    add("xmp:ModifyDate", Self.date(metadata.created).map { _ in metadata.created })
    add("pdf:Producer", Self.producer)
    if isAccessible { add("pdfuaid:part", "1") }
    let text = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
      xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      \(properties)</rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="r"?>
      """
    return Array(text.utf8)
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;")
  }
}
