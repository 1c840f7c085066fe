/** How the pages look: one column of calm, light or dark as the reader's system is. */
export const style = `
:root {
  --ground: #ffffff; --raised: #f6f6f8; --text: #1f1f24; --soft: #5c5c66; --line: #e2e2e8;
  --accent: #4a4fb5; --on-accent: #ffffff;
  --pill-0: #e4e4ea; --pill-1: #dde6fb; --pill-2: #fbe9cf; --pill-3: #d5efdc; --pill-4: #e9defa; --pill-5: #f8dcdc;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #1b1b1f; --raised: #242429; --text: #f0f0f3; --soft: #b3b3bd; --line: #38383f;
    --accent: #a9adf7; --on-accent: #17171c;
    --pill-0: #3d3d45; --pill-1: #27396b; --pill-2: #5e431b; --pill-3: #1e4b2d; --pill-4: #43306b; --pill-5: #632a2a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 14px/1.45 "Segoe UI", system-ui, sans-serif; }
header { display: flex; align-items: center; gap: 12px; flex-wrap: wrap; padding: 12px 32px; background: var(--raised); border-bottom: 1px solid var(--line); }
.mark { width: 32px; height: 32px; border-radius: 6px; display: grid; place-items: center; background: var(--accent); color: var(--on-accent); font-weight: 600; }
.site { font-size: 16px; font-weight: 600; }
.settings { display: block; margin: 0; color: var(--text); }
fieldset { border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; margin: 0 0 16px; max-width: 70ch; }
legend { font-weight: 600; padding: 0 6px; }
.choice { display: flex; gap: 8px; align-items: baseline; padding: 5px 0; }
header form { margin-left: auto; display: flex; align-items: center; gap: 8px; color: var(--soft); }
select, button { font: inherit; color: var(--text); background: var(--ground); border: 1px solid var(--line); border-radius: 4px; padding: 4px 10px; min-height: 32px; }
button { cursor: pointer; }
main { padding: 24px 32px 64px; }
h1 { font-size: 24px; line-height: 1.25; font-weight: 600; margin: 0 0 16px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 32px 0 8px; }
p { max-width: 70ch; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible, select:focus-visible, button:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
nav ol { list-style: none; display: flex; gap: 6px; padding: 0; margin: 0 0 4px; color: var(--soft); }
nav li::after { content: "›"; margin-left: 6px; }
.soft { color: var(--soft); }
.scroll { position: relative; overflow-x: auto; border-top: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; color: var(--soft); white-space: nowrap; }
th, td { padding: 9px 16px 9px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td { min-width: 84px; max-width: 340px; overflow-wrap: anywhere; }
th:first-child, td:first-child { padding-left: 4px; }
.items td.title { min-width: 220px; } .items td.title, .items td:first-child { font-weight: 600; }
p a { text-decoration: underline; }
.items td.wide { min-width: 260px; }
.clamp { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
tbody tr:hover { background: var(--raised); }
.note { white-space: pre-wrap; overflow-wrap: anywhere; }
time, .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.pill { display: inline-block; padding: 1px 10px; border-radius: 999px; white-space: nowrap; background: var(--pill-0); }
.pill-1 { background: var(--pill-1); } .pill-2 { background: var(--pill-2); } .pill-3 { background: var(--pill-3); }
.pill-4 { background: var(--pill-4); } .pill-5 { background: var(--pill-5); }
@media (forced-colors: active) { .views a[aria-current] { outline: 2px solid Highlight; } .pill { border: 1px solid; } }
dl { display: grid; grid-template-columns: minmax(120px, 220px) minmax(0, 80ch); margin: 0; }
dt, dd { margin: 0; padding: 9px 0; border-bottom: 1px solid var(--line); }
dt { color: var(--soft); padding-right: 16px; }
dd { overflow-wrap: anywhere; }
.views ul { list-style: none; display: flex; flex-wrap: wrap; gap: 4px; padding: 0; margin: 0 0 16px; }
.views li::after { content: none; }
.views a { display: block; padding: 5px 12px; border: 1px solid var(--line); border-radius: 999px; color: var(--text); background: var(--ground); }
.views a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.group th { padding-top: 22px; color: var(--text); white-space: normal; }
.formatted { min-width: 132px; }
footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13px; }
footer p, footer ul { margin: 0 0 4px; }
.pages { display: flex; flex-wrap: wrap; gap: 16px; margin-top: 16px; }
.cards { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); padding: 0; list-style: none; }
.cards a { display: block; padding: 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--raised); }
.cards strong { display: block; font-size: 16px; color: var(--text); }
ul.changes { margin: 0; padding-left: 18px; }
@media (max-width: 560px) { header, main { padding-left: 16px; padding-right: 16px; } dl { grid-template-columns: 1fr; } dt { border: 0; padding-bottom: 0; } header form { margin-left: 0; } }
`;
