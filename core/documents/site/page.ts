import type { Language } from '../../model/language.ts'
import { escapeHtml } from './html.ts'

/** Words that stand on every page. */
export interface SiteWords {
  readonly archive: string
  readonly home: string
  readonly months: string
  readonly outlets: string
  readonly tags: string
}

export interface PageParts {
  readonly title: string
  readonly language: Language
  readonly words: SiteWords
  /** Way back to the site's root: empty, or `../`. */
  readonly root: '' | '../'
  /** HTML of the page's own content, beginning with its h1. */
  readonly main: string
  readonly script?: string
}

/*
 * Nothing may be loaded from elsewhere. Pages on a disk have no origin that 'self' could mean, so the scheme is named as
 * well.
 */
const POLICY =
  "default-src 'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'"

/** A whole page of the site. */
export function pageHtml({ title, language, words, root, main, script }: PageParts): string {
  const link = (page: string, text: string): string => `<li><a href="${root}${page}">${escapeHtml(text)}</a></li>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${root}style.css">
</head>
<body>
<header>
<p class="archive">${escapeHtml(words.archive)}</p>
<nav aria-label="${escapeHtml(words.archive)}"><ul>${link('index.html', words.home)}${link('months.html', words.months)}${link('outlets.html', words.outlets)}${link('tags.html', words.tags)}</ul></nav>
</header>
<main>
${main}
</main>
${script === undefined ? '' : `<script src="${root}${script}"></script>\n`}</body>
</html>
`
}
