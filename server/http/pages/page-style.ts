/**
 * What public pages are dressed in. Plain elements need no class; these are for more:
 * `eyebrow` a line above the heading · `lead` the sentence below it · `card` · `facts` a `dl` of names and values ·
 * `clocks` with `clock` inside: one hour on each side's wall (`clock-city`, `clock-time`, a date) · `actions` a row of buttons ·
 * `button` a link that looks like one, `quiet`, `bad` · `note`, `note bad`, `note good` · `field` with a label and an input · `small`.
 */
export const pageRules = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#faf8f2, #0d161c); --surface: light-dark(#fefefb, #152026); --sunk: light-dark(#f1eee7, #091115);
  --ink: light-dark(#132633, #ebe8df); --ink-2: light-dark(#495b67, #a6b3ba); --line: light-dark(#dad7cf, #2d3a42); --line-2: light-dark(#76828b, #75828b);
  --accent: light-dark(#006065, #72d0d0); --on-accent: light-dark(#fdfcf8, #04191f); --accent-soft: light-dark(#d2efee, #0d373b);
  --held: light-dark(#955905, #efba64); --held-soft: light-dark(#fcedcd, #402c12); --bad: light-dark(#a52a26, #fb9890); --bad-soft: light-dark(#ffeae8, #451e1c);
  --c-day: light-dark(#f2dd9d, #c4b071); --c-night: light-dark(#4c5a7d, #232d47);
  --body: 'Body', system-ui, sans-serif; --head: 'Head', Georgia, serif;
}
@media (prefers-contrast: more) { :root { --ink-2: var(--ink); --line: var(--line-2); } }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--body); overflow-wrap: break-word; }
.top { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 3.875rem; padding-inline: max(1rem, env(safe-area-inset-left), calc((100% - 38rem) / 2)); border-bottom: 1px solid var(--line); }
.brand { display: inline-flex; align-items: center; gap: .5rem; min-height: 2.75rem; font: 600 1.25rem/1 var(--head); color: var(--ink); text-decoration: none; }
.brand .day { fill: var(--c-day); } .brand .night { fill: var(--c-night); }
.home { min-height: 2.75rem; display: inline-flex; align-items: center; }
main { max-width: 40rem; margin: 0 auto; padding: clamp(1.5rem, 7vh, 4rem) 1rem 4rem; }
main + .foot { max-width: 40rem; margin: 0 auto; padding: 0 1rem 2rem; } .foot a { display: inline-flex; align-items: center; min-height: 2.75rem; }
h1, h2, h3 { font-family: var(--head); font-weight: 560; line-height: 1.2; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.3rem); letter-spacing: -.01em; margin-bottom: .6rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .4rem; }
p, ul, ol, dl, fieldset { margin: 0 0 1.1rem; }
fieldset { min-width: 0; padding: .9rem 1rem; border: 1px solid var(--line); border-radius: .625rem; }
legend { padding-inline: .35rem; font-weight: 620; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.eyebrow { margin: 0 0 .3rem; font-size: .9375rem; font-weight: 620; color: var(--accent); }
.lead, .quiet, .small { color: var(--ink-2); }
.small, small { font-size: .875rem; }
.time, .clock-time { font-variant-numeric: tabular-nums lining-nums; font-weight: 620; white-space: nowrap; }
.card { padding: clamp(1rem, 3vw, 1.5rem); margin-bottom: 1.1rem; background: var(--surface); border: 1px solid var(--line); border-radius: .875rem; }
.card > :last-child { margin-bottom: 0; }
.clocks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: .75rem; margin-bottom: 1.1rem; padding: 0; list-style: none; }
.clock { padding: .9rem 1.1rem; background: var(--surface); border: 1px solid var(--line); border-radius: .875rem; }
.clock:first-child { background: var(--accent-soft); border-color: transparent; }
.clock p { margin: 0; }
.clock-city { font-weight: 620; }
.clock-time { font-size: 1.5rem; line-height: 1.35; }
.facts { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .5rem 1.25rem; }
.facts dt { color: var(--ink-2); } .facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; white-space: pre-line; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; margin-bottom: 1.1rem; }
.actions form, .actions p { margin: 0; }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: .4rem 1.25rem; border: 1px solid var(--accent); border-radius: .625rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 620; text-decoration: none; text-align: center; cursor: pointer; }
button:hover, .button:hover { background: color-mix(in oklch, var(--accent) 88%, var(--ink)); }
button.quiet, .button.quiet { background: var(--surface); color: var(--ink); border-color: var(--line-2); font-weight: 400; }
button.quiet:hover, .button.quiet:hover { background: var(--sunk); border-color: var(--ink-2); }
button.bad, .button.bad { background: var(--surface); color: var(--bad); border-color: var(--bad); font-weight: 400; }
button.bad:hover, .button.bad:hover { background: var(--bad-soft); }
button:disabled { background: var(--sunk); color: var(--ink-2); border-color: var(--line); cursor: not-allowed; }
label { font-weight: 620; }
.field { display: grid; gap: .3rem; margin-bottom: 1.1rem; }
.check { display: flex; align-items: center; gap: .6rem; min-height: 2.75rem; font-weight: 400; cursor: pointer; }
input, select, textarea { font: inherit; color: inherit; }
input:not([type='checkbox'], [type='radio'], [type='hidden']), select, textarea { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; background: var(--surface); border: 1px solid var(--line-2); border-radius: .625rem; }
input[type='checkbox'], input[type='radio'] { flex: none; width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--accent); }
[aria-invalid='true'] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
.note { padding: .75rem 1rem; margin: 0 0 1.1rem; background: var(--sunk); border-inline-start: 4px solid var(--line-2); border-radius: .5rem; }
.note.bad { background: var(--bad-soft); border-color: var(--bad); } .note.good { background: var(--accent-soft); border-color: var(--accent); } .note.held { background: var(--held-soft); border-color: var(--held); }
.note > :last-child { margin-bottom: 0; }
code, .code { font: .9375rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.code { display: block; padding: .75rem 1rem; background: var(--sunk); border: 1px solid var(--line); border-radius: .5rem; user-select: all; }
hr { margin: 2rem 0; border: 0; border-top: 1px solid var(--line); }
table { width: 100%; border-collapse: collapse; margin-bottom: 1.1rem; } th, td { padding: .5rem .75rem .5rem 0; text-align: start; vertical-align: top; border-top: 1px solid var(--line); } th { font-weight: 620; }
details { margin-bottom: 1.1rem; } summary { min-height: 1.75rem; width: fit-content; cursor: pointer; color: var(--accent); }
@media (max-width: 479px) { .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .6rem; } .actions > *, .actions button, .actions .button { width: 100%; } }
@media (forced-colors: active) { .clock:first-child { outline: 2px solid Highlight; } }
@media print { .top, .actions { display: none; } }
`;
