/** Forms that Snowball does not bring together, by the stem they share. */
const IRREGULAR: Readonly<Record<string, string>> = {
  день: 'день дня дню днем дне дни дней дням днями днях',
  ребенок: 'ребенок ребенка ребенку ребенком ребенке дети детей детям детьми детях',
  человек: 'человек человека человеку человеком человеке люди людей людям людьми людях',
  деревн: 'деревня деревни деревне деревню деревней деревень деревням деревнями деревнях',
}
const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries(IRREGULAR).flatMap(([stem, forms]) => forms.split(' ').map((form) => [form, stem] as const)),
)
const COUNTRY = /^(.{2,}стан)(?:а|у|ом|е)?$/
const ASTANA = /^астан(?:а|ы|е|у|ой)$/

/** The stem of a normalised word that the general rules would get wrong; undefined for all others. */
export function russianException(word: string): string | undefined {
  if (ASTANA.test(word)) return 'астан'
  return IRREGULAR_FORMS.get(word) ?? COUNTRY.exec(word)?.[1]
}
