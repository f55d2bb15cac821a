/** The one style sheet of a static site: system fonts, light and dark, readable on paper and on a phone. */
export const SITE_STYLE = `:root { color-scheme: light dark; --ink: #16191c; --paper: #ffffff; --faint: #55606a; --accent: #1f4e79; --line: #d5dbe1 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecef; --paper: #15181b; --faint: #a9b4bd; --accent: #8fc1ee; --line: #343b42 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; overflow-wrap: break-word }
header { display: flex; flex-wrap: wrap; gap: .25rem 2rem; align-items: baseline; border-bottom: 2px solid var(--accent); margin-bottom: 2rem; font-family: system-ui, sans-serif }
.archive { font-weight: 600; margin: 0 }
nav ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; margin: .25rem 0; padding: 0 }
a { color: var(--accent); text-underline-offset: .15em }
a:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem }
h2, h3, h4, h5, h6 { line-height: 1.3; margin: 1.6em 0 .4em }
.line, dt, label { color: var(--faint); font: .875rem/1.5 system-ui, sans-serif }
.subtitle { font-style: italic; font-size: 1.15rem; margin-top: 0 }
ul.articles { list-style: none; padding: 0 }
ul.articles li { margin: 0 0 .9rem }
ul.articles .line { display: block }
input { display: block; width: 100%; margin: .3rem 0 .8rem; padding: .6rem .8rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--faint); border-radius: .4rem }
img { max-width: 100%; height: auto }
figure { margin: 1.5rem 0 }
blockquote { margin: 1.2rem 0; padding-left: 1rem; border-left: 3px solid var(--line); font-style: italic }
pre, .table { overflow-x: auto }
table { border-collapse: collapse; font-size: .95rem }
th, td { padding: .35rem .7rem; border-bottom: 1px solid var(--line); text-align: left }
th.right, td.right { text-align: right } th.center, td.center { text-align: center }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font: .875rem/1.5 system-ui, sans-serif }
dd { margin: 0; min-width: 0 }
@media print { header, label, input { display: none } }
`
