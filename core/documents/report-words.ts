import type { Translate } from '../translate/create-translator.ts'

/** The words of a coverage report, for its template. */
export function reportWords(translate: Translate): Readonly<Record<string, string>> {
  return {
    keyFigures: translate('printed.keyFigures'),
    byMonth: translate('printed.byMonth'),
    own: translate('printed.kindsTogether.own'),
    coverage: translate('printed.kindsTogether.coverage'),
    total: translate('printed.totalLabel'),
    period: translate('printed.periodLabel'),
    before: translate('printed.periodBefore'),
    change: translate('printed.change'),
    search: translate('printed.searchLabel'),
    month: translate('printed.monthLabel'),
    pickUps: translate('printed.pickUps'),
    release: translate('printed.release'),
    outlet: translate('printed.outlet'),
    lag: translate('printed.lagDays'),
    share: translate('printed.shareTaken'),
    noPickUp: translate('printed.noPickUp'),
    silentPartners: translate('printed.silentPartners'),
    partner: translate('printed.partnerLabel'),
    lastArticle: translate('printed.lastArticle'),
    daysSilent: translate('printed.daysSilent'),
    articles: translate('printed.listOfArticles'),
    nothing: translate('printed.nothingFound'),
  }
}
