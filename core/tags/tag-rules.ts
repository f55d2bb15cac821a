import * as v from 'valibot'
import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import { createYamlList, type ArchiveFiles } from '../archive/yaml-list.ts'
import { AppError } from '../contract/app-error.ts'
import { articleFilter, tagId } from '../contract/schemas.ts'
import type { ArticleFilter } from '../model/article-filter.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { TagId } from '../model/tag.ts'
import type { TagRule } from '../model/tag-page.ts'

/** Rules of the archive: saved searches that propose or set a tag. */
export interface TagRules {
  list(): Promise<readonly TagRule[]>
  /** Fails with `not-found` for an unknown id. */
  save(rule: Omit<TagRule, 'id'> & { readonly id?: string }): Promise<TagRule>
  remove(id: string): Promise<void>
  get(id: string): Promise<TagRule>
  /** Gives other tags to rules by the rules' ids, as one change; rules that are gone stay gone. */
  retarget(tagOf: ReadonlyMap<string, TagId>): Promise<void>
  /** Articles that a rule fits and that lack its tag, within a set of ids if given. */
  matches(rule: TagRule, ids: readonly ArticleId[] | null): Promise<readonly ArticleId[]>
}

/** What rules need of the open archive. */
export interface RulePorts {
  readonly files: ArchiveFiles
  readonly catalog: Catalog
  readonly matchingRows: (query: string, filter: ArticleFilter) => Promise<RowSet>
}

const HEAD = '# Rules: articles that match a search get a tag suggested (mode suggest) or set (mode assign).\n'

const flag = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((text) => text === 'true'),
)
const orNull = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.union([
    v.pipe(
      v.picklist(['', 'null']),
      v.transform(() => null),
    ),
    schema,
  ])
const { entries } = articleFilter
const storedRule = v.object({
  id: v.string(),
  tag: tagId,
  name: v.string(),
  query: v.string(),
  filter: v.object({
    ...entries,
    from: orNull(v.string()),
    to: orNull(v.string()),
    ids: orNull(v.array(v.string())),
    doubtful: flag,
    undated: flag,
    oneStory: v.exactOptional(flag),
  }),
  mode: v.picklist(['suggest', 'assign']),
})

/** Opens the rules of an archive. */
export function createTagRules({ files, catalog, matchingRows }: RulePorts): TagRules {
  const list = createYamlList<TagRule>({ files, name: 'tag-rules.yaml', head: HEAD, parseItem: parseRule })

  const get = async (id: string): Promise<TagRule> => {
    const rule = (await list.read()).find((candidate) => candidate.id === id)
    if (rule === undefined) throw new AppError('not-found', `There is no rule "${id}".`, { rule: id })
    return rule
  }
  return {
    list: () => list.read(),
    get,
    save: async ({ id, ...fields }) => {
      if (id !== undefined) await get(id)
      let saved: TagRule = { id: id ?? '', ...fields }
      await list.change((rules) => {
        saved = { ...saved, id: id ?? freeId(rules) }
        return id === undefined ? [...rules, saved] : rules.map((old) => (old.id === id ? saved : old))
      })
      return saved
    },
    remove: async (id) => {
      await get(id)
      await list.change((rules) => rules.filter((rule) => rule.id !== id))
    },
    retarget: (tagOf) =>
      list.change((rules) =>
        rules.some(({ id }) => tagOf.has(id))
          ? rules.map((rule) => ({ ...rule, tag: tagOf.get(rule.id) ?? rule.tag }))
          : rules,
      ),
    matches: async (rule, ids) => {
      const rows = await matchingRows(rule.query, ids === null ? rule.filter : { ...rule.filter, ids })
      return articlesWithout(catalog, rows, rule)
    },
  }
}

function articlesWithout(catalog: Catalog, rows: RowSet, rule: TagRule): readonly ArticleId[] {
  const { columns } = catalog
  const tagNumber = columns.tagIds.indexOf(rule.tag)
  const ids: ArticleId[] = []
  for (let row = 0; row < columns.rows; row += 1) {
    if (rows[row] !== 1 || columns.tags[row]?.includes(tagNumber) === true) continue
    const id = catalog.summaryAt(row)?.id
    if (id !== undefined) ids.push(id)
  }
  return ids
}

function freeId(rules: readonly TagRule[]): string {
  const taken = new Set(rules.map((rule) => rule.id))
  let number = rules.length + 1
  while (taken.has(`rule-${number}`)) number += 1
  return `rule-${number}`
}

/** All scalars of the file are text. */
function parseRule(value: unknown): TagRule | null {
  const stored = v.safeParse(storedRule, value)
  if (!stored.success) return null
  const filter = v.safeParse(articleFilter, stored.output.filter)
  return filter.success ? { ...stored.output, filter: filter.output } : null
}
