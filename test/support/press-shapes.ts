import type { Language } from '../../core/model/language.ts'

/** An article in one of the shapes in which press texts arrive, with what a reader has to find. */
export interface ShapedText {
  readonly name: string
  readonly fileName: string
  readonly source: string
  readonly language: Language
  /** Null where the text states no date: then the day must be in doubt. */
  readonly published: string | null
  readonly title: string
}

interface Story {
  readonly language: Language
  readonly title: string
  readonly paragraphs: readonly string[]
}

const STORIES: readonly Story[] = [
  {
    language: 'en',
    title: 'Altai Valley University opens a laboratory for clean water',
    paragraphs: [
      'Altai Valley University has opened a laboratory that tests the water of mountain rivers. It will serve the towns of the whole valley.',
      'The rector, Saule Omar, thanked the partners who had lent instruments. The first samples came from Berel.',
      'Students may work in the laboratory from their second year on.',
    ],
  },
  {
    language: 'en',
    title: 'Nordhaven and Berel sign an agreement on student exchange',
    paragraphs: [
      'Forty students a year will study abroad under an agreement that the universities of Nordhaven and Berel have signed.',
      'The exchange begins with geology and nursing. Other faculties are to follow within two years.',
      'Both sides pay for travel, and families host the guests.',
    ],
  },
  {
    language: 'en',
    title: 'Chess tournament brings 120 schools together',
    paragraphs: [
      'Pupils of 120 schools played chess in the main hall of the university at the weekend.',
      'The youngest player was six years old and won three games. The final lasted for five hours.',
      'Next year the tournament will move to the new sports hall.',
    ],
  },
  {
    language: 'en',
    title: 'Archive of folk songs goes online',
    paragraphs: [
      'Three thousand folk songs recorded in villages since 1958 can now be heard on the pages of the university.',
      'Volunteers typed the words of each song and marked the places on a map.',
      'The archive asks families for further recordings.',
    ],
  },
  {
    language: 'en',
    title: 'Rector meets graduates of the class of 1995',
    paragraphs: [
      'The rector met graduates who left the university thirty years ago. They planted a row of apple trees behind the library.',
      'Many of them lead schools and hospitals today.',
      'A book with their memories will be printed by the university press.',
    ],
  },
  {
    language: 'ru',
    title: 'В университете открылась лаборатория чистой воды',
    paragraphs: [
      'В Алтайском университете открылась лаборатория, которая проверяет воду горных рек. Она будет обслуживать города всей долины.',
      'Ректор Сауле Омар поблагодарила партнёров, которые передали приборы. Первые пробы привезли из Береля.',
      'Студенты смогут работать в лаборатории со второго курса.',
    ],
  },
  {
    language: 'ru',
    title: 'Нордхавен и Берель договорились об обмене студентами',
    paragraphs: [
      'Сорок студентов в год будут учиться за рубежом по договору, который подписали университеты Нордхавена и Береля.',
      'Обмен начнётся с геологии и сестринского дела. В течение двух лет присоединятся другие факультеты.',
      'Дорогу оплачивают обе стороны, а гостей принимают семьи.',
    ],
  },
  {
    language: 'ru',
    title: 'Шахматный турнир собрал 120 школ',
    paragraphs: [
      'Ученики 120 школ играли в шахматы в главном зале университета в выходные.',
      'Самому младшему участнику шесть лет, он выиграл три партии. Финал продолжался пять часов.',
      'В будущем году турнир пройдёт в новом спортивном зале.',
    ],
  },
  {
    language: 'ru',
    title: 'Архив народных песен появился в сети',
    paragraphs: [
      'Три тысячи народных песен, записанных в сёлах с 1958 года, теперь можно услышать на страницах университета.',
      'Добровольцы набрали слова каждой песни и отметили места на карте.',
      'Архив просит семьи приносить новые записи.',
    ],
  },
  {
    language: 'ru',
    title: 'Ректор встретилась с выпускниками',
    paragraphs: [
      'Ректор встретилась с выпускниками, которые окончили университет тридцать лет назад. Они посадили ряд яблонь за библиотекой.',
      'Многие из них сегодня руководят школами и больницами.',
      'Книгу их воспоминаний напечатает издательство университета.',
    ],
  },
  {
    language: 'kk',
    title: 'Университетте таза су зертханасы ашылды',
    paragraphs: [
      'Алтай университетінде тау өзендерінің суын тексеретін зертхана ашылды. Ол бүкіл аңғар қалаларына қызмет көрсетеді.',
      'Ректор Сәуле Омар құрал берген серіктестерге алғыс айтты. Алғашқы сынамалар Берелден әкелінді.',
      'Студенттер зертханада екінші курстан бастап жұмыс істей алады.',
    ],
  },
  {
    language: 'kk',
    title: 'Нордхавен мен Берел студент алмасу туралы келісті',
    paragraphs: [
      'Нордхавен мен Берел университеттері қол қойған келісім бойынша жыл сайын қырық студент шетелде оқиды.',
      'Алмасу геология мен мейіргер ісінен басталады. Екі жыл ішінде басқа факультеттер қосылады.',
      'Жол шығынын екі тарап төлейді, ал қонақтарды отбасылар қабылдайды.',
    ],
  },
  {
    language: 'kk',
    title: 'Шахмат турниріне 120 мектеп қатысты',
    paragraphs: [
      'Демалыс күндері университеттің бас залында 120 мектептің оқушылары шахмат ойнады.',
      'Ең кіші қатысушы алты жаста, ол үш ойында жеңіске жетті. Финал бес сағатқа созылды.',
      'Келесі жылы турнир жаңа спорт залында өтеді.',
    ],
  },
  {
    language: 'kk',
    title: 'Халық әндерінің мұрағаты желіге шықты',
    paragraphs: [
      'Ауылдарда 1958 жылдан бері жазылған үш мың халық әнін енді университет парақшаларынан тыңдауға болады.',
      'Еріктілер әр әннің сөзін теріп, жерін картаға белгіледі.',
      'Мұрағат отбасыларды жаңа жазбалар әкелуге шақырады.',
    ],
  },
  {
    language: 'kk',
    title: 'Ректор түлектермен кездесті',
    paragraphs: [
      'Ректор университетті отыз жыл бұрын бітірген түлектермен кездесті. Олар кітапхананың артына бір қатар алма ағашын отырғызды.',
      'Олардың көбі бүгінде мектептер мен ауруханаларды басқарады.',
      'Естеліктер кітабын университет баспасы шығарады.',
    ],
  },
]

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  kk: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
}

