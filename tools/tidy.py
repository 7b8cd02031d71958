#!/usr/bin/env python3
"""Checks what the formatter cannot; prints one `file:line: finding` each and exits 1 if any.

  tidy.py               check the project
  tidy.py --self-test   prove that each check can fail

Lengths of files and functions; imports and calls that the core rooms may not use; iteration in hash
order; leftover markers; paths of one machine; Japanese text; a folder's first file that outlived
its use; one title per document; relative links and anchors that resolve.
A line that iterates in hash order on purpose says so: `// tidy: any order, because ...`.
"""
import pathlib
import re
import subprocess
import sys

FILE_LINES = 500
FUNCTION_LINES = 70
CORE = {"Quantities", "Statistics", "Exchange", "Economy"}
TEXT = {".swift", ".py", ".md", ".yaml", ".yml", ".json", ".sh", ".txt", ".csv", ".html", ""}

FUNCTION = re.compile(r"\b(?:func\s+([^\s(<]+)\s*[(<]|(init)[?!]?\s*[(<]|(subscript)\s*[(<]|(deinit)\s*\{)")
IMPORT = re.compile(r"^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+"
                    r"(?:(?:struct|class|enum|protocol|func|let|var|typealias)\s+)?(\w+)", re.M)
CORE_IMPORTS = {"Foundation", "FoundationEssentials", "Dispatch", "NIO", "NIOCore", "GRDB", "Yams", "Logging"}
CALLS = {
    r"\btry!": "force try",
    r"\bfatalError\(": "fatalError; trap with precondition or throw",
    r"@unchecked\s+Sendable": "unchecked Sendable",
    r"nonisolated\(unsafe\)": "nonisolated(unsafe)",
    r"\bDispatchQueue\b": "DispatchQueue",
    r"\bNSError\b": "NSError; throw a typed error",
}
CORE_CALLS = {
    r"\bSystemRandomNumberGenerator\b": "a draw that is not from a keyed stream",
    r"\.random\(in:[^)\n]*\)(?!\s*,\s*using)(?<!using: &)": "a draw that is not from a keyed stream",
    r"\b(?:Date|ContinuousClock|SuspendingClock)\(\)": "a wall clock",
    r"\bHasher\(\)|\.hashValue\b": "a hash, seeded differently in each process",
}
# A dictionary type starts with one named type and a colon; `[(name: Type)]` is an array of tuples.
DICTIONARY = r"\[\s*[\w.]+(?:<[^\n\[\]]*?>)?\s*:[^\n=]+?\]"
HASHED = re.compile(r"\b(\w+)\s*(?::\s*(?:" + DICTIONARY + r"|Dictionary<|Set<)|"
                    r"=\s*(?:\[:\]|Set\(|Set<|Dictionary\(|" + DICTIONARY + r"\(\)))")
# Written in pieces so that this file does not find itself.
MARKERS = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK", "place" + "holder",
                                        "not imple" + "mented", "for n" + "ow"]) + r")\b")
MACHINE = re.compile("(?:^|[\\s\"'`(=:])/(" + "|".join(["wo" + "rk", "fa" + "rm", "ro" + "ot", "opt/sw" + "ift",
                                                      "ho" + r"me/\w+", "Us" + r"ers/\w+"]) + ")/")
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uff66-\uff9f]")
LINK = re.compile(r"(?<!\\)\[[^\]\n]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")


def blanked(text):
    """The Swift text with comments and string contents replaced by spaces; line breaks stay."""
    out, i, n = list(text), 0, len(text)

    def blank(start, end):
        for k in range(start, min(end, n)):
            if out[k] != "\n":
                out[k] = " "

    while i < n:
        if text.startswith("//", i):
            end = text.find("\n", i)
            end = n if end < 0 else end
            blank(i, end)
            i = end
        elif text.startswith("/*", i):
            end = text.find("*/", i)
            end = n if end < 0 else end + 2
            blank(i, end)
            i = end
        else:
            opening = re.compile(r'(#*)("""|")').match(text, i)
            if opening:
                end = string_end(text, opening)
                blank(i, end)
                i = end
            else:
                i += 1
    return "".join(out)


def string_end(text, opening):
    """The index after the closing quote of a literal, stepping over escapes and interpolations."""
    hashes, quote = opening.groups()
    close, escape, i = quote + hashes, "\\" + hashes, opening.end()
    while i < len(text):
        if text.startswith(close, i):
            return i + len(close)
        if quote == '"' and text[i] == "\n":
            return i
        if text.startswith(escape + "(", i):
            depth, i = 1, i + len(escape) + 1
            while i < len(text) and depth:
                inner = re.compile(r'(#*)("""|")').match(text, i)
                if inner:
                    i = string_end(text, inner)
                    continue
                depth += (text[i] == "(") - (text[i] == ")")
                i += 1
        elif text.startswith(escape, i):
            i += len(escape) + 1
        else:
            i += 1
    return len(text)


