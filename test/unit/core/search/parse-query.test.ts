import { describe, expect, it } from 'vitest'
import { ALL_FIELDS, fieldBit } from '../../../../core/search/fields.ts'
import { parseQuery } from '../../../../core/search/query/parse-query.ts'

/** Each group as its sign and the texts of its members. */
function groupsOf(query: string, wanted: 'all' | 'any' = 'all'): string[] {
  const signs = { required: '+', optional: '', prohibited: '-' } as const
  return parseQuery(query, wanted).groups.map(
    ({ presence, members }) =>
      signs[presence] +
      members
        .map((member) => {
          if (member.kind === 'word') return member.text
          if (member.kind === 'wildcard') return member.pattern
          if (member.kind === 'fuzzy') return `${member.text}~${member.distance}`
          const words = member.slots.map((slot) => ('text' in slot ? slot.text : slot.pattern)).join(' ')
          return `"${words}"${member.within === null ? '' : `~${member.within}`}`
        })
        .join('|'),
  )
}

describe('a query', () => {
  it('wants all words, or those with a plus where there is one', () => {
    expect(groupsOf('Cardiff University')).toEqual(['+cardiff', '+university'])
    expect(groupsOf('+Cardiff University')).toEqual(['+cardiff', 'university'])
    expect(groupsOf('Cardiff University', 'any')).toEqual(['cardiff', 'university'])
  })

  it('knows OR, AND, NOT, phrases and NEAR', () => {
    expect(groupsOf('a OR b c')).toEqual(['+a|b', '+c'])
    expect(groupsOf('форум ИЛИ съезд')).toEqual(['+форум|съезд'])
    expect(groupsOf('НАУКА И ЖИЗНЬ')).toEqual(['+наука', '+и', '+жизнь'])
    expect(groupsOf('a AND b NOT c')).toEqual(['+a', '+b', '-c'])
    expect(groupsOf('«Год науки» -"первый день"')).toEqual(['+"год науки"', '-"первый день"'])
    expect(groupsOf('forum NEAR/5 cardiff')).toEqual(['+"forum cardiff"~5'])
    expect(groupsOf('"forum cardiff"~7')).toEqual(['+"forum cardiff"~7'])
    expect(groupsOf('"artificial intellig*"')).toEqual(['+"artificial intellig*"'])
  })

  it('takes fields in three languages and reads unknown ones as text', () => {
    const [group] = parseQuery('заголовок:форум', 'all').groups
    expect(group?.members[0]?.fields).toBe(fieldBit('title'))
    const unknown = parseQuery('foo:bar', 'all')
    expect(unknown.notices).toEqual([{ code: 'unknown-field', details: ['foo'] }])
    expect(unknown.groups[0]?.members.every((member) => member.fields === ALL_FIELDS)).toBe(true)
  })

  it('takes filters out of the words', () => {
    const query = parseQuery('форум from:2025 to:2025-06 lang:kk lang:ru -kind:own', 'all')
    expect(query.groups.length).toBe(1)
    expect(query.filter).toEqual({
      from: '2025-01-01',
      to: '2025-06-30',
      languages: ['kk', 'ru'],
      kinds: ['coverage'],
    })
  })

  it('reads a bare tilde by the length of the word, and refuses what would match nearly everything', () => {
    expect(groupsOf('форум~ министерство~')).toEqual(['+форум~1', '+министерство~2'])
    expect(parseQuery('* форум', 'all').notices).toEqual([{ code: 'wildcard-refused', details: ['*'] }])
    expect(groupsOf('форум~9')).toEqual(['+форум'])
  })

  it('keeps what lunr refuses as plain words', () => {
    expect(groupsOf('http://vku.edu.kz/news')).toEqual(['+http://vku.edu.kz/news'])
    expect(groupsOf('++форум "')).toEqual(['+форум'])
    expect(groupsOf('«Нур')).toEqual(['+нур'])
  })
})
