import Bookkeeping
import Drawing
import Foundation
import Layout
import Papers
import Templating
import Vetting

/// What looking over a template found.
package struct TemplateReport: Sendable {
  /// The template's file, as people would write it from where they stand.
  package var file: String
  /// The papers it was looked at on.
  package var papers: [String]
  /// Everything that is wrong and everything worth a look, in the order of the file.
  package var faults: [Diagnostic]
  /// Whether anything is an error.
  package var hasErrors: Bool { faults.contains { $0.severity == .error } }
}

extension OfficeTemplates {
  /// Looks over a template: its words and values, its fonts and pictures, and how its sample fits on each of its papers; one
  /// page or many, with a number or without.
  ///
  /// - Parameters:
  ///   - name: its name or folder.
  ///   - paper: the only paper to look at; nil for the office's own and those that the template names.
  ///   - issued: the day of issue.
  /// - Returns: everything that was found.
  /// - Throws: ``Diagnostics`` when there is no such template or no such paper, or the office cannot be read.
  package func check(_ name: String, paper: String? = nil, issued: CalendarDay) throws(Diagnostics) -> TemplateReport {
    let found = try find(name)
    let text = try Files.text(found.file)
    let settings = try office.settings()
    let papers = paper.map { [$0] } ?? papers(of: text, found, usual: settings.paper)
    var faults = Faults()
    faults.add(missingMaterials(of: text, found))
    let sample = faults.collect { () throws(Diagnostics) in try readSample(of: found) }
    for (index, paper) in papers.enumerated() {
      let design = faults.collect { () throws(Diagnostics) in
        try self.design(found, sample?.settings ?? settings, paper: paper)
      }
      if index == 0, let design { faults.add(design.warnings) }
      guard let design, let sample, index > 0 || !faults.hasErrors else { continue }
      faults.add(tryOut(sample, design, issued, isFirst: index == 0))
    }
    let file = ShownPath.of(found.file)
    let told = OfficeTemplates.inOrder(faults.all, first: file)
    // What stops the look at all papers is not about this template.
    if told.contains(where: { $0.kind == .usage }) { throw Diagnostics(told.filter { $0.kind == .usage }) }
    return TemplateReport(file: file, papers: papers, faults: told)
  }

  /// The papers a template is made for: the office's, and those that it names.
  private func papers(of text: String, _ found: TemplateLibrary.Found, usual: String) -> [String] {
    var seen: Set<String> = []
    // A paper that does not exist is told where the template is read.
    let papers = [Paper.named(usual)].compactMap { $0 } + TemplateSource(text, file: found.file).papers
    return papers.map(\.name).filter { seen.insert($0).inserted }
  }

  /// The fonts and pictures that are not there or cannot be used, and the texts that may not be printed: told even where the
  /// template has other faults.
  private func missingMaterials(of text: String, _ found: TemplateLibrary.Found) -> [Diagnostic] {
    let materials = Template.materials(
      text, file: ShownPath.of(found.file), folder: found.folder, elsewhere: office.pictures(besides: found))
    guard let fonts = try? office.fonts(), let measurer = try? PangoMeasurer(fonts: fonts, language: "en") else {
      return []
    }
    let families = materials.fonts.filter { !fonts.has(family: $0.name) }.map { font in
      Diagnostic(ContentError.missingFont(family: font.name), at: font.mark)
    }
    let pictures = materials.pictures.compactMap { path, mark -> Diagnostic? in
      do throws(ContentError) {
        _ = try measurer.size(ofPicture: path)
        try PictureWords.vet(try measurer.texts(ofPicture: path))
        return nil
      } catch { return Diagnostic(error, at: mark) }
    }
    return families + pictures + claims(in: materials)
  }

  /// What may not be printed, told even where it stands on no page of the sample.
  private func claims(in materials: TemplateMaterials) -> [Diagnostic] {
    materials.texts.compactMap { text, mark in
      Vetting.finding(in: text).map { Diagnostic($0, at: mark) }
    }
  }

  private func tryOut(_ sample: Sample, _ design: PaperDesign, _ issued: CalendarDay, isFirst: Bool) -> [Diagnostic] {
    do throws(Diagnostics) {
      let papers = try design.kind.samples(sample, design, office, issued: issued)
      let composer = try PageComposer(design)
      // On a roll, as dots: what can be read on them can be in shapes.
      let paper = design.template.paper
      if paper.isRoll { composer.output = PageOutput(.escpos(dots: nil), on: paper, .none) }
      return papers.flatMap { paper in
        PaperRun.tryOut(Batch([paper], kind: design.kind, title: design.settings.name), on: composer).map { fault in
          var fault = fault
          if !isFirst { fault.context = .onPaper(design.template.paper.name) }
          return fault
        }
      }
    } catch { return error.all }
  }

  /// Each fault once, those of the template's own file first and in its order; one that was told for the first paper is not
  /// told again for another.
  private static func inOrder(_ faults: [Diagnostic], first file: String) -> [Diagnostic] {
    // The same advice for the same place is the same fault, whatever millimetres it has on another paper.
    struct Advice: Hashable { var file: String?, line: Int?, column: Int?, text: String }
    var seen: Set<Advice> = []
    let once = faults.filter { fault in
      let words = fault.words
      let text = fault.line == nil ? words.message : words.hint ?? words.message
      return seen.insert(Advice(file: fault.file, line: fault.line, column: fault.column, text: text)).inserted
    }
    return once.enumerated().sorted { a, b in
      let key = { (fault: Diagnostic) in (fault.file == file ? 0 : 1, fault.line ?? 0, fault.column ?? 0) }
      let (left, right) = (key(a.element), key(b.element))
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }
}