def line_of(text, index):
    return text.count("\n", 0, index) + 1


def functions(code):
    """(name, first line, line count) of every function with a body."""
    for match in FUNCTION.finditer(code):
        i, depth = match.end() - 1, 0
        while i < len(code):
            character = code[i]
            if character == "{" and depth == 0:
                break
            if character in "([":
                depth += 1
            elif character in ")]":
                depth -= 1
                if depth < 0:
                    break
            elif depth == 0 and character == "\n" and not re.match(r"\s*(->|throws|async|rethrows|where\b|\{)", code[i:i + 200]):
                if code[match.start():i].count("(") == code[match.start():i].count(")"):
                    break
            i += 1
        if i >= len(code) or code[i] != "{":
            continue
        level, end = 0, i
        while end < len(code):
            level += (code[end] == "{") - (code[end] == "}")
            if level == 0:
                break
            end += 1
        name = next(group for group in match.groups() if group)
        yield name, line_of(code, match.start()), code.count("\n", match.start(), end) + 1


def hash_order(code, lines):
    """Lines of the core that walk a dictionary or a set without sorting it first."""
    for name in sorted({match.group(1) for match in HASHED.finditer(code)}):
        use = re.compile(r"\bin\s+(?:self\.)?" + name + r"(?:\.keys|\.values)?\s*(?:where\b|\{)|\b" + name +
                         r"(?:\.keys|\.values)?\.(?:map|compactMap|flatMap|forEach|reduce|first|enumerated|joined|prefix)\b|"
                         r"\bArray\(" + name + r"(?:\.keys|\.values)?\)(?!\.sorted)")
        for match in use.finditer(code):
            number = line_of(code, match.start())
            near = " ".join(lines[max(0, number - 2):number])
            if "tidy: any order" not in near and ".sorted" not in lines[number - 1]:
                yield number, f"`{name}` is walked in hash order; sort it or use an ordered collection"


def check_swift(path, text):
    code, lines, parts = blanked(text), text.splitlines(), path.split("/")
    core = parts[0] == "Sources" and parts[1] in CORE
    for name, line, length in functions(code):
        if length > FUNCTION_LINES:
            yield line, f"function `{name}` has {length} lines, at most {FUNCTION_LINES}"
    banned = dict(CALLS, **(CORE_CALLS if core else {}))
    for pattern, what in banned.items():
        for match in re.finditer(pattern, code):
            yield line_of(code, match.start()), what
    if core:
        for match in IMPORT.finditer(code):
            if match.group(1) in CORE_IMPORTS:
                yield line_of(code, match.start(1)), f"a core room imports {match.group(1)}"
        yield from hash_order(code, lines)


def anchors(text):
    """The heading anchors of a Markdown document, as code hosts derive them."""
    found, fenced = set(), False
    for line in text.splitlines():
        fenced ^= line.lstrip().startswith("```")
        heading = re.match(r"#{1,6}\s+(.*?)\s*#*$", line)
        if heading and not fenced:
            words = re.sub(r"[^\w\- ]", "", heading.group(1).lower())
            found.add(words.replace(" ", "-"))
    return found


def check_document(path, text, read):
    titles, fenced = 0, False
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        if fenced:
            continue
        if line.startswith("# "):
            titles += 1
            if titles > 1:
                yield number, "a second title; a document has one"
        for target in LINK.findall(re.sub(r"`[^`]*`", "", line)):
            if re.match(r"[a-z][a-z0-9+.-]*:|<", target):
                continue
            name, _, anchor = target.partition("#")
            place = (pathlib.PurePosixPath(path).parent / name) if name else pathlib.PurePosixPath(path)
            other = read(str(place))
            if other is None:
                yield number, f"the link `{target}` leads nowhere"
            elif anchor and str(place).endswith(".md") and anchor not in anchors(other):
                yield number, f"the link `{target}` names a heading that is not there"
    if titles == 0:
        yield 1, "no title; a document starts with `# Title`"


def check(path, text, read, siblings):
    """Every finding of one file: (line, what)."""
    suffix = pathlib.PurePosixPath(path).suffix
    lines = text.splitlines()
    if suffix in {".swift", ".py"} and len(lines) > FILE_LINES:
        yield len(lines), f"{len(lines)} lines, at most {FILE_LINES}"
    for number, line in enumerate(lines, 1):
        if suffix in {".swift", ".py", ".md"} and (marker := MARKERS.search(line)):
            yield number, f"leftover marker `{marker.group(1)}`"
        if MACHINE.search(line):
            yield number, "a path of one machine"
        if JAPANESE.search(line):
            yield number, "Japanese text"
    if suffix == ".swift":
        yield from check_swift(path, text)
        if path.endswith("/Room.swift") and siblings > 1:
            yield 1, "the folder has real files: remove this one"
    elif suffix == ".md":
        yield from check_document(path, text, read)


