/** A noun that ends or begins the name of an organisation, with what is needed to show the name in its basic form. */
export interface RussianNoun {
  /** Beginning that all case forms share. */
  readonly stem: string
  readonly nominative: string
  readonly gender: 'm' | 'f' | 'n'
}

/** English nouns, capitalised in names. */
export const ENGLISH_NOUNS =
  'University|Institute|Academy|College|School|Foundation|Fund|Ministry|Agency|Association|Center|Centre|Council|Company|Corporation|Bank|Committee|Organization|Organisation|Union|Laboratory|Society|Consortium|Commission|Federation|Hospital|Museum|Library|Conservatory|Observatory|Chamber|Bureau|Holding'

const russian = (stem: string, nominative: string, gender: 'm' | 'f' | 'n'): RussianNoun => ({
  stem,
  nominative,
  gender,
})

export const RUSSIAN_NOUNS: readonly RussianNoun[] = [
  russian('университет', 'университет', 'm'),
  russian('институт', 'институт', 'm'),
  russian('академи', 'академия', 'f'),
  russian('колледж', 'колледж', 'm'),
  russian('консерватори', 'консерватория', 'f'),
  russian('гимнази', 'гимназия', 'f'),
  russian('лице', 'лицей', 'm'),
  russian('фонд', 'фонд', 'm'),
  russian('министерств', 'министерство', 'n'),
  russian('агентств', 'агентство', 'n'),
  russian('ассоциаци', 'ассоциация', 'f'),
  russian('центр', 'центр', 'm'),
  russian('компани', 'компания', 'f'),
  russian('корпораци', 'корпорация', 'f'),
  russian('холдинг', 'холдинг', 'm'),
  russian('банк', 'банк', 'm'),
  russian('комитет', 'комитет', 'm'),
  russian('лаборатори', 'лаборатория', 'f'),
  russian('консорциум', 'консорциум', 'm'),
  russian('федераци', 'федерация', 'f'),
  russian('обсерватори', 'обсерватория', 'f'),
  russian('библиотек', 'библиотека', 'f'),
  russian('музе', 'музей', 'm'),
  russian('больниц', 'больница', 'f'),
  russian('завод', 'завод', 'm'),
]

/** Kazakh nouns: the stem and the form with possessive ending that ends a name. */
export const KAZAKH_NOUNS: readonly (readonly [stem: string, named: string])[] = [
  ['университет', 'университеті'],
  ['институт', 'институты'],
  ['академия', 'академиясы'],
  ['колледж', 'колледжі'],
  ['консерватория', 'консерваториясы'],
  ['гимназия', 'гимназиясы'],
  ['лицей', 'лицейі'],
  ['қор', 'қоры'],
  ['министрлі', 'министрлігі'],
  ['агентті', 'агенттігі'],
  ['қауымдасты', 'қауымдастығы'],
  ['орталы', 'орталығы'],
  ['компания', 'компаниясы'],
  ['корпорация', 'корпорациясы'],
  ['холдинг', 'холдингі'],
  ['банк', 'банкі'],
  ['комитет', 'комитеті'],
  ['зертхана', 'зертханасы'],
  ['консорциум', 'консорциумы'],
  ['федерация', 'федерациясы'],
  ['обсерватория', 'обсерваториясы'],
  ['кітапхана', 'кітапханасы'],
  ['мұражай', 'мұражайы'],
  ['аурухана', 'ауруханасы'],
  ['зауыт', 'зауыты'],
  ['бірлесті', 'бірлестігі'],
]

/** Words beside a quoted name that make it an initiative. */
export const INITIATIVE_CUES =
  'initiatives?|projects?|program(?:me)?s?|system|campaign|forum|award|prize|contest|festival|инициатив\\p{L}*|проект\\p{L}*|программ\\p{L}*|систем\\p{L}*|форум\\p{L}*|конкурс\\p{L}*|преми\\p{L}*|акци\\p{L}*|фестивал\\p{L}*|бастама\\p{L}*|жоба\\p{L}*|бағдарлама\\p{L}*|жүйе\\p{L}*|байқау\\p{L}*|сыйлы\\p{L}*|акция\\p{L}*|фестивал\\p{L}*'
