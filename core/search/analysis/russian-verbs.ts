import { lazily } from '../lunr-kk/lazily.ts'

/**
 * Verbs whose present and past have different stems, which Snowball keeps apart: key, infinitives, past (masculine), present stem with its
 * conjugation (1: -ет, 2: -ит, 3: -ит without the first person, 4: only that, 5: -ет where -у and -и would meet a noun), and the short passive participle (- for none). Each stands for itself and for all its prefixed verbs.
 */
const VERBS = `
  вед вести|весть вел вед1 веден
  вез везти вез вез1 везен
  нес нести|несть нес нес1 несен
  ид идти|йти шел ид1|йд1|д1 йден
  ех ехать ехал ед1 -
  бу быть был буд1 -
  да дать|дам|дашь|даст|дадим|дадите дал дад1 дан
  ста стать стал стан1 -
  писа писать писал пиш1 писан
  каза казать казал каж1 казан
  вяза вязать вязал вяж1 вязан
  иска искать искал ищ1 искан
  реза резать резал реж1 резан
  кры крыть крыл кро1 крыт
  мы мыть мыл мо1 мыт
  би бить бил бь1|обь1 бит
  ви вить вил вь1 вит
  ли лить лил ль1 лит
  пи пить пил пь1 пит
  шить шить шил шь1 шит
  жи жить жил жив1 жит
  плы плыть плыл плыв1 -
  бра брать брал бер1 бран
  зва звать звал зов1 зван
  жда ждать ждал жд1 -
  гна гнать гнал гон2 гнан
  сла слать слал шл1 слан
  рва рвать рвал рв1 рван
  ня нять нял ним1 нят
  жа жать жал жм1|жн1 жат
  моч мочь мог мог1|мож1 -
  рос расти|расть рос раст1 -
  лег лечь лег ляг1 -
  влек влечь влек влек1|влеч1 влечен
  берег беречь берег берег1|береж1 бережен
  тек течь тек тек1|теч1 -
  сек сечь сек сек1|сеч1 сечен
  пас пасть пал пад1 -
  чес честь чел чт1 чтен
  тер тереть тер тр1 терт
  мер мереть мер мр1 -
  держ держать держал держ2 держан
  леж лежать лежал леж2 -
  слыш слышать слышал слыш2 -
  звуч звучать звучал звуч2 -
  крич кричать кричал крич2 -
  молч молчать молчал молч2 -
  беж бежать бежал беж2|бег1 -
  спа спать спал сп2 -
  стоя стоять стоял сто2 -
  боя бояться|боять боял бо2 -
  смотр смотреть смотрел смотр2 смотрен
  вид видеть видел вид2 виден
  сид сидеть сидел сид2 -
  лет лететь летел лет2 -
  завис зависеть зависел завис2 -
  гор гореть горел гор2 -
  терп терпеть терпел терп2 -
  гляд глядеть глядел гляд2 -
  хот хотеть хотел хот2|хоч1 -
  им иметь имел име1 -
  ум уметь умел уме1 -
  владе владеть владел владе1 -
  успе успеть успел успе1 -
  боле болеть болел боле1 -
  одоле одолеть одолел одоле1 одолен
  преодоле преодолеть преодолел преодоле1 преодолен
  греть греть грел гре1 грет
  вернуть вернуть вернул верн1 вернут
  двинуть двинуть двинул двин1 двинут
  тянуть тянуть тянул тян1 тянут
  тронуть тронуть тронул трон1 тронут
  толкнуть толкнуть толкнул толкн1 -
  черкнуть черкнуть черкнул черкн1 черкнут
  помянуть помянуть помянул помян1 помянут
  глянуть глянуть глянул глян1 -
  кинуть кинуть кинул кин1 кинут
  коснуть коснуть коснул косн1 -
  дохнуть дохнуть дохнул дохн1 -
  крепнуть крепнуть креп крепн1 -
  никнуть никнуть ник|никнул никн1 -
  стигнуть стигнуть|стичь стиг|стигнул стигн1 стигнут
  вергнуть вергнуть верг|вергнул вергн1 вергнут
  бегнуть бегнуть бег|бегнул бегн1 -
  гибнуть гибнуть гиб|гибнул гибн1 -
  чезнуть чезнуть чез|чезнул чезн1 -
  выкнуть выкнуть вык|выкнул выкн1 -
  мкнуть мкнуть мкнул мкн1 мкнут
  дра драть драл дер5 дран
  воева воевать воевал вою5 воеван
  сея сеять сеял се5 сеян
  печ печь пек пек5|печ5 печен
  пахнуть пахнуть пахнул пахн1 -
  обрес обрести|обресть обрел обрет1 обретен
  зна знать знал зна1 знан
  дыша дышать дышал дыш2 -
  мети метить метил мет3 мечен
  плес плести|плесть плел плет1 плетен
  цвес цвести|цвесть цвел цвет5 -
  кла класть клал клад5 -
  жеч жечь жег жг1|жж5 жжен
  стриг стричь стриг стриг1|стриж5 стрижен
  лез лезть лез лез1 -
  полз ползти полз полз1 -
  тряс трясти тряс тряс1 -
  красть красть крал крад5 краден
  проси просить просил прос3|прош4 прошен
  ходи ходить ходил ход3|хож4 -
  носи носить носил нос3|нош4 ношен
  води водить водил вод3|вож4 -
  вози возить возил воз3 -
  плати платить платил плат3|плач4 плачен
  крути крутить крутил крут3|круч4 кручен
  трати тратить тратил трат3|трач4 трачен
  пусти пустить пустил пуст3|пущ4 пущен
  чисти чистить чистил чист3|чищ4 чищен
  боро бороть борол бор5 -
  коло колоть колол кол5 колот
  плака плакать плакал плач5 плакан
  скака скакать скакал скач5 -
  прята прятать прятал пряч5 прятан
  маха махать махал маш5 -
  топта топтать топтал топч5 топтан
  шепта шептать шептал шепч5 -
  хохота хохотать хохотал хохоч5 -
  хлопота хлопотать хлопотал хлопоч5 -
  дрема дремать дремал дремл5 -
  сыпа сыпать сыпал сыпл5 сыпан
  трепа трепать трепал трепл5 трепан
  колеба колебать колебал колебл5 -
  маза мазать мазал маж5 мазан
  чеса чесать чесал чеш5 чесан
  пляса плясать плясал пляш5 -
  паха пахать пахал паш5 пахан
`
/** Verbs that are listed as they are, because their parts are no verbs by themselves. */
const WHOLE_VERBS = `
  приня принять принял прим1 принят
  предприня предпринять предпринял предприм1 предпринят
  поня понять понял пойм1 понят
  заня занять занял займ1 занят
  наня нанять нанял найм1 нанят
  взя взять взял возьм1 взят
  начал начать начал начн1 начат
  созда создать|создам|создашь|создаст|создадим|создадите|создадут создал созда1 создан
  препода преподавать преподавал препода1 -
  встрети встретить встретил встрет3 встречен
  надея надеять надеял наде1 -
  смея смеять смеял сме1 -
  оде одеть одел оден1 одет
  наде надеть надел наден1 надет
  ошиб ошибить|ошибиться ошиб ошиб5 -
  спас спасти спас спас1 спасен
  пе петь пел по5 -
  спе спеть спел спо5 спет
  запе запеть запел запо5 -
`
const PREFIXES = (
  'в вс вз взо во воз вос вы до за из изо ис на над надо недо о об обо от ото па пере по под подо пре пред при про раз разо рас с со соз у ' +
  'воспро предо расс въ объ подъ разъ съ изъ'
)
  .split(' ')
  .sort((one, other) => other.length - one.length)
