/// The style sheet of a report.
enum HTMLStyle {
  /// Light by default, dark where the reader's screen asks, black on white in print.
  ///
  /// Pictures keep the colours of their specification; on a dark screen the three colours of text,
  /// labels and grid are replaced by attribute, so that one picture serves both.
  static let sheet = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ink: \(FigureStyle.ink); --muted: \(FigureStyle.muted);
      --line: \(FigureStyle.grid); --wash: #f5f7fa; --accent: #1f6fb4;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #14181d; --ink: #e6eaf0; --muted: #9aa5b1; --line: #2e3640; --wash: #1b2128;
        --accent: #6fb1ec;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 54rem;
      background: var(--paper); color: var(--ink);
      font: 16px/1.6 Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
    }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .75rem; letter-spacing: -.01em; }
    h2 { font-size: 1.25rem; margin: 3rem 0 .75rem; letter-spacing: -.005em; }
    p, ul { margin: .75rem 0; max-width: 42rem; }
    a { color: var(--accent); }
    code, pre, script[type="application/json"] {
      font: .86em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace;
    }
    pre { background: var(--wash); padding: .75rem 1rem; border-radius: 6px; overflow-x: auto; }
    .mark {
      margin: 0 0 .5rem; color: var(--muted); font-size: .78rem; letter-spacing: .12em;
      text-transform: uppercase;
    }
    .verdict { font-size: 1.15rem; line-height: 1.5; }
    header dl {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, max-content));
      gap: .5rem 2rem; margin: 1.25rem 0 0; padding: .9rem 0;
      border: solid var(--line); border-width: 1px 0;
    }
    dt { color: var(--muted); font-size: .78rem; }
    dd { margin: 0; overflow-wrap: anywhere; }
    header dl div:last-child { grid-column: 1 / -1; }
    nav ol {
      margin: 1rem 0 0; padding: 0; list-style: none;
      display: flex; flex-wrap: wrap; gap: .25rem 1.25rem;
    }
    .remark {
      background: var(--wash); border-left: 3px solid var(--accent);
      padding: .6rem .9rem; border-radius: 0 6px 6px 0;
    }
    .note, .unit { color: var(--muted); font-size: .82rem; }
    .unit { font-weight: 400; white-space: nowrap; }
    .table { overflow-x: auto; margin: 1.5rem 0; }
    table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
    th {
      text-align: left; vertical-align: bottom; font-weight: 600;
      border-bottom: 1.5px solid var(--muted);
    }
    th, td { padding: .35rem 1.5rem .35rem 0; }
    td { border-bottom: 1px solid var(--line); vertical-align: top; }
    th.number, td.number { text-align: right; white-space: nowrap; }
    th.number { white-space: normal; }
    figure { margin: 1.75rem 0; }
    .picture svg { display: block; max-width: 100%; height: auto; }
    details { margin-top: .25rem; }
    summary { color: var(--muted); font-size: .82rem; cursor: pointer; }
    script[type="application/json"] {
      display: block; max-height: 20rem; overflow: auto; white-space: pre-wrap;
      overflow-wrap: anywhere; background: var(--wash); padding: .75rem 1rem; border-radius: 6px;
    }
    @media screen and (prefers-color-scheme: dark) {
      .picture [fill="\(FigureStyle.ink)"] { fill: var(--ink); }
      .picture [stroke="\(FigureStyle.ink)"] { stroke: var(--ink); }
      .picture [fill="\(FigureStyle.muted)"] { fill: var(--muted); }
      .picture [stroke="\(FigureStyle.muted)"] { stroke: var(--muted); }
      .picture [stroke="\(FigureStyle.grid)"] { stroke: var(--line); }
    }
    @media print {
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      nav, details { display: none; }
      figure, table, .remark { break-inside: avoid; }
      h2 { break-after: avoid; }
    }

    """
}
