import type { Language } from '../../core/model/language.ts'

/** A text written out whole, in a shape that no rule was written on, with what has to be found. */
export interface FreshText {
  readonly name: string
  readonly fileName?: string
  readonly source: string
  readonly language: Language
  /** Null where the text does not state its own day: whatever is found then must be in doubt. */
  readonly published: string | null
  /** Null where there is no headline: whatever is taken for one must be in doubt. */
  readonly title: string | null
}

/** The first forty: headlines that are missing, captions, two days, mixed texts, capitals, mails, print-outs, channels, details. */
export const FRESH_TEXTS: readonly FreshText[] = [
  {
    name: 'Kazakh agency text without a headline',
    source: `АСТАНА. 2024 жылғы 18 қыркүйек. БЕРЕЛАҚПАРАТ – Берел университетінің ғалымдары тұзды көлдердің суын тазартатын жаңа сүзгі жасап шығарды. Сүзгі төрт айлық сынақтан өтті.

Жоба жетекшісі Гүлнар Сәбит сүзгінің бағасы шетелдік үлгілерден үш есе төмен екенін айтты. Оны ауыл мектептеріне орнату көзделіп отыр.

Сүзгіні шығару келер жылы басталады.`,
    language: 'kk',
    published: '2024-09-18',
    title: null,
  },
  {
    name: 'Kazakh agency text without a headline, place and day in brackets',
    source: `(Берел, 3 желтоқсан 2024 ж.) Берел қаласында жас ақындардың республикалық мүшәйрасы аяқталды. Бас жүлдені Ұлытаудан келген Нұржан Еркін жеңіп алды.

Мүшәйраға он жеті облыстан алпыс ақын қатысты. Қазылар алқасын жазушы Салтанат Оразбай басқарды.`,
    language: 'kk',
    published: '2024-12-03',
    title: null,
  },
  {
    name: 'Kazakh agency text without a headline, capitals in the name of the agency',
    source: `Семей, 21 қаңтар 2025 жыл /ДАЛА-АҚПАРАТ/. Шығыстағы үш университет ортақ кітапхана жүйесіне қосылды. Енді студенттер кез келген қаладан кітап тапсырыс бере алады.

Жүйеде қазір екі жүз мың кітап бар, оның жартысы қазақ тілінде.`,
    language: 'kk',
    published: '2025-01-21',
    title: null,
  },
  {
    name: 'Russian agency text without a headline',
    source: `БЕРЕЛЬ, 7 октября 2024 года. /СТЕПЬ-ИНФОРМ/. Учёные университета вывели сорт пшеницы, который созревает на две недели раньше обычного. Испытания прошли в трёх районах.

Автор сорта Виктор Лапин рассказал, что работа заняла одиннадцать лет.`,
    language: 'ru',
    published: '2024-10-07',
    title: null,
  },
  {
    name: 'caption before the headline',
    source: `На снимке: студенты четвёртого курса у макета моста. Фото Ерлана Жумабека

Студенты собрали мост из шестисот спичек

15 ноября 2024

Мост длиной два метра выдержал груз в сорок килограммов. Его собрали четверокурсники строительного факультета.

Макет выставлен в холле главного корпуса.`,
    language: 'ru',
    published: '2024-11-15',
    title: 'Студенты собрали мост из шестисот спичек',
  },
  {
    name: 'caption of a picture in brackets before the headline',
    source: `[Photo: the rector and the ambassador in the botanical garden. Courtesy of the press office]

Botanical garden gets 80 rare tulips

May 6, 2024

Eighty wild tulips from three mountain ranges have been planted in the botanical garden of the university.

The ambassador of Lindal planted the first of them together with the rector, Saule Omar.`,
    language: 'en',
    published: '2024-05-06',
    title: 'Botanical garden gets 80 rare tulips',
  },
  {
    name: 'Kazakh caption before the headline',
    source: `Суретте: Еңлік Марат Берел шатқалында. Суретті түсірген Абай Қуаныш

Тау сілемінен жаңа өсімдік табылды

11.07.2025

Биолог Еңлік Марат Берел шатқалынан бұрын сипатталмаған қоңыраугүл түрін тапты. Өсімдік үш мың метр биіктікте өседі.

Зерттеу нәтижесі университет жаршысында жарияланады.`,
    language: 'kk',
    published: '2025-07-11',
    title: 'Тау сілемінен жаңа өсімдік табылды',
  },
  {
    name: 'day of publication and day of the event, labelled',
    source: `Announced: 14 February 2025
Takes place: 3 March 2025

Open day at the faculty of medicine

Pupils of the upper forms are invited to see the laboratories and to talk with teachers and students.

Guests are asked to bring a pass or a school card.`,
    language: 'en',
    published: '2025-02-14',
    title: 'Open day at the faculty of medicine',
  },
  {
    name: 'day of publication above, day of the event in the first sentence',
    source: `16.04.2025
Ярмарка вакансий соберёт сорок работодателей

25 апреля 2025 года в спортивном зале университета пройдёт ярмарка вакансий. Свои предложения привезут сорок работодателей из пяти городов.

Вход свободный.`,
    language: 'ru',
    published: '2025-04-16',
    title: 'Ярмарка вакансий соберёт сорок работодателей',
  },
  {
    name: 'two days in one line, of publication and of change',
    source: `Кітапхана түнгі оқу залын ашты
Жарияланды: 05.09.2024, 09:30 (жаңартылды: 12.09.2024, 18:00)

Емтихан кезінде университет кітапханасының екінші қабаты тәулік бойы жұмыс істейді. Мұндай шешімді студенттер кеңесі ұсынған еді.

Залда жүз жиырма орын бар.`,
    language: 'kk',
    published: '2024-09-05',
    title: 'Кітапхана түнгі оқу залын ашты',
  },
  {
    name: 'American order with a time',
    source: `Choir tours four cities
03/28/2025 2:15 PM

The student choir has begun a tour of four cities in the east of the country. Every concert ends with a song that the audience chooses.

The tour closes in Berel.`,
    language: 'en',
    published: '2025-03-28',
    title: 'Choir tours four cities',
  },
  {
    name: 'European order with slashes',
    source: `28/03/2025 | 14:15
Choir tours five cities

The student choir has begun a tour of five cities in the south of the country. Every concert opens with a lullaby.

The tour closes in Taldy.`,
    language: 'en',
    published: '2025-03-28',
    title: 'Choir tours five cities',
  },
  {
    name: 'slashes that can be read in two ways',
    source: `Choir tours six cities
05/06/2025

The student choir has begun a tour of six cities in the north of the country. Every concert has a guest from the town.

The tour closes in Zhar.`,
    language: 'en',
    published: null,
    title: 'Choir tours six cities',
  },
  {
    name: 'Kazakh text with a long Russian quotation',
    source: `Жазушының кеші өтті
22 мамыр 2025

Университет кітапханасында жазушы Роза Ілияспен кездесу өтті. Кеште оның жаңа әңгімелері оқылды, студенттер сұрақтарын қойды.

Қонақтардың бірі орысша сөйледі: «Я читаю её рассказы двадцать лет и каждый раз нахожу в них что-то новое».

Кеш соңында кітапханаға жазушының он томдығы табыс етілді. Кездесуді филология факультеті ұйымдастырды.`,
    language: 'kk',
    published: '2025-05-22',
    title: 'Жазушының кеші өтті',
  },
  {
    name: 'Russian text with Kazakh names and titles',
    source: `Театр показал «Қыз Жібек»
30 января 2025 г.

Студенческий театр «Жас қанат» сыграл в Береле музыкальную драму «Қыз Жібек». Зал на триста мест был полон.

Режиссёр Әлия Тұрсын поставила спектакль вместе с выпускниками. Следующим театр покажет «Айман – Шолпан».`,
    language: 'ru',
    published: '2025-01-30',
    title: 'Театр показал «Қыз Жібек»',
  },
  {
    name: 'headline in two languages, text in Kazakh',
    source: `Абай оқулары басталды / Начались Абаевские чтения
10 тамыз 2024 жыл

Университетте дәстүрлі Абай оқулары басталды. Биыл оған тоғыз өңірден жүз елу оқушы келді.

Жеңімпаздар қыркүйектің соңында белгілі болады.`,
    language: 'kk',
    published: '2024-08-10',
    title: 'Абай оқулары басталды / Начались Абаевские чтения',
  },
  {
    name: 'headline in capitals with names',
    source: `19 MARCH 2025

NORDHAVEN PROFESSOR INGA DAHL JOINS BEREL STATE UNIVERSITY AS VISITING SCHOLAR

Professor Inga Dahl of Nordhaven will teach at Berel State University until the summer. She is known for her work on snow and ice.

The visiting scholar will also lead a field trip to the Ak-Tau glacier.`,
    language: 'en',
    published: '2025-03-19',
    title: 'Nordhaven professor Inga Dahl joins Berel State University as visiting scholar',
  },
  {
    name: 'Russian headline in capitals with names',
    source: `РЕКТОР САУЛЕ ОМАР ВСТРЕТИЛАСЬ С ПОСЛОМ ЛИНДАЛЯ
02.12.2024

Ректор Сауле Омар приняла посла Линдаля Эрика Сунда. Стороны обсудили обмен преподавателями между Берелем и столицей Линдаля.

Посол осмотрел новый корпус.`,
    language: 'ru',
    published: '2024-12-02',
    title: 'Ректор Сауле Омар встретилась с послом Линдаля',
  },
  {
    name: 'Kazakh headline in capitals with names and an acronym',
    source: `БЕРЕЛ УНИВЕРСИТЕТІ МЕН ЮНЕСКО КЕЛІСІМГЕ ҚОЛ ҚОЙДЫ
2025 жылғы 6 ақпан

Берел университеті ЮНЕСКО-мен ынтымақтастық туралы келісімге қол қойды. Құжат тау халықтарының музыкасын сақтауға арналған.

Келісім бес жылға жасалды.`,
    language: 'kk',
    published: '2025-02-06',
    title: 'Берел университеті мен ЮНЕСКО келісімге қол қойды',
  },
  {
    name: 'mail forwarded by a web mail, with a greeting above',
    source: `Добрый день, коллеги!
Пересылаю новость для сайта, прошу разместить сегодня.

---------- Forwarded message ---------
От: Айгерим Сали <a.sali@berel.example>
Date: ср, 12 мар. 2025 г. в 09:41
Subject: Студенты посадили аллею клёнов
To: <press@berel.example>

Двести студентов посадили аллею клёнов вдоль дороги к аэропорту. Саженцы подарил лесхоз.

Уход за деревьями взяли на себя первокурсники.`,
    language: 'ru',
    published: '2025-03-12',
    title: 'Студенты посадили аллею клёнов',
  },
  {
    name: 'mail forwarded by a phone',
    source: `Sent from my phone

Begin forwarded message:

From: Press Office <press@berel.example>
Subject: Chess club wins the national cup
Date: 8 April 2025 at 17:20:11 GMT+5
To: Editors <editors@berel.example>

The chess club of the university has won the national cup for the second time. The deciding game took six hours.

The cup will stand in the hall of the main building.`,
    language: 'en',
    published: '2025-04-08',
    title: 'Chess club wins the national cup',
  },
  {
    name: 'mail answered with marks of quotation',
    source: `> Кімнен: Баспасөз қызметі
> Жіберілді: 14 қазан 2024 ж. 11:05
> Кімге: Редакция
> Тақырыбы: FW: Жас ғалымдар апталығы басталды
>
> Университетте жас ғалымдар апталығы басталды. Бағдарламада отыз дәріс пен сегіз көрме бар.
>
> Апталықты жас ғалымдар кеңесі ұйымдастырып отыр.`,
    language: 'kk',
    published: '2024-10-14',
    title: 'Жас ғалымдар апталығы басталды',
  },
  {
    name: 'release with contacts, headline and second headline',
    source: `FOR IMMEDIATE RELEASE

Contact: Dana Aman
Phone: +7 700 000 00 00
Email: press@berel.example

University of Berel Opens Centre for Snow Research
New building holds three laboratories and a cold room

BEREL, Kazakhstan, January 15, 2025 — The University of Berel today opened a centre for research on snow and avalanches. It is the first of its kind in the region.

“Snow is our water of next summer,” said the director, Timur Asan.

###`,
    language: 'en',
    published: '2025-01-15',
    title: 'University of Berel Opens Centre for Snow Research',
  },
  {
    name: 'release with the day on the line of its kind',
    source: `PRESS RELEASE | 24 June 2024

Summer school for teachers of physics begins

Sixty teachers from villages have come to the summer school of the university. For two weeks they will build instruments from simple things.

The school is free of charge.`,
    language: 'en',
    published: '2024-06-24',
    title: 'Summer school for teachers of physics begins',
  },
  {
    name: 'Russian release with an embargo',
    source: `ПРЕСС-РЕЛИЗ
Не публиковать до 10:00 18 сентября 2024 года

Университет объявил конкурс на лучший школьный гербарий

Конкурс проводится среди учеников пятых – восьмых классов. Гербарий должен содержать не меньше сорока растений своего района.

Работы принимаются до 1 декабря.`,
    language: 'ru',
    published: null,
    title: 'Университет объявил конкурс на лучший школьный гербарий',
  },
  {
    name: 'print-out of a site with its menu in lines',
    source: `Главная
О нас
Новости
Контакты
ҚАЗ | РУС | ENG

Музей университета открыл зал минералов
21.02.2025

В музее университета открылся зал минералов. В нём триста образцов, половину собрали студенты в летних поездках.

Зал работает ежедневно, кроме понедельника.

Поделиться:
© 2012–2026 Берельский университет
Распечатано 20.10.2026`,
    language: 'ru',
    published: '2025-02-21',
    title: 'Музей университета открыл зал минералов',
  },
  {
    name: 'print-out of an English site with its menu on one line',
    source: `Home   About   Admissions   Research   News   Contacts

Home > News > 2024

Two ancient wells found near the campus

Published on 9 October 2024 | Category: Archaeology | Hits: 431

Archaeologists of the university have found two ancient wells behind the sports ground. Their stone walls are well kept.

Digging will go on in spring.

Print  Email
© Berel University 2026`,
    language: 'en',
    published: '2024-10-09',
    title: 'Two ancient wells found near the campus',
  },
  {
    name: 'print-out of a Kazakh site with its menu and an address at the end',
    source: `Басты бет
Университет туралы
Жаңалықтар
Байланыс

Жатақхана күрделі жөндеуден өтті
26 тамыз 2025, 16:40

Университеттің төртінші жатақханасы күрделі жөндеуден өтті. Онда енді әр қабатта асүй мен оқу бөлмесі бар.

Жатақханада төрт жүз студент тұрады.

https://berel.example/kk/news/1204`,
    language: 'kk',
    published: '2025-08-26',
    title: 'Жатақхана күрделі жөндеуден өтті',
  },
  {
    name: 'post copied from a channel with its stamp',
    source: `Берельский университет, [12.03.2025 14:05]
⚡️ Экзамены начнутся на неделю раньше

Учёный совет перенёс начало летних экзаменов на 19 мая. Это связано с ремонтом главного корпуса.

Расписание появится в личных кабинетах.

👉 Подписаться на канал`,
    language: 'ru',
    published: '2025-03-12',
    title: 'Экзамены начнутся на неделю раньше',
  },
  {
    name: 'Kazakh post of a channel with marks of stars',
    source: `Берел университеті | Ресми арна, [4 Jun 2025 at 18:22:10]:
**Түлектер кеші 28 маусымда өтеді**

Биыл түлектер кеші университеттің ашық алаңында өтеді. Оған бес мың адам келеді деп күтілуде.

Кештің бағдарламасы арнада жарияланады.

#түлектер #берел`,
    language: 'kk',
    published: '2025-06-04',
    title: 'Түлектер кеші 28 маусымда өтеді',
  },
  {
    name: 'post of a channel without a headline',
    source: `Berel University News
12 Mar 2025, 10:30

Today our swimmers came home with nine medals, four of them gold. The whole team was met at the station with flowers and music.

1.2K views`,
    language: 'en',
    published: '2025-03-12',
    title: null,
  },
  {
    name: 'details of a clipping as lines of two columns',
    source: `СМИ\tГазета «Рудный край»
Дата\t19.11.2024
Автор\tМарат Беков
Заголовок\tКак студенты спасли старую мельницу

Старую водяную мельницу под Берелем хотели разобрать. Студенты-архитекторы обмерили её и доказали, что её можно восстановить.

Работы займут два лета.`,
    language: 'ru',
    published: '2024-11-19',
    title: 'Как студенты спасли старую мельницу',
  },
  {
    name: 'details of a clipping with labels on lines of their own',
    source: `Title
Old mill becomes a museum
Newspaper
Ore Altai
Date
21 November 2024

The old water mill near Berel will become a museum of bread. Its wheel turned again this week after forty years.

The museum opens in autumn.`,
    language: 'en',
    published: '2024-11-21',
    title: 'Old mill becomes a museum',
  },
  {
    name: 'Kazakh clipping with the newspaper, its number and its page',
    source: `«Кенді өлке» газеті, №87 (20456), 2024 жылғы 5 қараша, 3-бет

Ескі диірмен мұражайға айналады

Берел маңындағы ескі су диірмені нан мұражайына айналмақ. Оның дөңгелегі қырық жылдан кейін қайта айналды.

Мұражай күзде ашылады.`,
    language: 'kk',
    published: '2024-11-05',
    title: 'Ескі диірмен мұражайға айналады',
  },
  {
    name: 'headline that begins with a day',
    source: `1 September: 2,000 first-year students greeted
02.09.2024

Two thousand first-year students were greeted in the square of the university. Each of them got a small apple tree.

The trees will be planted in the new garden.`,
    language: 'en',
    published: '2024-09-02',
    title: '1 September: 2,000 first-year students greeted',
  },
  {
    name: 'headline with a question, author below, day at the end',
    source: `Зачем университету собственная обсерватория?

Мадина Жан

Обсерватория на горе Ак-Тау построена двадцать лет назад. Сегодня в ней работают трое сотрудников и сорок студентов-добровольцев.

О том, что видно в её телескоп, рассказывает директор Арман Сейт.

Опубликовано: 17 октября 2024 г.`,
    language: 'ru',
    published: '2024-10-17',
    title: 'Зачем университету собственная обсерватория?',
  },
  {
    name: 'news of a wire with a code, a time and a headline',
    source: `BI-0412-017
12 March 2025 09:14 (UTC+5)
UNIVERSITY-FLOOD-HELP
Students help villages after flood in Taldy district

Four hundred students have gone to three villages of Taldy district to clear houses of mud.

They work in groups of ten.`,
    language: 'en',
    published: '2025-03-12',
    title: 'Students help villages after flood in Taldy district',
  },
  {
    name: 'short notice with a weekday and a day without a year',
    source: `Вторник, 11 марта
Открылась запись на курсы казахского языка

Бесплатные курсы казахского языка для сотрудников начнутся в апреле. Записаться можно в отделе кадров.

Занятия проходят вечером.`,
    language: 'ru',
    published: null,
    title: 'Открылась запись на курсы казахского языка',
  },
  {
    name: 'Kazakh text with the day after the author',
    source: `Дала құстары қайта оралды

Айбек Нұрлан, 02.04.2025

Берел көліне сұңқылдақ аққулар қайта оралды. Орнитологтар биыл жүз қырық құсты санап шықты.

Құстарды бақылауға студенттер де қатысты.`,
    language: 'kk',
    published: '2025-04-02',
    title: 'Дала құстары қайта оралды',
  },
  {
    name: 'text in English from a Kazakh site with words of its frame',
    source: `Басты бет / Жаңалықтар / Ағылшынша

Berel welcomes students from Lindal

Жарияланған күні: 18.09.2025

Thirty students from Lindal have come to Berel for one term. They live with families and learn Kazakh every morning.

The exchange is paid for by both universities.`,
    language: 'en',
    published: '2025-09-18',
    title: 'Berel welcomes students from Lindal',
  },
]