const ENDINGS_OF_CONJUGATION: Readonly<Record<string, readonly string[]>> = {
  '1': 'у ю ешь ет ем ете ут ют и ите'.split(' '),
  '2': 'у ю ишь ит им ите ат ят и'.split(' '),
  '3': 'ишь ит им ите ат ят'.split(' '),
  '4': ['у', 'ю'],
  '5': 'ю ешь ет ем ете ут ют'.split(' '),
}
const PARTICIPLES_OF_CONJUGATION: Readonly<Record<string, readonly string[]>> = {
  '1': ['ущ', 'ющ'],
  '2': ['ащ', 'ящ'],
  '3': ['ящ'],
  '5': ['ущ', 'ющ'],
}
const SHORT_ENDINGS = ['', 'а', 'о', 'ы']
const PAST_ENDINGS = ['', 'а', 'о', 'и']
const ADJECTIVE_ENDINGS = 'ый ого ому ым ом ая ой ую ое ые ых ыми'.split(' ')
const SOFT_ADJECTIVE_ENDINGS = 'ий его ему им ем ая ей ую ее ие их ими'.split(' ')
const VOWEL = /[аеиоуыэюя]$/

const keysOfPrefixable = lazily(() => keysOf(VERBS))
const keysOfWhole = lazily(() => keysOf(WHOLE_VERBS))
// Forms that are too short or too much like other words to be read as prefix and verb by chance.
const SHORTEST_AFTER_PREFIX = 3

