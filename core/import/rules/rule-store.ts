import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { AppError } from '../../contract/app-error.ts'
import { isArticleId, type ArticleId } from '../../model/article-id.ts'
import { RULE_KINDS, type SourceRule } from '../../model/source-rule.ts'
import { TABLE_FIELDS } from '../../model/table-field.ts'
import type { ImportArchive } from '../import-archive.ts'

const FILE = 'imports/rules.json'
const MOST_LEARNT_FROM = 20
const MOST_RULES = 2_000

const ruleSchema = v.object({
  id: v.string(),
  kind: v.picklist(RULE_KINDS),
  place: v.string(),
  was: v.string(),
  value: v.string(),
  head: v.exactOptional(v.array(v.string())),
  mapping: v.exactOptional(v.array(v.nullable(v.picklist(TABLE_FIELDS)))),
  learntFrom: v.array(v.custom<ArticleId>((value) => typeof value === 'string' && isArticleId(value))),
  chosen: v.boolean(),
})

/** A correction that a person made to an imported article. */
export type Correction = Pick<SourceRule, 'kind' | 'place' | 'was' | 'value'> & { readonly article: ArticleId }

/** What the archive knows of sources; kept in it, so that all who use the archive share it. */
export interface RuleStore {
  list(): Promise<readonly SourceRule[]>
  /** Sets what the user chose; it replaces what was known of the same kind and place. */
  choose(rule: Omit<SourceRule, 'id' | 'learntFrom' | 'chosen'>): Promise<SourceRule>
  /** Counts corrections; another value for the same thing begins anew. */
  learn(corrections: readonly Correction[]): Promise<void>
  /** @throws AppError `not-found` */
  remove(id: string): Promise<void>
}

function isSameThing(
  one: Pick<SourceRule, 'kind' | 'place' | 'was'>,
  other: Pick<SourceRule, 'kind' | 'place' | 'was'>,
) {
  return one.kind === other.kind && one.place === other.place && one.was === other.was
}

/** Opens the rules of an archive. */
export function createRuleStore(archive: Pick<ImportArchive, 'readFile' | 'saveFile'>): RuleStore {
  let last: Promise<unknown> = Promise.resolve()

  const read = async (): Promise<{ readonly rules: readonly SourceRule[]; readonly version: string | null }> => {
    const file = await archive.readFile(FILE)
    if (file === null) return { rules: [], version: null }
    const parsed = v.safeParse(v.array(ruleSchema), parseJson(file.bytes))
    return { rules: parsed.success ? parsed.output : [], version: file.version }
  }
  const change = <Result>(
    work: (rules: readonly SourceRule[]) => { readonly rules: readonly SourceRule[]; readonly result: Result },
  ): Promise<Result> => {
    const next = last.then(async () => {
      const { rules, version } = await read()
      const changed = work(rules)
      if (changed.rules !== rules) {
        const bytes = new TextEncoder().encode(`${JSON.stringify(changed.rules.slice(-MOST_RULES), null, 1)}\n`)
        await archive.saveFile(FILE, bytes, version)
      }
      return changed.result
    })
    last = next.catch(() => undefined)
    return next
  }

  return {
    list: async () => (await read()).rules,
    choose: (given) =>
      change((rules) => {
        const rule: SourceRule = { ...given, id: randomUUID(), learntFrom: [], chosen: true }
        return { rules: [...rules.filter((known) => !isSameThing(known, rule)), rule], result: rule }
      }),
    learn: async (corrections) => {
      if (corrections.length === 0) return
      await change((rules) => ({ rules: corrections.reduce(withCorrection, rules), result: null }))
    },
    remove: (id) =>
      change((rules) => {
        if (!rules.some((rule) => rule.id === id)) throw new AppError('not-found', `There is no rule ${id}.`, { id })
        return { rules: rules.filter((rule) => rule.id !== id), result: undefined }
      }),
  }
}

function withCorrection(rules: readonly SourceRule[], { article, ...thing }: Correction): readonly SourceRule[] {
  const known = rules.find((rule) => isSameThing(rule, thing))
  if (known?.chosen === true) return rules
  const before = known?.value === thing.value ? known.learntFrom : []
  const learntFrom = [...before.filter((id) => id !== article), article].slice(-MOST_LEARNT_FROM)
  const rule: SourceRule = { id: known?.id ?? randomUUID(), ...thing, learntFrom, chosen: false }
  return [...rules.filter((other) => other !== known), rule]
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
