import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import { registerLunrKk } from '../../../../../core/search/lunr-kk/register-lunr-kk.ts'

const kazakh = registerLunrKk(lunr)
const ARTICLES = [
  { id: 'library', text: 'Студенттеріміз кітапханадағы «кітаптарды» оқыды.' },
  { id: 'people', text: 'Халқымыздың тарихы туралы дәріс өтті — залда жұрт көп болды.' },
]

function buildIndex(): lunr.Index {
  return lunr(function () {
    this.use(kazakh)
    this.ref('id')
    this.field('text')
    for (const article of ARTICLES) this.add(article)
  })
}

function found(index: lunr.Index, query: string): string[] {
  return index.search(query).map((hit) => hit.ref)
}

describe('the lunr plugin for Kazakh', () => {
  it('finds a word by any of its forms', () => {
    const index = buildIndex()
    expect(found(index, 'кітап')).toEqual(['library'])
    expect(found(index, 'студенттің')).toEqual(['library'])
    expect(found(index, 'халық')).toEqual(['people'])
  })

  it('trims a query as it trims the text', () => {
    expect(found(buildIndex(), '«кітаптар»')).toEqual(['library'])
  })

  it('leaves stop words and lone punctuation out of the index', () => {
    const index = buildIndex()
    expect(found(index, 'туралы')).toEqual([])
    expect(found(index, '*—*')).toEqual([])
  })

  it('gives the same answers after saving and loading, because its steps are registered', () => {
    const saved: object = JSON.parse(JSON.stringify(buildIndex()))
    const loaded = lunr.Index.load(saved)
    expect(found(loaded, 'кітабымыз')).toEqual(['library'])
  })
})

describe('the example of its README', () => {
  it('runs by itself with stock lunr, and finds what it says', async () => {
    const folder = join(import.meta.dirname, '../../../../../core/search/lunr-kk')
    const example = /```ts\n(.*?)```/s.exec(await readFile(join(folder, 'README.md'), 'utf8'))?.[1] ?? ''
    const code = example.replace(
      /^index\.search\((.*)\).*$/m,
      'console.log(index.search($1).map((hit) => hit.ref).join())',
    )
    expect(code).not.toBe(example)
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '--eval', code], { cwd: folder })
    expect(stdout.trim()).toBe('1')
  })
})