/** The stem of a form of a verb with changing stems, the same for all its forms; undefined for all other words. */
export function stemIrregularVerb(word: string): string | undefined {
  const active = word.length > 5 ? word.replace(/(?<=[тьлаиоеюумшхй])с[ья]$/, '') : word
  return keysOfWhole().get(active) ?? keysOfPrefixable().get(active) ?? stemAfterPrefix(active)
}

function stemAfterPrefix(word: string): string | undefined {
  for (const prefix of PREFIXES) {
    if (!word.startsWith(prefix) || word.length < prefix.length + SHORTEST_AFTER_PREFIX) continue
    const key = keysOfPrefixable().get(word.slice(prefix.length))
    if (key !== undefined) return unifiedPrefix(prefix) + key
  }
  return undefined
}

/** подо- is под-, and so on: подобрать, подберет. */
function unifiedPrefix(prefix: string): string {
  return /^(?:взо|во|изо|надо|обо|ото|подо|разо|со)$/.test(prefix) ? prefix.slice(0, -1) : prefix
}

function keysOf(table: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const row of table.trim().split('\n')) {
    const [key = '', infinitives = '', pasts = '', presents = '', passive = ''] = row.trim().split(' ')
    const forms = [
      ...infinitives.split('|'),
      ...pasts.split('|').flatMap(pastForms),
      ...presents.split('|').flatMap(presentForms),
      ...(passive === '-' ? [] : passiveForms(passive)),
    ]
    for (const form of forms) if (!keys.has(form)) keys.set(form, key)
  }
  return keys
}

function pastForms(masculine: string): string[] {
  if (masculine.endsWith('шел')) {
    return [masculine, ...withEndings('шл', ['а', 'о', 'и']), ...withEndings('шедш', SOFT_ADJECTIVE_ENDINGS)]
  }
  const endsInL = masculine.endsWith('л')
  const stem = endsInL ? masculine.slice(0, -1) : masculine
  const participle = VOWEL.test(stem) ? `${stem}вш` : `${stem}ш`
  return [masculine, ...withEndings(`${stem}л`, PAST_ENDINGS), ...withEndings(participle, SOFT_ADJECTIVE_ENDINGS)]
}

function presentForms(stemAndConjugation: string): string[] {
  const stem = stemAndConjugation.slice(0, -1)
  const conjugation = stemAndConjugation.slice(-1)
  const participles = PARTICIPLES_OF_CONJUGATION[conjugation] ?? []
  return [
    ...withEndings(stem, ENDINGS_OF_CONJUGATION[conjugation] ?? []),
    ...participles.flatMap((participle) => withEndings(stem + participle, SOFT_ADJECTIVE_ENDINGS)),
  ]
}

function passiveForms(short: string): string[] {
  const long = short.endsWith('н') ? `${short}н` : short
  return [...withEndings(short, SHORT_ENDINGS), ...withEndings(long, ADJECTIVE_ENDINGS)]
}

function withEndings(stem: string, endings: readonly string[]): string[] {
  return endings.map((ending) => stem + ending)
}
