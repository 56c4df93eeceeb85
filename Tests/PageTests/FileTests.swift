import Foundation
import TestTools
import Testing

/// The file itself, as printers, viewers and archives take it.
@Suite(.slow) struct FileTests {
  @Test(arguments: PageCase.looks) func isSound(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let check = try Tool.qpdf.run(["--check", paper.path])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    #expect(!check.output.contains("WARNING"), "\(check.output)")
    #expect(check.errors.isEmpty)
  }

  @Test(arguments: PageCase.looks) func carriesItsFonts(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let fonts = try Tool.pdffonts.text(paper.path).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      #expect(font.contains(#/\syes\s+yes\s+yes\s+\d+\s+\d+\s*$/#), "embedded, subset, readable: \(font)")
      #expect(font.contains(#/^[A-Z]{6}\+/#), "\(font)")
    }
  }

  @Test(arguments: PageCase.all) func saysWhatItIs(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let info = try Tool.pdfinfo.run(["-isodates", paper.path])
    let lines = Dictionary(
      info.output.split(separator: "\n").compactMap { line in
        line.firstIndex(of: ":").map {
          (String(line[..<$0]), line[line.index(after: $0)...].trimmingCharacters(in: .whitespaces))
        }
      }, uniquingKeysWith: { first, _ in first })
    let number = paper.numbers.first.flatMap { $0 } ?? ""
    #expect(lines["Title"]?.hasPrefix("Mock invoice \(number)") == true)
    #expect(lines["Title"]?.hasSuffix(page.office) == true)
    #expect(lines["CreationDate"]?.hasPrefix(Printery.issued) == true)
    #expect(lines["JavaScript"] == "no")
    #expect(lines["Encrypted"] == "no")
    #expect(info.errors.isEmpty, "\(info.errors)")
    let sizes = ["A4": (595.276, 841.89), "A5": (419.528, 595.276), "Letter": (612, 792)]
    let wanted = try #require(sizes[page.paper])
    for number in paper.pages {
      let size = try #require(try paper.size(number))
      #expect(abs(size.width - wanted.0) < 0.01 && abs(size.height - wanted.1) < 0.01, "\(size)")
    }
  }

  @Test(arguments: PageCase.all) func isPrintedAtItsOwnSizeAndReadAloudInItsLanguage(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let trailer = try Tool.qpdf.text("--show-object=trailer", paper.path)
    let root = try #require(trailer.firstMatch(of: #//Root (\d+ \d+) R/#)?.1)
    let catalog = try Tool.qpdf.text("--show-object=\(root.replacing(" ", with: ","))", paper.path)
    #expect(catalog.contains("/PrintScaling /None"), "\(catalog)")
    #expect(catalog.contains("/Lang (\(page.locale))"), "\(catalog)")
    for active in ["/OpenAction", "/AA", "/JavaScript", "/AcroForm"] { #expect(!catalog.contains(active)) }
  }

  @Test(arguments: PageCase.looks) func opensEverySourceAndItsLedger(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let list = try Tool.pdfinfo.text("-url", paper.path).split(separator: "\n").dropFirst()
    let found = Set(list.compactMap { $0.split(separator: " ").last?.removingPercentEncoding })
    for invoice in paper.printed.invoices {
      for address in invoice.lines.compactMap(\.entry.source.address) {
        #expect(found.contains(address.removingPercentEncoding ?? address), "\(address)")
      }
    }
    for code in paper.codedAddresses { #expect(found.contains(code), "\(code)") }
    let sources = Set(
      paper.printed.invoices.flatMap(\.lines).compactMap { $0.entry.source.address?.removingPercentEncoding })
    #expect(found.subtracting(sources).subtracting(paper.codedAddresses).isEmpty, "a link that leads elsewhere")
  }
}
