import lunr from 'lunr'

/** Words that Porter's rules would merge with another word, or whose forms they would keep apart. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    news: 'news',
    university: 'university',
    universities: 'university',
    universal: 'universal',
    universally: 'universal',
    universe: 'universe',
    universes: 'universe',
    international: 'international',
    internationally: 'international',
    internal: 'internal',
    internally: 'internal',
    experience: 'experience',
    experiences: 'experience',
    experienced: 'experience',
    organ: 'organ',
    organs: 'organ',
    children: 'child',
    men: 'man',
    women: 'woman',
    people: 'people',
    taught: 'teach',
    held: 'hold',
    won: 'win',
    led: 'lead',
    built: 'build',
    analyses: 'analysi',
    analysis: 'analysi',
    theses: 'thesi',
    thesis: 'thesi',
    crises: 'crisi',
    crisis: 'crisi',
  }),
)
const POSSESSIVE = /'(?:s)?$/

/** The English (Porter) stem of a normalised word, without the possessive: university's as university. */
export function stemEnglish(word: string): string {
  const bare = word.replace(POSSESSIVE, '')
  return EXCEPTIONS.get(bare) ?? lunr.stemmer(new lunr.Token(bare, {})).toString()
}
