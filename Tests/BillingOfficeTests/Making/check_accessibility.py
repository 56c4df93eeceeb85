"""check_accessibility.py PDF…: looks over what PDF/UA-1 (ISO 14289-1) asks for and a program can see, with other eyes than ours: those of
pikepdf. Prints a line for each thing that is wrong, and nothing where nothing is."""
import re
import sys
import unicodedata

import pikepdf

STANDARD = {"/Document", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/P", "/Table", "/TR", "/TH", "/TD", "/Figure", "/Link", "/Span"}
DRAWING = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "Tj", "TJ", "'", '"', "sh", "EI", "INLINE IMAGE"}

SCRIPTS = {"ar": "ARABIC", "he": "HEBREW"}


def plain(text):
    """A text without the marks that nobody sees, such as those for the direction."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf").replace("\xa0", " ").strip()


def items(value):
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def texts(number_tree):
    """The pairs of a number tree (ISO 32000-1, 7.9.7)."""
    if "/Nums" in number_tree:
        numbers = list(number_tree.Nums)
        yield from zip((int(n) for n in numbers[0::2]), numbers[1::2])
    for kid in number_tree.get("/Kids", []):
        yield from texts(kid)


class Check:
    def __init__(self, path):
        self.path, self.faults = path, []
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root

    def demand(self, holds, text):
        if not holds:
            self.faults.append(text)

    def document(self):
        root = self.root
        self.demand(root.get("/MarkInfo", {}).get("/Marked") is True, "it is not marked (7.1)")
        self.demand(len(str(root.get("/Lang", ""))) >= 2, "its language is not said (7.2)")
        self.demand(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is True, "its title is not shown (7.1)")
        packet = bytes(root.Metadata.read_bytes()).decode()
        self.demand("<pdfuaid:part>1</pdfuaid:part>" in packet, "it does not say that it is PDF/UA-1 (5)")
        title = re.search(r"<dc:title><rdf:Alt><rdf:li[^>]*>([^<]+)<", packet)
        self.demand(title is not None, "it has no title (7.1)")
        self.demand("/Encrypt" not in self.pdf.trailer, "it is encrypted")
        self.demand("/StructTreeRoot" in root, "it has no structure (7.1)")

    def elements(self):
        """Goes through the structure; keeps which element holds which content and which annotation."""
        self.holders, self.linked, self.level, self.heard, self.told = {}, {}, 0, {}, []
        root = self.root.StructTreeRoot
        self.parents = dict(texts(root.ParentTree))
        kids = items(root.K)
        self.demand([str(k.S) for k in kids] == ["/Document"], "the structure does not begin with one document")
        for kid in kids:
            self.element(kid, root, str(self.root.Lang), False)

    def element(self, element, parent, language, is_replaced):
        kind = str(element.S)
        language = str(element.get("/Lang", language))
        is_replaced = is_replaced or "/Alt" in element or "/ActualText" in element
        attributes = items(element.get("/A", pikepdf.Array()))
        is_struck = any(str(a.get("/TextDecorationType")) == "/LineThrough" for a in attributes)
        if is_struck or "/ActualText" in element:
            self.told.append((element, is_struck))
        self.demand(kind in STANDARD, f"{kind} is no standard type (7.1)")
        self.demand(element.P.objgen == parent.objgen, f"{kind} has another parent than the element it is in")
        if kind == "/Figure":
            self.demand(len(str(element.get("/Alt", ""))) > 0, "a figure has no alternative text (7.3)")
            box = [a.get("/BBox") for a in items(element.get("/A", pikepdf.Array()))]
            self.demand(any(b is not None and b[0] < b[2] and b[1] < b[3] for b in box), "a figure says not where it is")
        if re.fullmatch(r"/H\d", kind):
            level = int(kind[2])
            self.demand(level <= self.level + 1, f"a heading of level {level} follows one of level {self.level} (7.4.2)")
            self.level = level
        if kind == "/TH":
            scopes = [str(a.get("/Scope")) for a in items(element.get("/A", pikepdf.Array()))]
            self.demand(scopes[:1] in (["/Column"], ["/Row"]), "a head says not what it heads (7.5)")
        if kind == "/Table":
            rows = [sum(self.span(c) for c in items(r.K)) for r in items(element.K)]
            self.demand(len(set(rows)) == 1, f"rows of a table have {sorted(set(rows))} cells (7.5)")
        for kid in items(element.get("/K", pikepdf.Array())):
            if isinstance(kid, int):
                self.demand("/Pg" in element, f"{kind} holds content and names no page")
                key = (element.Pg.objgen, kid)
                self.demand(key not in self.holders, "two elements hold the same content")
                self.holders[key] = element
                self.heard[key] = (language, is_replaced)
            elif str(kid.get("/Type")) == "/OBJR":
                self.demand(kind == "/Link", f"{kind} holds an annotation (7.18.1)")
                self.linked[kid.Obj.objgen] = element
            else:
                child = str(kid.S)
                self.demand((kind == "/Table") == (child == "/TR"), f"{child} is in {kind}")
                self.demand((kind == "/TR") == (child in ("/TH", "/TD")), f"{child} is in {kind}")
                self.element(kid, element, language, is_replaced)

    def span(self, cell):
        return max([int(a.get("/ColSpan", 1)) for a in items(cell.get("/A", pikepdf.Array()))] or [1])

    def words(self, element):
        """The text of an element's content, in its order."""
        words = ""
        for kid in items(element.get("/K", pikepdf.Array())):
            if isinstance(kid, int):
                words += self.texts.get((element.Pg.objgen, kid), "")
            elif "/S" in kid:
                words += self.words(kid)
        return words

    def spans(self):
        """What is said of text that is heard in another way than it stands, and in which languages text is."""
        for element, is_struck in self.told:
            words, said = plain(self.words(element)), plain(str(element.get("/Alt", "")))
            typed = plain(str(element.get("/ActualText", words)))
            self.demand(typed.upper() == words.upper(), f"{words} is heard as {typed}")
            if is_struck:
                self.demand(said.endswith(typed) and said != typed, f"nobody hears that {words} is struck out (14.9.3)")
        for key, (language, is_replaced) in self.heard.items():
            if is_replaced or language.startswith("und-"):
                continue
            script = SCRIPTS.get(language.split("-")[0], "LATIN")
            for letter in self.texts.get(key, ""):
                if unicodedata.category(letter) in ("Lu", "Ll", "Lo"):
                    name = unicodedata.name(letter).split()[0]
                    known = name == script or name in ("MICRO", "FEMININE", "MASCULINE", "DOUBLE-STRUCK")
                    self.demand(known, f"{self.texts[key]} is said to be {language} (7.2)")

    def pages(self):
        self.texts = {}
        for number, page in enumerate(self.pdf.pages, 1):
            where = f"page {number}"
            held = self.content(page, where)
            key = page.obj.get("/StructParents")
            listed = items(self.parents.get(key, pikepdf.Array())) if key is not None else []
            self.demand(len(listed) == len(held), f"{where} has {len(held)} contents, and {len(listed)} are listed")
            for content in held:
                element = self.holders.get((page.obj.objgen, content))
                self.demand(element is not None, f"{where}: no element holds content {content}")
                if element is not None and content < len(listed):
                    self.demand(listed[content].objgen == element.objgen, f"{where}: content {content} leads elsewhere")
            for annotation in page.obj.get("/Annots", []):
                element = self.linked.get(annotation.objgen)
                self.demand(element is not None, f"{where}: a link is in no element (7.18.5)")
                self.demand(len(str(annotation.get("/Contents", ""))) > 0, f"{where}: a link has no words (7.18.5)")
                self.demand(str(page.obj.get("/Tabs")) == "/S", f"{where} is not gone through in order (7.18.3)")
                parent = self.parents.get(annotation.get("/StructParent"))
                self.demand(
                    element is not None and parent is not None and parent.objgen == element.objgen,
                    f"{where}: a link leads to another element")

    def content(self, page, where):
        """What is drawn on a page: each thing belongs to an element or is an artifact. Returns the contents' numbers."""
        found, open_marks, font, content = [], [], None, None
        fonts = page.resources.get("/Font", {})
        self.maps = {name: self.font(fonts[name], where) for name in fonts}
        last = len(self.pdf.pages)
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            operands = instruction.operands
            if operator in ("BDC", "BMC"):
                tag = str(operands[0])
                properties = operands[1] if len(operands) > 1 else {}
                if tag == "/Artifact" or "/MCID" in properties:
                    self.demand(not open_marks, f"{where}: marks stand within one another (7.1)")
                if "/MCID" in properties:
                    content = (page.obj.objgen, int(properties["/MCID"]))
                    found.append(content[1])
                if str(properties.get("/Type", "")) == "/Pagination":
                    is_first, is_last = where == "page 1", where == f"page {last}"
                    subtype = str(properties["/Subtype"])
                    self.demand(not (is_first and subtype == "/Header"), "a running header is never heard (7.8)")
                    self.demand(not (is_last and subtype == "/Footer"), "a running footer is never heard (7.8)")
                if "/ActualText" in properties and content:
                    self.texts[content] = self.texts.get(content, "") + str(properties["/ActualText"])
                open_marks.append("/ActualText" in properties)
            elif operator == "EMC":
                self.demand(open_marks, f"{where}: a mark ends that has not begun")
                open_marks = open_marks[:-1]
                content = content if open_marks else None
            elif operator == "Tf":
                font = str(operands[0])
            elif operator in DRAWING:
                self.demand(open_marks, f"{where}: {operator} draws what is not marked (7.1)")
            if operator in ("Tj", "TJ") and not any(open_marks):
                shown = operands[0] if operator == "TJ" else [operands[0]]
                for text in (bytes(t) for t in shown if isinstance(t, pikepdf.String)):
                    codes = [text[i:i + 2].hex().upper() for i in range(0, len(text), 2)]
                    known = self.maps.get(font, {})
                    lost = set(codes) - set(known)
                    if content:
                        letters = (bytes.fromhex(known.get(c, "")).decode("utf-16-be") for c in codes)
                        self.texts[content] = self.texts.get(content, "") + "".join(letters)
                    self.demand(not lost, f"{where}: {sorted(lost)} of {font} stand for no text (7.21.7)")
        self.demand(not open_marks, f"{where}: a mark does not end")
        self.demand(sorted(found) == list(range(len(found))), f"{where}: the contents' numbers have gaps")
        return found

    def font(self, font, where):
        """What a font's codes stand for, as UTF-16; it must be embedded."""
        inner = font.DescendantFonts[0]
        descriptor = inner.FontDescriptor
        self.demand("/FontFile2" in descriptor or "/FontFile3" in descriptor, f"{where}: a font is not embedded (7.21.4)")
        if str(inner.Subtype) == "/CIDFontType2":
            self.demand("/CIDToGIDMap" in inner, f"{where}: a font does not say which glyphs it has (7.21.3)")
        self.demand(str(font.Encoding) == "/Identity-H", f"{where}: a font has an encoding of its own")
        lines = bytes(font.ToUnicode.read_bytes()).decode()
        mapped = dict(re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", lines))
        for code, text in mapped.items():
            self.demand(text not in ("0000", "FEFF", "FFFE"), f"{where}: {code} stands for no text (7.21.7)")
        return mapped

    def run(self):
        self.document()
        if "/StructTreeRoot" in self.root:
            self.elements()
            self.pages()
            self.spans()
        return self.faults


failed = False
for path in sys.argv[1:]:
    for fault in dict.fromkeys(Check(path).run()):
        failed = True
        print(f"{path}: {fault}")
sys.exit(failed)
