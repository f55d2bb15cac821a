/*
 * Lines at the beginning of a text that are neither its headline nor a part of it: kinds of texts, captions, menus of the
 * site, contacts, greetings, codes of a wire.
 */

const KINDS =
  '(?:press[ -]?release|news release|media release|media (?:advisory|alert)|for immediate release|пресс-?\\s?релиз|пресс-анонс|медиа-анонс|анонс|для сми|для немедленного распространения|баспасөз[ -](?:хабарламасы|релизі)|пресс-хабарлама|новости|жаңалықтар|news)'
const KIND = new RegExp(`^${KINDS}(?:\\s*[/|–-]\\s*${KINDS})*[\\s:.!]*$`, 'iu')
const SECTIONS = /^(?:news|новости|жаңалықтар)/iu
/** The name of an account of a network. */
const ACCOUNT = /^@?[a-z\d.]*_[a-z\d._]*$|^@[\p{L}\d._]+$/iu
const PHONE = /^[\d\s()+-]{6,}$/u
/** Signs and numbers without a letter, such as a counter. */
const WORDLESS = /^[^\p{L}]+$/u
/** The number under which a letter went out. */
const NUMBER = /^(?:исх|вх|шығ|кір|ref|our ref|no|№)[.:\s]*(?:№\s*)?[\d/-]+(?:\s|$)/iu
const FORWARDED = /^(?:forwarded from|переслано (?:из|от)|сообщение переслано|қайта жіберілген)(?!\p{L})/iu
const COOKIES = /(?<!\p{L})cookies?(?!\p{L})|(?<!\p{L})куки(?!\p{L})|файлы cookie/iu
/** What stands beside a picture, also in brackets. */
const PICTURE =
  /^[([]?\s*(?:©|\(c\)|(?:photo|photos|picture|pictured|image|caption|video|фото|фотография|на фото|на снимке|иллюстрация|видео|сурет|суретте|фотода|суреттер|бейне|бейнежазба)(?:\s+(?:by|credit|courtesy of|автора|авторы))?\s*[:：©–—-])/iu
/** Labels of what belongs to a release but is neither its headline nor its text. */
const ASIDE =
  /^(?:contacts?|contact person|media contacts?|press contacts?|for (?:more|further) information|phone|tel|mobile|fax|e-?mail|embargo(?:ed)?|location|venue|place|when|where|takes place|deadline|kicker|rubric|category|tags|контакты?|контакт для сми|контактное лицо|телефон|тел|моб|факс|эл\.? почта|почта|рубрика|категория|теги|место(?: проведения)?|дата проведения|время|когда|где|байланыс|байланыс тұлғасы|телефоны|пошта|айдар|санат|орны|өтетін (?:күні|орны)|уақыты|қашан|қайда)\.?\s*[:：]/iu
const EMBARGO =
  /^(?:embargo|not for (?:release|publication)|hold (?:for release|until)|эмбарго|не публиковать|не для публикации|эмбарго қойылған|\S.{0,60}(?:дейін жарияламау|дейін жариялауға болмайды))/iu
const GREETING =
  /^(?:dear|hello|hi|good (?:morning|afternoon|day|evening)|greetings|здравствуйте|добрый (?:день|вечер)|доброе утро|приветствую|привет|уважаем\p{L}+|дорогие|коллеги|құрметті|сәлеметсіз|сәлем|қайырлы|армысыз\p{L}*)(?!\p{L}).{0,100}[!,.]$/iu
const COVER =
  /^(?:sent from|sent via|please find|please see|find below|fyi|отправлено (?:с|из)|пересылаю|высылаю|направляю|прошу|см\. ниже|жолдап отырмын|жіберіп отырмын|төменде)(?!\p{L}).{0,120}$/iu
const PRINTED =
  /^(?:printed|downloaded|accessed|retrieved|saved|распечатано|скачано|сохранено|дата обращения|басып шығарыл\p{L}*|жүктелген)(?!\p{L}).{0,60}$/iu
const TAGS_ONLY = /^(?:#[\p{L}\p{N}_]+[\s,;]*)+$/u
/** One word with signs or numbers in it, as wires mark their news: "BI-0412-017", "FLOOD-HELP". */
const CODE = /^(?=\S*[\d_-])(?:[\p{Lu}\d][\p{Lu}\d_/.-]{2,}|\d+)$/u

const MENU_WORDS = [
  'home|home page|main|main page|menu|search|log ?in|sign in|sign up|register|skip to (?:main )?content|about|about us|about the university|about university|admissions?|study|education|research|science|news|all news|latest news|events|announcements|press|press centre|press center|media|gallery|photo gallery|students|staff|faculty|faculties|departments|alumni|library|international|cooperation|campus|careers|sport|culture|society|university|archive|subscribe|share|print|contacts?|contact us|site ?map|language',
  'главная|главная страница|меню|поиск|вход|войти|регистрация|перейти к содержанию|о нас|об университете|университет|о вузе|новости|все новости|лента|лента новостей|события|объявления|анонсы|пресс-центр|пресс-служба|медиа|сми о нас|галерея|фотогалерея|видео|абитуриентам?|абитуриенту|поступление|студентам?|студенту|сотрудникам?|выпускникам|преподавателям|наука|образование|обучение|факультеты|кафедры|структура|библиотека|международная деятельность|сотрудничество|общество|культура|спорт|регионы|политика|экономика|архив|контакты|обратная связь|карта сайта|версия для слабовидящих|поделиться|печать|подписаться',
  'басты бет|басты|мәзір|іздеу|кіру|тіркелу|біз туралы|университет туралы|университет|жаңалықтар|барлық жаңалықтар|оқиғалар|хабарландырулар|баспасөз орталығы|баспасөз қызметі|медиа|бақ біз туралы|галерея|фотогалерея|бейне|талапкерлерге|талапкер|түсу|студенттерге|студент|қызметкерлерге|түлектерге|оқытушыларға|ғылым|білім|оқу|факультеттер|кафедралар|құрылым|кітапхана|халықаралық байланыс|ынтымақтастық|қоғам|мәдениет|спорт|саясат|экономика|мұрағат|байланыс|кері байланыс|сайт картасы|бөлісу|басып шығару|жазылу|ағылшынша|қазақша|орысша',
  'қаз|рус|анг|каз|eng|kaz|rus|kz|ru|en|kk|қазақша|русский|english|қазақ тілі',
].join('|')
const MENU_PARTS = MENU_WORDS.split('|')
  .sort((one, other) => other.length - one.length)
  .join('|')
const SEPARATOR = '[\\s|/>»›→•·,;:–—-]'
const MENU = new RegExp(`^(?:(?:${MENU_PARTS})(?:${SEPARATOR}+|$))+$`, 'iu')
/** The way to a page through the sections of its site; its last step may be any words. */
const SECTION_WAY = new RegExp(
  `^(?:${MENU_PARTS})(?:\\s*[/>»›→•·|]\\s*[\\p{L}\\p{N}][\\p{L}\\p{N} -]{0,40}){1,6}$`,
  'iu',
)

/** True for a line that is made of nothing but the words of a site's menu, or that asks about cookies. */
export function isMenuLine(line: string): boolean {
  return line.length <= 200 && (MENU.test(line) || SECTION_WAY.test(line) || COOKIES.test(line) || PHONE.test(line))
}

/** True for a line that says what kind of text it is: "Press release". */
export function isReleaseKind(line: string): boolean {
  return KIND.test(line) && !SECTIONS.test(line)
}

/** True for a line at the beginning of a text that is neither its headline nor its first paragraph. */
export function isFurniture(line: string): boolean {
  if (line.length > 300) return false
  return (
    isMenuLine(line) ||
    [
      KIND,
      ASIDE,
      PICTURE,
      EMBARGO,
      GREETING,
      COVER,
      PRINTED,
      NUMBER,
      FORWARDED,
      ACCOUNT,
      WORDLESS,
      TAGS_ONLY,
      CODE,
    ].some((pattern) => pattern.test(line))
  )
}

/** A menu has no more lines than this, and what lies between two of its words. */
export const LONGEST_MENU = 42

function isShort(line: string): boolean {
  return line.split(' ').length <= 3 && !/[\d.!?]/.test(line)
}

/**
 * Number of lines at the beginning that are the menu of a site: its known words, and short lines that stand between them.
 */
export function menuLength(lines: readonly string[]): number {
  const isMenu = lines.slice(0, LONGEST_MENU).map(isMenuLine)
  let end = 0
  while (end < isMenu.length) {
    const [next, second] = [isMenu[end + 1] ?? false, isMenu[end + 2] ?? false]
    // One short line before a section may be the headline; before a whole menu it is the name of the site.
    const isBetween = isShort(lines[end] ?? '') && (end === 0 ? next && second : next || second)
    if (!(isMenu[end] ?? false) && !isBetween) break
    end += 1
  }
  return end
}
