import type { Language } from '../../core/model/language.ts'

/** A text whose paragraphs name days that are not its own. */
export interface UnseenStory {
  readonly language: Language
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** Texts for the second corpus of shapes; none of the rules was written with them at hand. */
export const UNSEEN_STORIES: readonly UnseenStory[] = [
  {
    language: 'en',
    title: 'Hydrology students map 40 springs above Berel',
    paragraphs: [
      'Second-year students of hydrology have mapped forty springs in the hills above Berel. The work began on 4 May 2019 and took six summers.',
      'Each spring was given a number, a photograph and a short description of its water. “A spring that has a number is harder to forget,” says the head of the group, Timur Asan.',
      'The printed map can be bought from September 1 in the shop of the university.',
    ],
  },
  {
    language: 'en',
    title: 'Rector’s report: what changed in 2024',
    paragraphs: [
      'The rector of Altai Valley University has presented her yearly report to the council. Research income rose by a fifth, and two faculties moved into new buildings.',
      'The council was founded on 12 December 1991, and it has met every month since.',
      'The full report will be sent to all departments next week.',
    ],
  },
  {
    language: 'en',
    title: '“Steppe Voices” choir returns from Nordhaven with first prize',
    paragraphs: [
      'The student choir “Steppe Voices” has won the first prize at the festival of Nordhaven. Twenty-six choirs from eleven countries took part.',
      'The choir sang four Kazakh songs and one written for it by Leila Nur. The festival ran from 2 to 9 June.',
      'A concert for the town is planned for the first weekend of October.',
    ],
  },
  {
    language: 'en',
    title: 'Nursing school receives 30 training beds from its partner',
    paragraphs: [
      'The nursing school of the university has received thirty training beds from the hospital of Lindal, its partner since 2016.',
      'Future nurses will practise on them from their first term. The dean, Madina Zhan, called the gift “a classroom on wheels”.',
      'A second delivery is expected before the end of the year.',
    ],
  },
  {
    language: 'ru',
    title: 'Студенты-гидрологи нанесли на карту 40 родников',
    paragraphs: [
      'Студенты второго курса кафедры гидрологии нанесли на карту сорок родников в предгорьях Береля. Работа началась 4 мая 2019 года и заняла шесть летних сезонов.',
      'Каждому роднику дали номер, фотографию и краткое описание воды. «Родник, у которого есть номер, труднее забыть», – говорит руководитель группы Тимур Асан.',
      'Печатную карту можно купить с 1 сентября в магазине университета.',
    ],
  },
  {
    language: 'ru',
    title: 'Отчёт ректора: что изменилось в 2024 году',
    paragraphs: [
      'Ректор Алтайского университета представила совету ежегодный отчёт. Доходы от исследований выросли на пятую часть, а два факультета переехали в новые здания.',
      'Совет основан 12 декабря 1991 года и с тех пор собирается каждый месяц.',
      'Полный текст отчёта разошлют по кафедрам на следующей неделе.',
    ],
  },
  {
    language: 'ru',
    title: 'Хор «Голоса степи» привёз из Нордхавена первую премию',
    paragraphs: [
      'Студенческий хор «Голоса степи» получил первую премию фестиваля в Нордхавене. В нём участвовали двадцать шесть хоров из одиннадцати стран.',
      'Хор исполнил четыре казахские песни и одну, которую написала для него Лейла Нур. Фестиваль проходил со 2 по 9 июня.',
      'Концерт для горожан намечен на первые выходные октября.',
    ],
  },
  {
    language: 'ru',
    title: 'Партнёр передал школе сестринского дела 30 учебных кроватей',
    paragraphs: [
      'Школа сестринского дела университета получила тридцать учебных кроватей от больницы Линдаля, с которой сотрудничает с 2016 года.',
      'Будущие медсёстры будут заниматься на них с первого семестра. Декан Мадина Жан назвала подарок «классом на колёсах».',
      'Вторую партию ждут до конца года.',
    ],
  },
  {
    language: 'kk',
    title: 'Гидролог студенттер 40 бұлақты картаға түсірді',
    paragraphs: [
      'Гидрология кафедрасының екінші курс студенттері Берел маңындағы қырық бұлақты картаға түсірді. Жұмыс 2019 жылғы 4 мамырда басталып, алты жазға созылды.',
      'Әр бұлаққа нөмір беріліп, суреті түсірілді, суы қысқаша сипатталды. «Нөмірі бар бұлақты ұмыту қиын», – дейді топ жетекшісі Тимур Асан.',
      'Баспадан шыққан картаны 1 қыркүйектен бастап университет дүкенінен алуға болады.',
    ],
  },
  {
    language: 'kk',
    title: 'Ректордың есебі: 2024 жылы не өзгерді',
    paragraphs: [
      'Алтай университетінің ректоры кеңеске жылдық есебін ұсынды. Зерттеуден түскен табыс бестен бірге өсті, ал екі факультет жаңа ғимаратқа көшті.',
      'Кеңес 1991 жылғы 12 желтоқсанда құрылған және содан бері ай сайын жиналады.',
      'Есептің толық мәтіні келесі аптада кафедраларға жіберіледі.',
    ],
  },
  {
    language: 'kk',
    title: '«Дала дауысы» хоры Нордхавеннен бас жүлдемен оралды',
    paragraphs: [
      'Студенттердің «Дала дауысы» хоры Нордхавен фестивалінде бас жүлдені жеңіп алды. Оған он бір елден жиырма алты хор қатысты.',
      'Хор төрт қазақ әнін және Лейла Нұр арнайы жазған бір әнді орындады. Фестиваль 2–9 маусым аралығында өтті.',
      'Қала тұрғындарына арналған концерт қазан айының алғашқы демалысында өтеді.',
    ],
  },
  {
    language: 'kk',
    title: 'Серіктес мейіргер мектебіне 30 оқу төсегін берді',
    paragraphs: [
      'Университеттің мейіргер мектебі Линдал ауруханасынан отыз оқу төсегін алды. Екі жақ 2016 жылдан бері бірге жұмыс істейді.',
      'Болашақ мейіргерлер оларда бірінші семестрден бастап жаттығады. Декан Мәдина Жан сыйлықты «дөңгелекті сынып» деп атады.',
      'Екінші бөлігі жыл соңына дейін күтіледі.',
    ],
  },
]