def project(root):
    """Paths of the files that are committed or would be."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=root, capture_output=True)
    if listed.returncode == 0:
        return sorted(p for p in listed.stdout.decode().split("\0") if p and (root / p).is_file())
    return sorted(str(p.relative_to(root)) for p in root.rglob("*")
                  if p.is_file() and not any(part.startswith(".") for part in p.relative_to(root).parts))


def run(root):
    paths, findings = project(root), 0

    def read(name):
        place = (root / name).resolve()
        if not place.exists():
            return None
        return place.read_text(errors="replace") if place.is_file() else ""

    for path in paths:
        suffix = pathlib.PurePosixPath(path).suffix
        if suffix not in TEXT or path == "LICENSE":
            continue
        folder = path.rsplit("/", 1)[0] + "/"
        siblings = sum(p.startswith(folder) and p.endswith(".swift") for p in paths)
        for line, what in sorted(check(path, (root / path).read_text(errors="replace"), read, siblings)):
            print(f"{path}:{line}: {what}")
            findings += 1
    print(f"tidy: {len(paths)} files, {findings} findings")
    return 1 if findings else 0


SAMPLES = [
    ("Sources/Exchange/A.swift", "func a() {\n" + "  b()\n" * 70 + "}\n", "function `a` has 72 lines"),
    ("Sources/Exchange/A.swift", "let s = \"{\"\nfunc a() {\n  b(\"\\(c(\"}\"))\")\n}\n" + "let x = 1\n" * 90, None),
    ("Sources/Exchange/A.swift", "let x = 1\n" * 501, "501 lines"),
    ("Sources/Economy/A.swift", "public import Foundation\n", "imports Foundation"),
    ("Sources/Reports/A.swift", "import Foundation\n", None),
    ("Sources/Economy/A.swift", "var m: [Int: Int] = [:]\nfor (k, v) in m { }\n", "hash order"),
    ("Sources/Economy/A.swift", "var m: [Int: Int] = [:]\nfor k in m.keys.sorted() { }\n", None),
    ("Sources/Economy/A.swift", "var m: [(k: Int, v: Int)] = []\nfor (k, v) in m { }\n", None),
    ("Sources/Economy/A.swift", "var m = [Int: [Int]]()\nfor (k, v) in m { }\n", "hash order"),
    ("Sources/Economy/A.swift", "let m: [Key<A>: Int]\nfor k in self.m.keys { }\n", "hash order"),
    ("Sources/Economy/A.swift", "var m = Set<Int>()\nlet s = m.map { $0 }\n", "hash order"),
    ("Sources/Economy/A.swift", "var m = Set<Int>()\n// tidy: any order, because it sums integers.\nlet s = m.reduce(0, +)\n", None),
    ("Sources/Economy/A.swift", "let x = Int.random(in: 0..<3)\n", "keyed stream"),
    ("Sources/Economy/A.swift", "let t = ContinuousClock()\n", "wall clock"),
    ("Sources/Reports/A.swift", "let x = try! f()\n", "force try"),
    ("Sources/Reports/A.swift", "// " + "TO" + "DO later\n", "leftover marker"),
    ("docs/a.md", "# A\nsee `/" + "wo" + "rk/x`\n", "path of one machine"),
    ("docs/a.md", "# A\n\u3042\n", "Japanese"),
    ("docs/a.md", "# A\n# B\n", "second title"),
    ("docs/a.md", "text\n", "no title"),
    ("docs/a.md", "# A\n[b](missing.md)\n", "leads nowhere"),
    ("docs/a.md", "# A\n[b](#c)\n", "not there"),
    ("docs/a.md", "# A b\n[b](#a-b) [c](https://example.org) `[d](e)`\n```\n# no\n[x](y)\n```\n", None),
    ("Sources/Reports/Room.swift", "// A room.\n", "remove this one"),
]


def self_test():
    failures = 0
    for path, text, expected in SAMPLES:
        here = {path: text}
        found = [what for _, what in check(path, text, here.get, 2)]
        good = any(expected in what for what in found) if expected else not found
        if not good:
            print(f"tidy --self-test: {path} with {text[:60]!r}: expected {expected!r}, found {found}")
            failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(self_test())
    if sys.argv[1:]:
        sys.exit(__doc__)
    sys.exit(run(pathlib.Path(__file__).resolve().parent.parent))
