// The picture of the report: for each payload the candidates as bars on a logarithmic axis, as SVG, readable on light and dark.

const WIDTH = 960;
const LEFT = 190;
const RIGHT = 150;
const ROW = 17;
const HEAD = 30;
const GAP = 22;
const TOP = 92;
const LEAST = 0.2;
const MOST = 12;
const TICKS = [0.2, 0.5, 1, 2, 5, 10];

const scale = (ratio) =>
  LEFT + (Math.log(Math.min(Math.max(ratio, LEAST), MOST) / LEAST) / Math.log(MOST / LEAST)) * (WIDTH - LEFT - RIGHT);
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const STYLE = `
  svg { --ink: #1c2430; --faint: #5d6877; --rule: #d5dbe3; --ground: #ffffff; --own: #0b6e4f; --exact: #8fa3bf; --inexact: #c9b37e; --base: #b9c2ce; }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #e8edf3; --faint: #9aa7b8; --rule: #303947; --ground: #12171f; --own: #3ecf9b; --exact: #64789a; --inexact: #8d7a45; --base: #4a5565; }
  }
  text { font: 12px system-ui, sans-serif; fill: var(--ink); stroke: var(--ground); stroke-width: 3px; paint-order: stroke; }
  .title { font-size: 18px; font-weight: 600; }
  .note, .tick { fill: var(--faint); }
  .kind { font-weight: 600; font-size: 13px; }
  .own-name { font-weight: 600; }
  .ground { fill: var(--ground); }
  .own { fill: var(--own); } .exact { fill: var(--exact); } .inexact { fill: var(--inexact); } .base { fill: var(--base); }
  .grid { stroke: var(--rule); stroke-width: 1; } .one { stroke: var(--faint); stroke-width: 1.5; }
  .spread { stroke: var(--ink); stroke-width: 1.5; }
`;

/** `panels`: `{ title, bars: [{ name, of: "own" | "exact" | "inexact" | "base", ratio, low, high, note }] }`. */
export function chart({ title, note, panels }) {
  let y = TOP;
  const parts = [];
  for (const { title, bars } of panels) {
    parts.push(`<text class="kind" x="16" y="${y + 4}">${escaped(title)}</text>`);
    const top = y + 12;
    const bottom = top + bars.length * ROW;
    for (const tick of TICKS) {
      parts.push(`<line class="${tick === 1 ? "one" : "grid"}" x1="${scale(tick)}" x2="${scale(tick)}" y1="${top}" y2="${bottom}"/>`);
      parts.push(`<text class="tick" text-anchor="middle" x="${scale(tick)}" y="${bottom + 13}">${tick} ×</text>`);
    }
    bars.forEach((bar, index) => parts.push(drawn(bar, top + index * ROW)));
    y = bottom + HEAD + GAP - 8;
  }
  const height = y;
  const legend = [
    ["own", "bijak"],
    ["exact", "exact decimals"],
    ["inexact", "floats, inexact"],
    ["base", "JSON alone"],
  ].map(
    ([kind, name], index) =>
      `<rect class="${kind}" x="${16 + index * 150}" y="60" width="11" height="11" rx="2"/><text x="${32 + index * 150}" y="70">${name}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
<rect class="ground" width="${WIDTH}" height="${height}"/>
<text class="title" x="16" y="28">${escaped(title)}</text>
<text class="note" x="16" y="47">${escaped(note)}</text>
${legend.join("\n")}
${parts.join("\n")}
</svg>
`;
}

function drawn({ name, of, ratio, low, high, note }, y) {
  const [from, to] = [scale(LEAST), scale(ratio)];
  const middle = y + ROW / 2;
  const label = `<text class="${of === "own" ? "own-name" : ""}" text-anchor="end" x="${LEFT - 10}" y="${middle + 4}">${escaped(name)}</text>`;
  const bar = `<rect class="${of}" x="${from}" y="${y + 2.5}" width="${Math.max(1, to - from).toFixed(1)}" height="${ROW - 5}" rx="2"/>`;
  const spread = `<line class="spread" x1="${scale(low).toFixed(1)}" x2="${scale(high).toFixed(1)}" y1="${middle}" y2="${middle}"/>`;
  const figure = `<text x="${(Math.max(to, scale(high)) + 7).toFixed(1)}" y="${middle + 4}">${ratio.toFixed(2)}${note ? ` <tspan class="note">${escaped(note)}</tspan>` : ""}</text>`;
  return [label, bar, spread, figure].join("");
}
