import type { FreshText } from './fresh-texts.ts'

/** Written after the second list was read rightly: portals, letterheads, stamps of messengers, networks, orders, wires. */
export const THIRD_FRESH_TEXTS: readonly FreshText[] = [
  {
    name: 'kk region portal print',
    source: `Шығыс өңірі порталы
Ресми ақпарат
Мемлекеттік қызметтер

Балық шаруашылығы дамып келеді

Жарияланған уақыты 14.03.2025 10:22 Бөлім: Экономика

Берел көлінде балық өсіретін үшінші шаруашылық ашылды. Онда бахтах пен ақ балық өсіріледі, жылына елу тонна өнім алынбақ.

Шаруашылықта университет түлектері жұмыс істейді.`,
    language: 'kk',
    published: '2025-03-14',
    title: 'Балық шаруашылығы дамып келеді',
  },
  {
    name: 'ru two line title and lead',
    source: `Наука
В Береле испытали солнечную лодку
Она прошла сорок километров без остановки
29 июля 2024 г., понедельник

Лодка на солнечных батареях прошла сорок километров по Берельскому озеру. Её построили студенты-инженеры за одну зиму.

Следующее испытание пройдёт на реке.`,
    language: 'ru',
    published: '2024-07-29',
    title: 'В Береле испытали солнечную лодку',
  },
  {
    name: 'en quote title',
    source: `“We plant for those who come after us”

A talk with the gardener of the university
Published: Sunday, 4 May 2025

Marat Seit has looked after the trees of the university for thirty years. He planted most of the apple trees himself and knows each by name.

– What was here before?

– Stones, mostly.`,
    language: 'en',
    published: '2025-05-04',
    title: '“We plant for those who come after us”',
  },
  {
    name: 'ru orders',
    source: `Пресс-служба Берельского университета
исх. № 45-п от 11.02.2025
Главным редакторам СМИ

Магистранты разработали приложение для незрячих

Магистранты факультета информатики разработали приложение, которое описывает голосом дорогу от остановки до аудитории. Его испытали двадцать человек.

Приложение бесплатное.

Контакты: press@berel.example`,
    language: 'ru',
    published: '2025-02-11',
    title: 'Магистранты разработали приложение для незрячих',
  },
  {
    name: 'en newswire with slug',
    source: `BEREL, April 3 (Steppe News) - A school of weaving has opened in Berel with eleven looms given by a factory. Thirty women have signed up for the first course.

The school is run by the museum.`,
    language: 'en',
    published: null,
    title: null,
  },
  {
    name: 'kk agency full',
    source: `– Жаңалықтар –

Қыран баптаған қыз

АСТАНА, 2025 жылғы 8 қаңтар. Арнайы тілші. Ұлытаудан келген он бес жасар Аяулым Серік қыран баптаудан облыстық жарыста жеңді. Оның бүркіті қырық секундта қолға қонды.

Жарысқа жиырма бүркітші қатысты.`,
    language: 'kk',
    published: '2025-01-08',
    title: 'Қыран баптаған қыз',
  },
  {
    name: 'whatsapp copy',
    source: `[12:41, 19.05.2025] Пресс-служба: Музей проведёт ночь открытых дверей

В ночь на субботу музей университета будет работать до двух часов. Гостям покажут хранилище, куда обычно не пускают.

Вход по студенческому билету.`,
    language: 'ru',
    published: '2025-05-19',
    title: 'Музей проведёт ночь открытых дверей',
  },
  {
    name: 'facebook copy',
    source: `Berel University
18 June 2025 at 09:15 ·
🎓 Diplomas for 1,200 graduates

Twelve hundred graduates received their diplomas in the square today. The oldest of them is sixty-four.

See less
42 likes 5 comments`,
    language: 'en',
    published: '2025-06-18',
    title: 'Diplomas for 1,200 graduates',
  },
  {
    name: 'ru instagram',
    source: `berel_university
Берель

Открыли читальный сад! Теперь заниматься можно под яблонями: мы поставили столы, провели свет и беспроводную сеть.

#берель #сад
3 июня 2025 г.`,
    language: 'ru',
    published: '2025-06-03',
    title: null,
  },
  {
    name: 'docx like with title heading after logo text',
    source: `«БЕРЕЛ УНИВЕРСИТЕТІ» КЕАҚ
НАО «БЕРЕЛЬСКИЙ УНИВЕРСИТЕТ»

ПРЕСС-РЕЛИЗ

19 сентября 2024 года                                                   г. Берель

О ПРОВЕДЕНИИ ДНЯ ГОР

В Берельском университете пройдёт День гор. Студенты поднимутся на склоны Ак-Тау и соберут мусор вдоль троп.

Участников ждёт горячий чай.`,
    language: 'ru',
    published: '2024-09-19',
    title: 'О проведении дня гор',
  },
  {
    name: 'en table labels colon newline',
    source: `Headline:
Berel opens a school of beekeeping
Date:
5 March 2025
Source:
Ore Altai
Text:
A school of beekeeping has opened in Berel. Lessons last from March to October and end with an exam in the field.

The first group has twelve pupils.`,
    language: 'en',
    published: '2025-03-05',
    title: 'Berel opens a school of beekeeping',
  },
  {
    name: 'ru dates range event',
    source: `Летняя школа математиков: 1–14 июля 2025

Приём заявок в летнюю школу открыт для учеников десятых классов. Занятия будут вести преподаватели трёх университетов.

Заявки принимаются до 1 июня 2025 года.`,
    language: 'ru',
    published: null,
    title: 'Летняя школа математиков: 1–14 июля 2025',
  },
  {
    name: 'kk event line under title',
    source: `Ашық есік күні
25.04.2025, 10:00, бас ғимарат

Университет мектеп бітірушілерді ашық есік күніне шақырады. Қонақтарға зертханалар мен жатақхана көрсетіледі.

Тіркелу міндетті.`,
    language: 'kk',
    published: null,
    title: 'Ашық есік күні',
  },
  {
    name: 'en iso with tz words',
    source: `Sheep count by satellite
Wed 15 Jan 2025 11.02 GMT

Students of geography have counted sheep in the hills from satellite pictures. The count differs from that of the shepherds by two per cent.

The method is cheap.`,
    language: 'en',
    published: '2025-01-15',
    title: 'Sheep count by satellite',
  },
  {
    name: 'ru caps names',
    source: `ЭРИК СУНД ПРОЧИТАЛ В БЕРЕЛЕ ЛЕКЦИЮ О ЛЕДНИКАХ
18.10.2024

Географ Эрик Сунд прочитал студентам в Береле лекцию о ледниках. По его словам, ледники Ак-Тау тают быстрее, чем двадцать лет назад.

Лекцию слушали двести человек.`,
    language: 'ru',
    published: '2024-10-18',
    title: 'Эрик Сунд прочитал в Береле лекцию о ледниках',
  },
  {
    name: 'kk caps',
    source: `ҰЛЫТАУДА ЖАҢА МЕТЕОСТАНЦИЯ АШЫЛДЫ
2024 жылғы 3 қыркүйек

Ұлытау етегінде жаңа метеостанция ашылды. Оны география факультетінің студенттері бақылайды, деректер күн сайын жіберіледі.

Станция күн қуатымен жұмыс істейді.`,
    language: 'kk',
    published: '2024-09-03',
    title: 'Ұлытауда жаңа метеостанция ашылды',
  },
  {
    name: 'ru site print',
    source: `Skip to main content
Версия для слабовидящих
+7 700 000 00 00
Личный кабинет
Новости
Общежитие получило новые кровати
Опубликовано 28.08.2024 - admin
В третьем общежитии заменили четыреста кроватей. Старую мебель передали сельским школам, которые просили о ней с весны.
Назад к списку`,
    language: 'ru',
    published: '2024-08-28',
    title: 'Общежитие получило новые кровати',
  },
  {
    name: 'en kicker caps plus title',
    source: `RESEARCH
Salt lakes hold more life than thought
By Inga Dahl | 30 October 2024 | 4 min read

Water from salt lakes near Berel holds eighty kinds of tiny animals, say biologists. Until now only thirty were known there.

The lakes dry out in summer.`,
    language: 'en',
    published: '2024-10-30',
    title: 'Salt lakes hold more life than thought',
  },
  {
    name: 'ru date words slash section',
    source: `Культура / 7 декабря 2024 / Лейла Нур

В музее звучал старинный кобыз

Мастер Асхат Ерлан сыграл в музее на кобызе, которому двести лет. Инструмент восстанавливали три года, струны свили из конского волоса.

Концерт записали.`,
    language: 'ru',
    published: '2024-12-07',
    title: 'В музее звучал старинный кобыз',
  },
  {
    name: 'latin kazakh',
    source: `Jańa kitaphana ashyldy
2025 jylǵy 12 naýryz

Berel qalasynda jańa kitaphana ashyldy. Onda jıyrma myń kitap bar, olardyń jartysy qazaq tilinde jazylǵan. Kitaphana kún saıyn jumys isteıdi.

Oqyrmandar kóp keledi.`,
    language: 'kk',
    published: '2025-03-12',
    title: 'Jańa kitaphana ashyldy',
  },
]
