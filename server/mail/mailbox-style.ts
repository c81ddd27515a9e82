/** `/mailbox.css` */
export const mailboxStyle = `
:root{color-scheme:light dark;--paper:#faf8f2;--card:#fefefb;--ink:#132633;--soft:#495b67;--line:#dad7cf;--accent:#006065;--tint:#d2efee}
@media (prefers-color-scheme:dark){:root{--paper:#0d161c;--card:#152026;--ink:#ebe8df;--soft:#a6b3ba;--line:#2d3a42;--accent:#72d0d0;--tint:#0d373b}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;grid-template-columns:minmax(18rem,24rem) 1fr;background:var(--paper);color:var(--ink);font:1rem/1.5 'Atkinson Hyperlegible Next',system-ui,sans-serif}
a{color:inherit}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
body>nav{border-right:1px solid var(--line);height:100vh;overflow-y:auto;position:sticky;top:0}
h1{font-size:1.25rem;margin:0;padding:1.25rem 1.25rem .75rem}
h1 a{text-decoration:none}
ol{list-style:none;margin:0;padding:0 .5rem 1rem}
li a{display:grid;grid-template-columns:1fr auto;gap:.1rem .75rem;padding:.75rem;border-radius:.5rem;text-decoration:none}
li a:hover{background:var(--card)}
li a[aria-current]{background:var(--tint)}
.to,time{color:var(--soft);font-size:.875rem}
.to{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.subject{grid-column:1/-1;font-weight:600;overflow-wrap:anywhere}
.empty{padding:1.25rem;color:var(--soft)}
main{min-width:0}
article{display:flex;flex-direction:column;min-height:100vh;padding:1.25rem 1.5rem}
h2{margin:.25rem 0;font-size:1.5rem;line-height:1.25;overflow-wrap:anywhere}
header p{margin:0;color:var(--soft)}
.back{display:none}
.views{display:flex;flex-wrap:wrap;gap:.25rem;margin:1rem 0}
.views a{padding:.5rem .9rem;min-height:2.75rem;display:inline-flex;align-items:center;border-radius:.5rem;text-decoration:none}
.views a:hover{background:var(--card)}
.views a[aria-current]{background:var(--tint);font-weight:600}
iframe{flex:1;min-height:36rem;width:100%;border:1px solid var(--line);border-radius:.75rem;background:var(--card)}
pre,table{margin:0;padding:1.25rem;border:1px solid var(--line);border-radius:.75rem;background:var(--card)}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
pre.raw{font:.8125rem/1.5 ui-monospace,monospace}
table{width:100%;border-collapse:separate;border-spacing:0}
th{font-weight:400;text-align:left;color:var(--soft);vertical-align:top;width:30%}
th,td{padding:.3rem .5rem;overflow-wrap:anywhere;white-space:pre-wrap}
@media (max-width:48rem){
body{display:block}
body>nav{height:auto;position:static;border:0}
body.open>nav{display:none}
body:not(.open)>main{display:none}
.back{display:inline-block;padding:.75rem 0}
}
`;
