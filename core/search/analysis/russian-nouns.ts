/**
 * Nouns whose own end looks like an ending or a suffix to Snowball, so that it cuts their nominative (or their genitive plural) shorter
 * than the other forms: журнал is not the past of a verb, режим not an adjective. Each without any ending.
 */
const HARD_NOUNS = `
  айдархан алан альбом аппетит арал арен арман арсенал арслан асан атом аудит аэродром байкал бандит баран бауржан бедлам
  бизнесмен буран вертикал ветеран взлом взмах визит вокзал вселен генерал госпитал гранит грим депозит дефицит диадем
  диван диплом доллар драм ержан ерлан живопис журнал заем замах замен запис идеал излом измен интервал интим ипподром
  ислам казах канал капитал капитан караван квартал космодром кредит летопис лимит магистрал магнит марал материал медал
  металлолом монах монолит морал надпис нуржан нурлан обвал обмен объем океан омбудсмен опыт орбит орган орден оригинал
  оспан охран панорам педал перевал перелом перемен перепис персонал петит печал пилигрим подвал подпис подъем портал
  потенциал поэм прием проблем провал профицит разлом режим реквизит реклам ресторан роман рукопис руслан самал сериал
  сигнал симптом синдром систем скандал смен спортсмен стран султан схем сцен съем теорем терминал транзит туман ураган
  урал феврал феномен фестивал филиал финал фонтан хрустал шквал экзамен экран экстрим элит эмблем
`
/** The same for nouns on -й: the vowel before it makes я, ю, ем look like endings of adjectives. */
const SOFT_NOUNS = `
  абыла алексе алта андре апоге геро горноста елисе забо кита костана кра кустана лиша матве музе обыча никола отбо турга перебо
  перекро поко попуга прибо разбо сара серге сло случа стро тимофе трамва трофе урожа хокке юбиле
`
/** Feminine nouns on -ь that would meet a short word without it: цель and целый, соль and сол. Each without its last letter. */
const FEMININE_NOUNS = 'бол мел мол мысл пыл рол сол цел щел'
/** Nouns that have one form, and an end that looks like an ending. */
const INDECLINABLE_NOUNS =
  'авеню видео депо досье жюри интервью какао кафе кино кофе купе меню метро пальто пианино радио реноме резюме такси турне фойе фото шоссе шоу'
const FEMININE = new Set(FEMININE_NOUNS.split(' '))
const INDECLINABLE = new Set(INDECLINABLE_NOUNS.split(' '))
const FEMININE_ENDING = /(?:ь|и|ью|ей|ям|ями|ях)$/
const HARD = new Set(HARD_NOUNS.trim().split(/\s+/))
const SOFT = new Set(SOFT_NOUNS.trim().split(/\s+/))
const HARD_ENDING = /(?:а|у|ом|ой|ою|е|ы|и|ов|ам|ами|ах|ь|я|ю|ем|ей|ям|ями|ях)$/
const SOFT_ENDING = /(?:й|я|ю|ем|е|и|ев|ям|ями|ях)$/
/** журналу, экраном: forms of such nouns that are not listed, in the shape of their nominative. */
const OBLIQUE_OF_LIKELY_NOUN = /(?:(?<=^.{2,}(?:[ая][лн]|ен))(?:у|ом|ов|ам|ами|ах)|(?<=^.{2,}[ая][лн])е)$/

/** The stem of a form of a listed noun; undefined for all other words. */
export function stemListedNoun(word: string): string | undefined {
  if (HARD.has(word) || INDECLINABLE.has(word)) return word
  const feminine = word.replace(FEMININE_ENDING, '')
  if (feminine !== word && FEMININE.has(feminine)) return `${feminine}ь`
  const hard = word.replace(HARD_ENDING, '')
  if (HARD.has(hard)) return hard
  const soft = word.replace(SOFT_ENDING, '')
  return soft !== word && SOFT.has(soft) ? `${soft}й` : undefined
}

/** архив, коллектив, залив, перерыв: to Snowball the gerund of a verb, unless there is an ending after it. */
const NOUN_IN_IV = /(?<=.(?:[тсхл]и|[рз]ы))в$/

/** Gives Snowball the nominative of a word that may be a noun on -ал, -ан or -ен, so that it cuts all forms alike. */
export function nominativeOfLikelyNoun(word: string): string {
  return word.replace(OBLIQUE_OF_LIKELY_NOUN, '').replace(NOUN_IN_IV, 'ва')
}
