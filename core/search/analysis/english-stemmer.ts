import lunr from 'lunr'

/** Words that Porter's rules would merge with another word, or whose forms they would keep apart. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    news: 'news',
    university: 'university universities',
    universal: 'universal universally',
    universe: 'universe universes',
    international: 'international internationally',
    internal: 'internal internally',
    experience: 'experience experiences experienced',
    organ: 'organ organs',
    organic: 'organic organically',
    organization: 'organization organizations organisation organisations',
    general: 'general generals generally',
    generous: 'generous generously generosity',
    important: 'important importance importantly',
    community: 'community communities',
    customer: 'customer customers',
    emergency: 'emergency emergencies',
    humane: 'humane humanely',
    majority: 'majority majorities',
    objective: 'objective objectives objectively',
    office: 'office offices',
    officer: 'officer officers',
    respective: 'respective respectively',
    statue: 'statue statues',
    suite: 'suite suites',
    bus: 'bus buses',
    happi: 'happily happier happiest',
    big: 'bigger biggest',
    quick: 'quickly quicker quickest',
    child: 'children',
    man: 'men',
    woman: 'women',
    people: 'people',
    teach: 'taught',
    hold: 'held',
    win: 'won',
    lead: 'led',
    build: 'built',
    analysi: 'analyses analysis',
    thesi: 'theses thesis',
    crisi: 'crises crisis',
  }).flatMap(([stem, forms]) => forms.split(' ').map((form) => [form, stem] as const)),
)
const POSSESSIVE = /'(?:s)?$/

/** The English (Porter) stem of a normalised word, without the possessive: university's as university. */
export function stemEnglish(word: string): string {
  const bare = word.replace(POSSESSIVE, '')
  return EXCEPTIONS.get(bare) ?? lunr.stemmer(new lunr.Token(bare, {})).toString()
}
