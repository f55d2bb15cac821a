import type { Language } from '../../core/model/language.ts'
import { UNSEEN_STORIES, type UnseenStory } from './unseen-stories.ts'

/** An article in a shape that the rules were not written on, with what has to be found. */
export interface UnseenText {
  readonly name: string
  readonly fileName: string
  readonly source: string
  readonly language: Language
  /** Null where the text does not state its own day: whatever is found then must be in doubt. */
  readonly published: string | null
  /** True where the text states the day in a way that two readers could take for different days. */
  readonly mayDiffer: boolean
  readonly title: string
}

interface Day {
  readonly iso: string
  readonly y: string
  readonly m: string
  readonly d: string
  readonly month: Readonly<Record<Language, string>>
  readonly weekday: Readonly<Record<Language, string>>
}

type Words = Readonly<Record<Language, string>>
interface Made {
  readonly source: string
  readonly fileName?: string
  readonly undated?: true
  readonly mayDiffer?: true
}
type Shape = (story: UnseenStory, day: Day) => Made

function dayOf(number: number): Day {
  const date = new Date(Date.UTC(2019 + (number % 7), (number * 5) % 12, 1 + ((number * 13) % 28)))
  const iso = date.toISOString().slice(0, 10)
  const [y = '', m = '', d = ''] = iso.split('-')
  const part = (locale: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date)
  const russian = part('ru', { day: 'numeric', month: 'long' }).split(' ')[1] ?? ''
  return {
    iso,
    y,
    m,
    d,
    month: { en: part('en', { month: 'long' }), ru: russian, kk: part('kk', { month: 'long' }) },
    weekday: {
      en: part('en', { weekday: 'long' }),
      ru: part('ru', { weekday: 'long' }),
      kk: part('kk', { weekday: 'long' }),
    },
  }
}

function inWords(language: Language, { y, d, month }: Day): string {
  const day = String(Number(d))
  if (language === 'en') return `${month.en} ${day}, ${y}`
  return language === 'ru' ? `${day} ${month.ru} ${y} г.` : `${y} жылғы ${day} ${month.kk}`
}

const PUBLISHED: Words = { en: 'Published', ru: 'Опубликовано', kk: 'Жарияланды' }
const UPDATED: Words = { en: 'Updated', ru: 'Обновлено', kk: 'Жаңартылды' }
const DATED: Words = { en: 'Date of publication', ru: 'Дата публикации', kk: 'Жарияланған күні' }
const VIEWS: Words = { en: 'Views', ru: 'Просмотров', kk: 'Қаралды' }
const SECTION: Words = { en: 'News / University', ru: 'Новости / Университет', kk: 'Жаңалықтар / Университет' }
const PHOTO: Words = { en: 'Photo: press office', ru: 'Фото: пресс-служба', kk: 'Фото: баспасөз қызметі' }
const OFFICE: Words = {
  en: 'Press office of Altai Valley University',
  ru: 'Пресс-служба Алтайского университета',
  kk: 'Алтай университетінің баспасөз қызметі',
}
const PLACE: Words = { en: 'ASTANA', ru: 'АСТАНА', kk: 'АСТАНА' }
const AGENCY: Words = { en: 'Berelinform', ru: 'БЕРЕЛЬИНФОРМ', kk: 'БЕРЕЛАҚПАРАТ' }
const YESTERDAY: Words = { en: 'Yesterday, 14:05', ru: 'Вчера, 14:05', kk: 'Кеше, 14:05' }
const PAPER: Words = { en: '“Ore Altai”', ru: '«Рудный край»', kk: '«Кенді өлке»' }
const AUTHOR: Words = { en: 'By Aruzhan Bek', ru: 'Автор: Аружан Бек', kk: 'Авторы: Аружан Бек' }
const MAIL: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  en: ['From', 'Sent', 'To', 'Subject'],
  ru: ['От', 'Отправлено', 'Кому', 'Тема'],
  kk: ['Кімнен', 'Жіберілді', 'Кімге', 'Тақырыбы'],
}

const lines = (...parts: readonly string[]): string => parts.join('\n\n')

