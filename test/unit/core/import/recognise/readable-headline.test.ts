import { describe, expect, it } from 'vitest'
import { readableHeadline, shareOfCapitals } from '../../../../../core/import/recognise/readable-headline.ts'

describe('readableHeadline', () => {
  it.each([
    [
      'A STRATEGIC PARTNERSHIP MEETING WAS HELD AT ALTAI VALLEY UNIVERSITY',
      'The Strategic Partnership Meeting took place at Altai Valley University. Such partnerships and meetings are strategic for the university.',
      'A strategic partnership meeting was held at Altai Valley University',
    ],
    [
      'THE PROJECT “SILVER AGE – NEW SKILLS” HAS BEGUN',
      'The project “Silver Age – New Skills,” is for people over sixty. Every age has its skills.',
      'The project “Silver Age – New Skills” has begun',
    ],
    [
      'РЕКТОР ВОСТОЧНОГО УНИВЕРСИТЕТА ПОСЕТИЛ КАРДИФФ',
      'Делегация посетила Кардифф. Ректор восточного университета встретился с коллегами из Кардиффа.',
      'Ректор восточного университета посетил Кардифф',
    ],
    ['В АСТАНЕ ОТКРЫЛСЯ ЦЕНТР ЮНЕСКО', 'Новый центр открылся вчера.', 'В Астане открылся центр ЮНЕСКО'],
    [
      'ҚАЗАҚСТАНДА «ЖАС ҒАЛЫМ» БАЙҚАУЫ БАСТАЛДЫ',
      'Биыл «Жас ғалым» байқауы бесінші рет өтеді. Байқауға Қазақстанның барлық өңірінен өтінім түсті.',
      'Қазақстанда «Жас ғалым» байқауы басталды',
    ],
    [
      'STUDENTS LEARN TO WORK WITH AI AND CHATGPT',
      'The course on AI begins with ChatGPT, and students like it.',
      'Students learn to work with AI and ChatGPT',
    ],
  ])('makes %s readable', (headline, body, readable) => {
    expect(readableHeadline(headline, body)).toBe(readable)
  })

  it('changes letters only, never words or signs', () => {
    const headline = 'NEWS: 25 YEARS – “OPEN DOORS”, (PART 2) & MORE!'
    expect(readableHeadline(headline, 'Nothing helps here.').toUpperCase()).toBe(headline)
  })
})

describe('shareOfCapitals', () => {
  it('counts letters of all alphabets and ignores the rest', () => {
    expect(shareOfCapitals('ҒЫЛЫМ 2025')).toBe(1)
    expect(shareOfCapitals('Ғылым мен білім')).toBeLessThan(0.2)
    expect(shareOfCapitals('2025')).toBe(0)
  })
})
