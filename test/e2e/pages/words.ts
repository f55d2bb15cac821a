import type { Language } from '../../../core/model/language.ts'
import { createTranslator, type Translate } from '../../../core/translate/create-translator.ts'

/** The words of the interface, so that one story runs in every language. */
export function wordsOf(language: Language): Translate {
  return createTranslator(language)
}

/** An article in the shape that offices send around: a date line, a headline in capitals, the text. Written for these tests. */
export interface StoryText {
  readonly fileName: string
  readonly text: string
  /** The headline as the program shows it. */
  readonly title: string
  /** The date as the program shows it in the language of the story. */
  readonly date: string
  /** A form of a word that does not stand in the text, but another form of it does. */
  readonly inflected: string
  /** A sentence that must come out in the PDF. */
  readonly sentence: string
  readonly initiative: string
}

export const STORIES: Readonly<Record<Language, StoryText>> = {
  en: {
    fileName: 'robotics.txt',
    text: `14 March 2025
UNIVERSITY OPENS A ROBOTICS WORKSHOP FOR RURAL SCHOOLS
The workshop will receive pupils of twelve villages every Saturday. Lecturers bring the robots, the schools bring the questions.
The first lesson was held on the steppe, under a tent that the wind tried twice to carry off.`,
    title: 'University opens a robotics workshop for rural schools',
    date: '14 March 2025',
    inflected: 'villager',
    sentence: 'the schools bring the questions',
    initiative: 'Robots on Saturday',
  },
  ru: {
    fileName: 'robototehnika.txt',
    text: `14 марта 2025 года
УНИВЕРСИТЕТ ОТКРЫЛ МАСТЕРСКУЮ РОБОТОТЕХНИКИ ДЛЯ СЕЛЬСКИХ ШКОЛ
Каждую субботу мастерская принимает учеников из двенадцати аулов. Роботов привозят преподаватели, вопросы — школы.
Первое занятие прошло в степи, под шатром, который ветер дважды пытался унести.`,
    title: 'Университет открыл мастерскую робототехники для сельских школ',
    date: '14 марта 2025\u00a0г.',
    inflected: 'мастерских',
    sentence: 'который ветер дважды пытался унести',
    initiative: 'Роботы по субботам',
  },
  kk: {
    fileName: 'robototehnika-kk.txt',
    text: `2025 жылғы 14 наурыз
УНИВЕРСИТЕТ АУЫЛ МЕКТЕПТЕРІНЕ АРНАЛҒАН РОБОТОТЕХНИКА ШЕБЕРХАНАСЫН АШТЫ
Шеберхана әр сенбі сайын он екі ауылдың оқушыларын қабылдайды. Роботтарды оқытушылар әкеледі, сұрақтарды мектептер қояды.
Алғашқы сабақ далада, жел екі рет ұшырып әкете жаздаған шатырдың астында өтті.`,
    title: 'Университет ауыл мектептеріне арналған робототехника шеберханасын ашты',
    date: '2025 жылғы 14 наурыз',
    inflected: 'шеберханаларға',
    sentence: 'сұрақтарды мектептер қояды',
    initiative: 'Сенбілік роботтар',
  },
}
