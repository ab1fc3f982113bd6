/** Reads on a screen, prints on A4 and A3: tables break between rows and repeat their heads. */
export const reportStyle = `
:root { color-scheme: light; --ink: #16202e; --quiet: #4d5b6e; --line: #d5dce5; --band: #f4f6f9; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 14px/1.5 Inter, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 1240px; margin: 0 auto; padding: 32px 32px 64px; }
h1 { margin: 0 0 4px; font-size: 28px; line-height: 1.2; }
h2 { margin: 40px 0 12px; padding-top: 16px; border-top: 2px solid var(--ink); font-size: 20px; line-height: 1.3; }
h3 { margin: 28px 0 8px; font-size: 16px; }
h4 { margin: 20px 0 6px; font-size: 14px; color: var(--quiet); }
p { margin: 8px 0; max-width: 80ch; }
ul { margin: 8px 0; padding-left: 20px; }
li { margin: 4px 0; }
ul ul { margin: 2px 0 8px; color: var(--quiet); }
a { color: #1f5c99; }
code { padding: 0 3px; border-radius: 3px; background: var(--band); font: 12px/1.4 "Geist Mono", ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
figure { margin: 0; overflow: auto; border: 1px solid var(--line); }
figure > svg { display: block; width: 100%; height: auto; }
/* For paper: on a screen the whole can be enlarged. */
figure.part { display: none; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 12.5px; line-height: 1.4; }
th, td { padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 1.5px solid var(--ink); font-weight: 600; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
@page { margin: 14mm 12mm; size: landscape; }
/* The drawing is planned for this paper: on any other it would be smaller. */
@page drawing { margin: 4mm; size: A3 landscape; }
@media print {
  body { font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  h2 { break-after: avoid; margin-top: 24px; }
  h3, h4 { break-after: avoid; }
  table { font-size: 7.5pt; }
  thead { display: table-header-group; }
  tr, figure, li { break-inside: avoid; }
  th, td { padding: 3px 6px 3px 0; }
  .table, figure { overflow: visible; }
  figure { border: 0; page: drawing; break-before: page; break-after: page; }
  figure.part { display: block; }
  figure > svg { width: 100%; height: 288mm; }
  a { color: inherit; text-decoration: none; }
}
`;