interface Day {
  readonly iso: string
  readonly year: number
  readonly month: number
  readonly day: number
}

function wordDate({ year, month, day }: Day, language: Language): string {
  const name = MONTHS[language][month - 1] ?? ''
  if (language === 'en') return `${name} ${day}, ${year}`
  return language === 'ru' ? `${day} ${name} ${year} года` : `${year} жылғы ${day} ${name}`
}

function dotDate({ year, month, day }: Day): string {
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`
}

const LABELS: Readonly<
  Record<Language, { readonly date: string; readonly source: string; readonly place: string; readonly news: string }>
> = {
  en: { date: 'Published', source: 'Source', place: 'BEREL', news: 'PRESS RELEASE' },
  ru: { date: 'Дата публикации', source: 'Источник', place: 'БЕРЕЛЬ', news: 'ПРЕСС-РЕЛИЗ' },
  kk: { date: 'Жарияланған күні', source: 'Дереккөз', place: 'БЕРЕЛ', news: 'БАСПАСӨЗ ХАБАРЛАМАСЫ' },
}

type Shape = (story: Story, day: Day) => { readonly fileName: string; readonly source: string; readonly dated?: false }

function wrap(text: string, width = 72): string {
  return text.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'gu'), '$1\n').trimEnd()
}

function mailDate({ year, month, day }: Day): string {
  return `${day} ${(MONTHS.en[month - 1] ?? '').slice(0, 3)} ${year} 11:20:00 +0500`
}

const SHAPES: Readonly<Record<string, Shape>> = {
  'date line, headline, paragraphs': ({ language, title, paragraphs }, day) => ({
    fileName: 'a.txt',
    source: [wordDate(day, language), title, ...paragraphs].join('\n'),
  }),
  'headline, date line, blank lines': ({ title, paragraphs }, day) => ({
    fileName: 'a.txt',
    source: [title, dotDate(day), ...paragraphs].join('\n\n'),
  }),
  'press release with labels, wrapped': ({ language, title, paragraphs }, day) => ({
    fileName: 'a.txt',
    source: [
      LABELS[language].news,
      `${LABELS[language].date}: ${wordDate(day, language)}`,
      title,
      ...paragraphs.map((text) => wrap(text)),
    ].join('\n\n'),
  }),
  'agency dateline': ({ language, title, paragraphs }, day) => ({
    fileName: 'a.txt',
    source: [
      title,
      `${LABELS[language].place}, ${wordDate(day, language)} – ${paragraphs[0] ?? ''}`,
      ...paragraphs.slice(1),
    ].join('\n\n'),
  }),
  'date and source at the end': ({ language, title, paragraphs }, day) => ({
    fileName: 'a.txt',
    source: [title, ...paragraphs, dotDate(day), `${LABELS[language].source}: Berel News`].join('\n\n'),
  }),
  'page with structured data': ({ title, paragraphs }, day) => ({
    fileName: 'a.html',
    source: `<html><head><title>${title} | Berel News</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, datePublished: `${day.iso}T09:00:00+05:00`, publisher: { name: 'Berel News' } })}</script></head><body><nav><a href="/">Home</a><a href="/b">Sport</a></nav><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article><footer>Contact us</footer></body></html>`,
  }),
  'old page with a printed date': ({ title, paragraphs }, day) => ({
    fileName: 'a.html',
    source: `<html><head><title>${title}</title></head><body><div id=menu><a href=a>One</a> <a href=b>Two</a></div><h1>${title}</h1><div class=date>${dotDate(day)}, 10:15</div><div>${paragraphs.join('<br><br>')}</div></body></html>`,
  }),
  'mail with text': ({ title, paragraphs }, day) => ({
    fileName: 'a.eml',
    source: `From: Press <press@university.example>\nTo: all@university.example\nSubject: =?utf-8?B?${Buffer.from(`Fwd: ${title}`).toString('base64')}?=\nDate: ${mailDate(day)}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(paragraphs.join('\n\n')).toString('base64')}\n`,
  }),
  'Markdown of a site generator': ({ title, paragraphs }, day) => ({
    fileName: 'a.md',
    source: `---\ntitle: "${title}"\ndate: ${day.iso}\n---\n\n${paragraphs.join('\n\n')}\n`,
  }),
  'no date at all': ({ title, paragraphs }) => ({
    fileName: 'a.txt',
    source: [title, ...paragraphs].join('\n\n'),
    dated: false,
  }),
}

function dayOf(number: number): Day {
  const [year, month, day] = [2021 + (number % 5), 1 + ((number * 7) % 12), 1 + ((number * 11) % 28)]
  return { year, month, day, iso: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }
}

/** 150 articles: fifteen texts in three languages, each in ten shapes, with dates over five years. */
export function shapedTexts(): readonly ShapedText[] {
  return STORIES.flatMap((story, first) =>
    Object.entries(SHAPES).map(([shape, make], second) => {
      const day = dayOf(first * 10 + second)
      const { fileName, source, dated } = make(story, day)
      return {
        name: `${shape}: ${story.title}`,
        fileName,
        source,
        language: story.language,
        title: story.title,
        published: dated === false ? null : day.iso,
      }
    }),
  )
}
