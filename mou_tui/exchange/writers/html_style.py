"""Hold the style sheet of web pages: legible on a telephone of 320 pixels, on a screen, and printed."""

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; color: #1a1a1a; background: #fff;
  font: 1.0625rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1, h2, h3, h4 { font-family: "Helvetica Neue", Arial, sans-serif; line-height: 1.25; break-after: avoid; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.2rem; border-bottom: 1px solid #767676; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .3rem; } h4 { font-size: .95rem; margin: 0 0 .4rem; }
p { margin: .5rem 0; }
header p { margin: 0; color: #4a4a4a; font-size: .9rem; }
a { color: #0b4a8f; }
nav { border: 1px solid #767676; padding: .6rem 1rem; font-size: .95rem; }
nav ul { list-style: none; padding: 0; margin: 0; } nav li { padding: .15rem 0; }
ul { padding-left: 1.4rem; } li { margin: .25rem 0; }
ol { list-style: none; padding: 0; } ol > li { display: flex; gap: .5rem; }
.label { flex: none; max-width: 40%; } ol > li > div { flex: 1; min-width: 0; }
.set-in { margin-left: 1.4rem; }
mark { background: #fff3a3; color: inherit; padding: 0 .1em; }
del { color: #8a1c1c; } ins { color: #0b5a2a; }
blockquote { margin: .6rem 0; padding-left: 1rem; border-left: 3px solid #767676; }
.note { font-size: .92rem; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
.choices { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
.choice { border: 1px solid #767676; padding: .7rem .8rem; }
.signature { margin: 2rem 0; break-inside: avoid; } .signature dl { margin: 0; }
.signature dl > div { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .8rem; }
.signature dt { flex: none; min-width: 5rem; }
.signature dd { flex: 1; min-width: 10rem; margin: 0; border-bottom: 1px solid #1a1a1a; }
@media print {
  @page { margin: 2.2cm; }
  body { max-width: none; padding: 0; font-size: 11pt; } nav { display: none; }
  .choices { grid-template-columns: 1fr 1fr; } .choice, tr { break-inside: avoid; }
  mark { print-color-adjust: exact; }
  .card { font-size: 9.5pt; line-height: 1.3; } .card h1 { font-size: 14pt; }
  .card h2 { font-size: 11pt; margin-top: 1em; }
}
"""
