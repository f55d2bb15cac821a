import { expect, it } from 'vitest'
import { readArticles } from '../../../../core/import/read-articles.ts'
import { makeBadFiles } from '../../../support/bad-files.ts'

const LOCKED = makeBadFiles().filter(({ name }) => name.startsWith('bad-locked.'))

it.each(LOCKED)('$name is said to be locked, not broken', async ({ name, bytes }) => {
  const reading = readArticles({
    request: { name, bytes, charset: null },
    options: { today: '2026-11-02', kind: 'coverage', outlet: '' },
  })
  const said = await reading.then(
    ({ faults }) => faults.map(({ message }) => message).join(),
    (error: unknown) => String(error),
  )
  expect(said).toContain('locked with a password')
})