function pageOf({ title, paragraphs }: UnseenStory, head: string, dated: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title} — Berel Today</title>${head}</head><body>
<header><a href="/">Berel Today</a> <span class="today">01.01.2018</span></header><main><h1>${title}</h1>${dated}
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</main>
<aside><h3>See also</h3><ul><li><a href="/1">Snow on the pass</a> <time>02.02.2018</time></li><li><a href="/2">Bus times</a> <time>03.02.2018</time></li></ul></aside>
<footer>© 2010–2026 Berel Today</footer></body></html>`
}

const TEXT_SHAPES: Readonly<Record<string, Shape>> = {
  'label with time and a counter': (s, { y, m, d }) => ({
    source: lines(
      s.title,
      `${PUBLISHED[s.language]}: ${d}.${m}.${y} 14:05 | ${VIEWS[s.language]}: 312`,
      ...s.paragraphs,
    ),
  }),
  'section, headline, day in words with time': (s, day) => ({
    source: lines(SECTION[s.language], s.title, `${inWords(s.language, day)}, 14:05`, ...s.paragraphs),
  }),
  'weekday before the day': (s, day) => ({
    source: lines(`${day.weekday[s.language]}, ${inWords(s.language, day)}`, s.title, ...s.paragraphs),
  }),
  'time before the day': (s, { y, m, d }) => ({
    source: lines(s.title, `14:05, ${d}.${m}.${y}`, ...s.paragraphs),
  }),
  'day as computers write it': (s, { iso }) => ({ source: lines(`${iso} 14:05:00`, s.title, ...s.paragraphs) }),
  'two digits of the year': (s, { y, m, d }) => ({
    source: lines(s.title, `${d}.${m}.${y.slice(2)}`, ...s.paragraphs),
  }),
  'dateline of an agency': (s, day) => ({
    source: lines(
      s.title,
      `${PLACE[s.language]}. ${inWords(s.language, day)} ${AGENCY[s.language]} – ${s.paragraphs[0] ?? ''}`,
      ...s.paragraphs.slice(1),
    ),
  }),
  'dateline with the place in small letters': (s, day) => ({
    source: lines(
      s.title.toUpperCase(),
      `${s.language === 'en' ? 'Berel' : 'Берел'}, ${inWords(s.language, day)} — ${s.paragraphs[0] ?? ''}`,
      ...s.paragraphs.slice(1),
    ),
  }),
  'office and day at the end': (s, day) => ({
    source: lines(s.title, ...s.paragraphs, `${OFFICE[s.language]}, ${inWords(s.language, day)}`),
  }),
  'photo, headline, author, day': (s, day) => ({
    source: lines(PHOTO[s.language], s.title, AUTHOR[s.language], inWords(s.language, day), ...s.paragraphs),
  }),
  'number of a newspaper': (s, day) => ({
    source: lines(`${PAPER[s.language]}, № 34 (20123), ${inWords(s.language, day)}`, s.title, ...s.paragraphs),
  }),
  'changed after it was published': (s, { y, m, d }) => ({
    source: lines(
      s.title,
      `${UPDATED[s.language]}: 28.10.2026`,
      `${DATED[s.language]}: ${d}.${m}.${y}`,
      ...s.paragraphs,
    ),
  }),
  'forwarded mail as text': (s, day) => ({
    source: `${MAIL[s.language][0]}: Press <press@berel.example>\n${MAIL[s.language][1]}: ${day.weekday[s.language]}, ${inWords(s.language, day)} 14:05\n${MAIL[s.language][2]}: all@berel.example\n${MAIL[s.language][3]}: ${s.title}\n\n${lines(...s.paragraphs)}`,
  }),
  'post of a messenger': (s, day) => ({
    source: lines(`⚡️ ${s.title}`, `📅 ${inWords(s.language, day)}`, ...s.paragraphs, '#berel #news', '@bereltoday'),
  }),
  'day and month with slashes': (s, { y, m, d }) => ({
    source: lines(`${m}/${d}/${y}`, s.title, ...s.paragraphs),
    mayDiffer: true,
  }),
  'day without a year': (s, day) => ({
    source: lines(
      s.title,
      s.language === 'en'
        ? `${day.month.en} ${String(Number(day.d))}`
        : `${String(Number(day.d))} ${day.month[s.language]}`,
      ...s.paragraphs,
    ),
    mayDiffer: true,
  }),
  yesterday: (s) => ({ source: lines(s.title, YESTERDAY[s.language], ...s.paragraphs), undated: true }),
  'no day but those of the text': (s) => ({ source: lines(s.title, ...s.paragraphs), undated: true }),
}

const FILE_SHAPES: Readonly<Record<string, Shape>> = {
  'page with a time element': (s, day) => ({
    fileName: 'page.html',
    source: pageOf(s, '', `<p><time datetime="${day.iso}T14:05:00+05:00">${inWords(s.language, day)}</time></p>`),
  }),
  'page with a day in words': (s, day) => ({
    fileName: 'page.html',
    source: pageOf(s, '', `<div class="info"><span>${inWords(s.language, day)}, 14:05</span> <span>👁 215</span></div>`),
  }),
  'page changed later': (s, day) => ({
    fileName: 'page.html',
    source: pageOf(
      s,
      `<meta property="og:title" content="${s.title}"><meta property="article:modified_time" content="2026-10-20T10:00:00+05:00"><meta property="article:published_time" content="${day.iso}T09:00:00+05:00">`,
      '',
    ),
  }),
  'page with the day in its address': (s, day) => ({
    fileName: 'page.html',
    source: pageOf(
      s,
      `<link rel="canonical" href="https://berel.example/news/7">`,
      `<p class="meta">${PUBLISHED[s.language]} ${day.d}.${day.m}.${day.y}</p>`,
    ),
  }),
  'mail in HTML': (s, day) => ({
    fileName: 'mail.eml',
    source: `From: =?utf-8?B?${Buffer.from(OFFICE[s.language]).toString('base64')}?= <press@berel.example>\nTo: a@berel.example\nSubject: =?utf-8?B?${Buffer.from(`RE: ${s.title}`).toString('base64')}?=\nDate: ${new Date(`${day.iso}T09:00:00Z`).toUTCString().replace('GMT', '+0000')}\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(s.paragraphs.map((text) => `<p>${text}</p>`).join('')).toString('base64')}\n`,
  }),
  'entry of a feed': (s, day) => ({
    fileName: 'feed.xml',
    source: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Berel Today</title><item><title>${s.title}</title><pubDate>${new Date(`${day.iso}T20:30:00+05:00`).toUTCString()}</pubDate><description><![CDATA[${s.paragraphs.map((text) => `<p>${text}</p>`).join('')}]]></description></item></channel></rss>`,
  }),
}

/** Twelve texts in three languages, each in twenty-four shapes, with days over seven years. */
export function unseenTexts(): readonly UnseenText[] {
  return UNSEEN_STORIES.flatMap((story, first) =>
    Object.entries({ ...TEXT_SHAPES, ...FILE_SHAPES }).map(([shape, make], second) => {
      const day = dayOf(first * 29 + second * 3)
      const { source, fileName = 'text.txt', undated, mayDiffer } = make(story, day)
      return {
        name: `${shape} (${story.language}): ${story.title}`,
        fileName,
        source,
        language: story.language,
        published: undated ? null : day.iso,
        mayDiffer: mayDiffer ?? false,
        title: story.title,
      }
    }),
  )
}
