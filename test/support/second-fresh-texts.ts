import type { FreshText } from './fresh-texts.ts'

/** Written after the first forty were read rightly, to see whether what was learnt from them holds for others. */
export const SECOND_FRESH_TEXTS: readonly FreshText[] = [
  {
    name: 'Kazakh agency text with a headline, a day without a year',
    source: `Шопандарға арналған мектеп ашылды

БЕРЕЛ. 5 сәуір. ДАЛА-АҚПАРАТ /Сәуле Оспан/. Тау баурайындағы ауылда шопандардың балаларына арналған қысқы мектеп ашылды. Онда алпыс бала оқиды.

Мектепті университет түлектері салып берді.`,
    language: 'kk',
    published: null,
    title: 'Шопандарға арналған мектеп ашылды',
  },
  {
    name: 'Russian article with a rubric, a headline and a lead',
    source: `Общество

Как встречают весну в Береле

24.03.2025, 08:15

В Береле отметили приход весны.

На площади перед университетом поставили сорок юрт, и в каждой гостей угощали наурыз-коже. Студенты показали старинные игры и состязания.

Праздник продлится до вечера воскресенья.

Автор: Лейла Нур`,
    language: 'ru',
    published: '2025-03-24',
    title: 'Как встречают весну в Береле',
  },
  {
    name: 'English article with a byline under the headline and a day after it',
    source: `The quiet return of the snow leopard
By Timur Asan and Inga Dahl
Ore Altai, 3 December 2024

Cameras set up by students of biology have filmed a snow leopard in the hills above Berel for the first time since 1998.

The animal was alone and in good health.`,
    language: 'en',
    published: '2024-12-03',
    title: 'The quiet return of the snow leopard',
  },
  {
    name: 'invitation to the press with when and where above the headline',
    source: `МЕДИА-АНОНС
Когда: 20 мая 2025 года, 11:00
Где: Берель, ул. Садовая, 4, конференц-зал

Учёные расскажут о находках летней экспедиции

Историки и археологи университета приглашают журналистов на рассказ о находках экспедиции. Будут показаны украшения из кургана.

Аккредитация по телефону.`,
    language: 'ru',
    published: null,
    title: 'Учёные расскажут о находках летней экспедиции',
  },
  {
    name: 'Kazakh release with its number and an addressee',
    source: `Шығ. № 214
2025 жылғы 17 маусым

БАҚ басшыларына

Жазғы мектепке қабылдау басталды

Университет жасөспірімдерге арналған жазғы мектепке қабылдау басталғанын хабарлайды. Мектепте робот құрастыру мен бағдарламалау оқытылады.

Өтініштер шілденің ортасына дейін қабылданады.`,
    language: 'kk',
    published: '2025-06-17',
    title: 'Жазғы мектепке қабылдау басталды',
  },
  {
    name: 'print-out with a cookie line and a search field',
    source: `We use cookies to improve this site. Accept all
Search
Berel University
Study
Research
About us
News
Bees return to the roof of the library
12/04/2025 09:20
Ten hives stand on the roof of the library again this spring. Their honey is sold in the shop of the university from August on.

The bees are looked after by students of agriculture.
Related news
Snow on the pass
Bus times change`,
    language: 'en',
    published: null,
    title: 'Bees return to the roof of the library',
  },
  {
    name: 'Russian page print-out with its address and a counter',
    source: `Berel Today | Новости Береля и области
https://today.berel.example/2025/02/robot

Робот из университета научился сажать лес

Опубликовано: 06.02.2025 в 12:40   Просмотров: 1 204   Комментариев: 3

Робот на гусеницах высаживает за час двести саженцев. Его сделали магистранты кафедры машиностроения.

Осенью робот выйдет на склоны Ак-Тау.`,
    language: 'ru',
    published: '2025-02-06',
    title: 'Робот из университета научился сажать лес',
  },
  {
    name: 'Kazakh mail in answer with the day in the line above the quotation',
    source: `Сәлеметсіз бе!
Төменде мәтінді жолдап отырмын.

Кімнен: Әсел Қайрат <a.kairat@berel.example>
Күні: 2025 ж. 29 қаңтар, 10:12
Кімге: press@berel.example
Тақырып: Қысқы спартакиада аяқталды

Университеттің қысқы спартакиадасы аяқталды. Шаңғы жарысында геология факультетінің командасы бірінші орын алды.

Спартакиадаға сегіз жүз студент қатысты.`,
    language: 'kk',
    published: '2025-01-29',
    title: 'Қысқы спартакиада аяқталды',
  },
  {
    name: 'mail printed from a mail program with bold labels',
    source: `*From:* Dana Aman <dana@berel.example>
*Sent:* Thursday, February 20, 2025 4:55 PM
*To:* News desk
*Subject:* RE: FW: Berel debaters reach the final in Lindal

Two students of law have reached the final of the debate contest in Lindal. Their subject was the price of water.

The final will be shown live in the great hall.`,
    language: 'en',
    published: '2025-02-20',
    title: 'Berel debaters reach the final in Lindal',
  },
  {
    name: 'post of a channel with pictographs in every line',
    source: `📢📢📢 Внимание, абитуриенты!
🗓 20.06.2025
📍 Главный корпус

С понедельника приёмная комиссия работает без выходных. Документы можно подать и через сайт, очередь займёт не больше десяти минут.

☎️ +7 700 000 00 01`,
    language: 'ru',
    published: '2025-06-20',
    title: 'Внимание, абитуриенты!',
  },
  {
    name: 'post of a channel forwarded from another',
    source: `Forwarded from: Берел университеті
[08.11.2024 19:02]
Біздің команда әлем чемпионы атанды!

Бағдарламалаушылар командасы Нордхавенде өткен додада бірінші орын алды. Құрамында үш студент бар.

Командаға құттықтау жолдаңыздар.`,
    language: 'kk',
    published: '2024-11-08',
    title: 'Біздің команда әлем чемпионы атанды!',
  },
  {
    name: 'headline in capitals over two lines with quotes',
    source: `КНИГА РЕКТОРА «ГОРЫ И ЛЮДИ»
ВЫШЛА В НОРДХАВЕНЕ
11 апреля 2025 года

Книга ректора Сауле Омар «Горы и люди» вышла на английском языке в Нордхавене. Перевод занял два года.

Предисловие написал географ Эрик Сунд.`,
    language: 'ru',
    published: '2025-04-11',
    title: 'Книга ректора «Горы и люди» вышла в Нордхавене',
  },
  {
    name: 'English headline in capitals with an acronym and a month',
    source: `UNESCO AND BEREL UNIVERSITY TO HOLD FESTIVAL OF MOUNTAIN MUSIC IN MAY
22.01.2025

Berel University and UNESCO will hold a festival of mountain music. Singers from nine countries are expected.

The festival closes with a night of epics.`,
    language: 'en',
    published: '2025-01-22',
    title: 'UNESCO and Berel University to hold festival of mountain music in May',
  },
  {
    name: 'text half in Kazakh and half in Russian, Kazakh first',
    source: `Университетте донор күні өтті
Күні: 14.06.2024

Университетте донор күні өтті. Акцияға екі жүз студент пен оқытушы қатысып, қан тапсырды. Жиналған қан облыстық ауруханаға жіберілді, ол балалар бөлімшесіне арналған. Шара жылына екі рет өтеді.

В университете прошёл день донора. Двести студентов и преподавателей сдали кровь для областной больницы.`,
    language: 'kk',
    published: '2024-06-14',
    title: 'Университетте донор күні өтті',
  },
  {
    name: 'Russian text that quotes English titles',
    source: `Статья наших физиков вышла в Journal of Cold Matter
19 июня 2025, 13:00

Статья «Slow light in thin ice» трёх физиков университета вышла в журнале Journal of Cold Matter. Её авторы измерили, как свет проходит сквозь тонкий лёд.

Работа выполнена вместе с лабораторией Nordhaven Ice Lab.`,
    language: 'ru',
    published: '2025-06-19',
    title: 'Статья наших физиков вышла в Journal of Cold Matter',
  },
  {
    name: 'dates of a semester in the text, day of issue in the last line',
    source: `Academic calendar changes for spring

The spring term will begin on 27 January 2025 and end on 23 May 2025. Classes missed because of the flood will be held on Saturdays.

Exams follow in June.

Issued on 9 January 2025`,
    language: 'en',
    published: '2025-01-09',
    title: 'Academic calendar changes for spring',
  },
  {
    name: 'line of an exam with its day under the headline',
    source: `Расписание пересдач на кафедре химии

Экзамен 12.02.2025
Зачёт 14.02.2025

Пересдачи пройдут в аудитории 204. При себе нужно иметь зачётную книжку и пропуск.

Вопросы можно задать старосте.`,
    language: 'ru',
    published: null,
    title: 'Расписание пересдач на кафедре химии',
  },
  {
    name: 'anniversary in the headline and in the first line',
    source: `12 December 1991: how our council began

On 12 December 1991 eleven professors met in a cold room and founded the council of the university. Four of them still teach.

Their memories were recorded by students of history.`,
    language: 'en',
    published: null,
    title: '12 December 1991: how our council began',
  },
  {
    name: 'Kazakh interview with the speakers in front of their words',
    source: `Гүлнар Сәбит: «Су – ортақ байлық»
Сұхбаттасқан Айбек Нұрлан
30.09.2024

– Гүлнар Сәбитқызы, сүзгі туралы ой қалай туды?

– Ауылда өстім, тұзды судың дәмін жақсы білемін. Сол судан арылудың жолын бала кезден іздедім.

– Енді не жоспарлап отырсыз?`,
    language: 'kk',
    published: '2024-09-30',
    title: 'Гүлнар Сәбит: «Су – ортақ байлық»',
  },
  {
    name: 'release of two languages of labels with the day in Kazakh',
    source: `БАСПАСӨЗ РЕЛИЗІ / ПРЕСС-РЕЛИЗ
2024 жылғы 27 қараша

Тау метеостанциясы қайта іске қосылды

Ұлытаудағы метеостанция он жылдық үзілістен кейін қайта іске қосылды. Оның деректерін география факультеті өңдейді.

Станцияда екі бақылаушы қыстайды.`,
    language: 'kk',
    published: '2024-11-27',
    title: 'Тау метеостанциясы қайта іске қосылды',
  },
  {
    name: 'page with its day in the words of a list',
    fileName: 'page.html',
    source: `<html><head><meta charset="utf-8"><title>Вода под защитой | Рудный край</title></head><body><nav><a href="/">Главная</a><a href="/n">Новости</a></nav><div class="content"><h1>Вода под защитой</h1><ul class="meta"><li>Экология</li><li>15 августа 2024</li><li>Автор: Марат Беков</li></ul><p>Родники вокруг Береля взяты под защиту. Решение принял областной совет после доклада студентов-гидрологов, которые шесть лет составляли карту.</p><p>У каждого родника поставят знак с номером.</p></div><footer>Рудный край, 2026</footer></body></html>`,
    language: 'ru',
    published: '2024-08-15',
    title: 'Вода под защитой',
  },
  {
    name: 'page whose day stands in JSON of its head',
    fileName: 'page.html',
    source: `<html><head><meta charset="utf-8"><title>Жаңа көпір ашылды – Berel Today</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Жаңа көпір ашылды","datePublished":"2025-03-02T20:15:00Z","dateModified":"2025-03-09T10:00:00Z","author":{"@type":"Person","name":"Айбек Нұрлан"}}</script></head><body><main><h1>Жаңа көпір ашылды</h1><p>Берел өзенінің үстінен жаяу жүргіншілерге арналған жаңа көпір ашылды. Оның жобасын сәулет факультетінің студенттері жасаған.</p><p>Көпірдің ұзындығы тоқсан метр.</p></main></body></html>`,
    language: 'kk',
    published: '2025-03-03',
    title: 'Жаңа көпір ашылды',
  },
  {
    name: 'Markdown with the details in a table',
    fileName: 'clipping.md',
    source: `| Дата | 04.10.2024 |
| --- | --- |
| **Издание** | Рудный край |
| Автор | Марат Беков |
| Ссылка | https://ore.example/1 |

## Первый снег принёс урок физики

Школьники измеряли высоту снега вместе со студентами. Оказалось, что под берёзой его вдвое меньше, чем в поле.

Измерения повторят весной.`,
    language: 'ru',
    published: '2024-10-04',
    title: 'Первый снег принёс урок физики',
  },
  {
    name: 'old newspaper typed off, with the year as a word',
    source: `Рудный край
Суббота, 17 мая 1986 года
№ 58 (9 214)

ПОСАДИЛИ ПАРК

Две тысячи тополей посадили студенты на берегу. Парк назвали Молодёжным, и заложила его декан Роза Ильяс.

Ухаживать за деревьями будут сами студенты.`,
    language: 'ru',
    published: '1986-05-17',
    title: 'Посадили парк',
  },
  {
    name: 'English agency text with an American month and a place after the day',
    source: `Berel team maps glacier from the air

(Oct. 2, 2024, Berel) – A team of Berel University has mapped the Ak-Tau glacier with small aircraft. The ice has grown thinner by a metre in ten years.

The map is free for all to use.`,
    language: 'en',
    published: '2024-10-02',
    title: 'Berel team maps glacier from the air',
  },
]
