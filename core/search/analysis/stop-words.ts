import { KAZAKH_STOP_WORDS } from '../lunr-kk/stop-words.ts'

/** English function words. */
const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be been being but by can could did do does for from had has have he her hers him his how i if in into ' +
    "is it it's its me my nor not of on or our ours she should so than that the their theirs them then there these they this " +
    'those to too us was we were what when where which while who whom whose why will with would you your yours'
  ).split(' '),
)

/** Russian function words: prepositions, conjunctions, particles and pronouns; no nouns, numerals or adverbs of content. */
const RUSSIAN_STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'а без более бы был была были было быть в вам вами вас весь во вот все всего всей всем всеми всех вы да для до его ее ей ' +
    'ему если есть еще же за и из изо или им ими их к как какая какие какой ко когда которая которого которой котором ' +
    'которую которые который которых кто ли либо мне мной мы на над нам нами нас не него нее ней нем нему ни ним ними них ' +
    'но о об обо он она они оно от ото по под при про с со так такая такие такой там те тебя тем то того тоже той том тому ' +
    'тот ты у уж уже чего чем чему что чтобы эта эти этим этими этих это этого этой этом этому этот эту я'
  ).split(' '),
)

const KAZAKH_LETTER = /[әіңғүұқөһ]/

/** The stop words of a Kazakh article. */
export const KAZAKH_ARTICLE_STOP_WORDS: ReadonlySet<string> = ENGLISH_STOP_WORDS.union(KAZAKH_STOP_WORDS)
/** The stop words of all other articles, where only words with Kazakh letters are read as Kazakh. */
export const OTHER_ARTICLE_STOP_WORDS: ReadonlySet<string> = ENGLISH_STOP_WORDS.union(RUSSIAN_STOP_WORDS).union(
  new Set([...KAZAKH_STOP_WORDS].filter((word) => KAZAKH_LETTER.test(word))),
)
/** The stop words of a query, whose language is not known. */
export const ANY_STOP_WORDS: ReadonlySet<string> = OTHER_ARTICLE_STOP_WORDS.union(KAZAKH_STOP_WORDS)
