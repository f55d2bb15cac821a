import type { Element, Root } from 'hast'
import type { StatedFields } from '../read-result.ts'
import { elementsOf, propertyText, textOf } from './element.ts'
import { dayBelowHeadline } from './headline-day.ts'

/** What a page says of itself in its head, in its structured data and in its marked-up elements. */
export interface PageFields extends StatedFields {
  /** Site name as printed, to be cut off titles; empty where not stated. */
  readonly siteName: string
}

type Names = ReadonlyMap<string, string>

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function metaNames(elements: readonly Element[]): Names {
  const names = new Map<string, string>()
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    const content = tidy(propertyText(element, 'content'))
    for (const key of ['property', 'name', 'itemProp']) {
      const name = propertyText(element, key).toLowerCase()
      if (name !== '' && content !== '' && !names.has(name)) names.set(name, content)
    }
  }
  return names
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Objects of JSON-LD, those in lists and `@graph` too, at most a few levels deep. */
function* linkedObjects(value: unknown, depth = 0): Generator<Readonly<Record<string, unknown>>> {
  if (depth > 5) return
  if (Array.isArray(value)) for (const item of value) yield* linkedObjects(item, depth + 1)
  if (!isRecord(value)) return
  yield value
  yield* linkedObjects(value['@graph'], depth + 1)
  yield* linkedObjects(value['mainEntity'], depth + 1)
}

const ARTICLE_TYPE = /Article|NewsArticle|BlogPosting|Report|PressRelease/i

function linkedArticle(elements: readonly Element[]): Readonly<Record<string, unknown>> {
  for (const element of elements) {
    if (element.tagName !== 'script' || !/ld\+json/i.test(propertyText(element, 'type'))) continue
    try {
      for (const object of linkedObjects(JSON.parse(textOf(element)))) {
        const type = object['@type']
        if (ARTICLE_TYPE.test(Array.isArray(type) ? type.join(' ') : String(type))) return object
      }
    } catch {
      // Structured data with a mistake in it says nothing; the page itself still does.
      continue
    }
  }
  return {}
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return tidy(value)
  if (Array.isArray(value)) return nameOf(value[0])
  return isRecord(value) ? nameOf(value['name']) : ''
}

function namesOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(nameOf).filter((name) => name !== '' && !/^https?:/.test(name))
}

function isHidden(element: Element): boolean {
  return element.properties['hidden'] === true || /display\s*:\s*none/i.test(propertyText(element, 'style'))
}

function firstText(...candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.find((candidate) => candidate !== undefined && candidate !== '')
}

/** A title without the name of the site after a separator. */
function withoutSite(title: string, siteName: string): string {
  const parts = title.split(/\s+[|–—:•·»-]\s+/)
  const [last = ''] = parts.slice(-1)
  if (parts.length < 2) return title
  const isSite =
    siteName !== ''
      ? last.toLowerCase() === siteName.toLowerCase()
      : last.split(' ').length <= 3 && /[|•·»]/.test(title)
  return isSite ? tidy(title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—:•·»-]\s+$/, '')) : title
}

function bestTitle(
  linked: Readonly<Record<string, unknown>>,
  names: Names,
  elements: readonly Element[],
  siteName: string,
): string | undefined {
  const headings = elements
    .filter((element) => element.tagName === 'h1' && !isHidden(element))
    .map((element) => tidy(textOf(element)))
  const real = headings.filter((text) => text !== '' && text.toLowerCase() !== siteName.toLowerCase())
  const pageTitle = tidy(elements.filter((element) => element.tagName === 'title').map(textOf)[0] ?? '')
  const open = withoutSite(firstText(names.get('og:title'), names.get('twitter:title')) ?? '', siteName)
  const agrees = real.find((text) => pageTitle.startsWith(text) || open.startsWith(text))
  return firstText(
    nameOf(linked['headline']),
    agrees,
    open,
    real.length === 1 ? real[0] : undefined,
    withoutSite(pageTitle, siteName),
  )
}

const DATE_NAMES = [
  'article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'sailthru.date',
  'parsely-pub-date',
  'og:published_time',
]

function timeElement(elements: readonly Element[]): string | undefined {
  const marked = elements.find((element) => /datePublished/i.test(propertyText(element, 'itemProp')))
  if (marked !== undefined)
    return firstText(propertyText(marked, 'dateTime'), propertyText(marked, 'content'), tidy(textOf(marked)))
  const times = elements.filter((element) => element.tagName === 'time')
  const [time] = times
  return times.length === 1 && time !== undefined
    ? firstText(propertyText(time, 'dateTime'), tidy(textOf(time)))
    : undefined
}

function canonicalLink(elements: readonly Element[]): string | undefined {
  const link = elements.find(
    (element) => element.tagName === 'link' && /\bcanonical\b/i.test(propertyText(element, 'rel')),
  )
  return link === undefined ? undefined : propertyText(link, 'href')
}

/** The address that a browser notes in a page that it saves. */
function savedFrom(root: Root): string | undefined {
  for (const node of root.children) {
    const found = node.type === 'comment' ? /saved from url=\(\d+\)(\S+)/i.exec(node.value)?.[1] : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\/[^/\s]+/i.test(url) && URL.canParse(url)
}

/**
 * Reads what a page states: structured data first, then its head, then its elements. Of the words only the day below the headline is read;
 * the language attribute is passed over, since templates often carry a wrong one.
 */
export function readPageFields(root: Root): PageFields {
  const elements = [...elementsOf(root)]
  const names = metaNames(elements)
  const linked = linkedArticle(elements)
  const siteName =
    firstText(names.get('og:site_name'), nameOf(linked['publisher']), names.get('application-name')) ?? ''
  const authors = firstList(
    namesOf(linked['author']),
    namesOf(names.get('author') ?? names.get('dc.creator') ?? names.get('parsely-author')),
    elements
      .filter((element) => /\bauthor\b/i.test(`${propertyText(element, 'rel')} ${propertyText(element, 'itemProp')}`))
      .map((element) => tidy(textOf(element))),
  )
  const url = [canonicalLink(elements), names.get('og:url'), nameOf(linked['url']), savedFrom(root)].find(isWebAddress)
  const title = bestTitle(linked, names, elements, siteName)
  const published = firstText(
    nameOf(linked['datePublished']),
    ...DATE_NAMES.map((name) => names.get(name)),
    timeElement(elements),
    dayBelowHeadline(elements),
  )
  const summary = firstText(names.get('og:description'), names.get('description'), nameOf(linked['description']))
  const keywords = (names.get('news_keywords') ?? names.get('keywords') ?? '')
    .split(/\s*,\s*/)
    .filter((word) => word !== '')
  return {
    siteName,
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(siteName === '' ? {} : { outlet: siteName }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(url === undefined ? {} : { url }),
    ...(summary === undefined ? {} : { summary }),
    ...(keywords.length === 0 ? {} : { keywords }),
  }
}

function firstList(...candidates: readonly (readonly string[])[]): readonly string[] {
  return (
    candidates.map((list) => list.filter((name) => name !== '' && name.length < 100)).find((list) => list.length > 0) ??
    []
  )
}
