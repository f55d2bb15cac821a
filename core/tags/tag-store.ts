import type { ArchiveFiles } from '../archive/yaml-list.ts'
import { AppError, isAppError } from '../contract/app-error.ts'
import { TAG_PALETTE, type Tag, type TagId, type TagKind } from '../model/tag.ts'
import { EMPTY_REGISTRY, withoutTag, withTag } from './edit-registry.ts'
import { createTagFinder, type TagFinder } from './find-tag.ts'
import { readRegistry, type RegistryProblem, type TagRegistry } from './read-registry.ts'
import { createTagId } from './tag-id.ts'
import { cleanAliases, cleanNames, refuseTakenNames, requireName, type GivenNames } from './tag-names.ts'

/** Name of the registry in the archive's folder. */
export const TAGS_FILE = 'tags.yaml'

/** What a caller gives for a new tag. Empty names count as not given. */
export interface NewTag {
  readonly kind: TagKind
  readonly names: GivenNames
  readonly aliases?: readonly string[] | undefined
  readonly color?: string | undefined
  readonly details?: TagDetails
}

/** Fields that a tag may have; an empty text means none. */
export interface TagDetails {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly note?: string | undefined
  readonly web?: string | undefined
  readonly country?: string | undefined
  readonly parent?: TagId | '' | undefined
}

/** What changes; a key that is not there leaves its field alone, an empty text takes it off. */
export interface TagChanges extends TagDetails {
  readonly names?: GivenNames | undefined
  readonly aliases?: readonly string[] | undefined
  readonly color?: string | undefined
  readonly kind?: TagKind | undefined
}

/** The registry of tags of the open archive. */
export interface TagStore extends TagFinder {
  /** All tags in the order of the file. */
  list(): readonly Tag[]
  get(id: TagId): Tag | undefined
  /** What is wrong in the file, with lines; empty if nothing. */
  problems(): readonly RegistryProblem[]
  /** True when the file as a whole cannot be read; then nothing can be written. */
  isDamaged(): boolean
  /** Fails with `tag-exists` if a tag of the kind has that name already. */
  create(tag: NewTag): Promise<Tag>
  update(id: TagId, changes: TagChanges): Promise<Tag>
  /** Takes the tag out of the registry; articles are not touched. */
  remove(id: TagId): Promise<void>
  /** Several changes as one save. */
  apply(change: RegistryChange): Promise<void>
  /** The file's text as last read or written. */
  text(): string
  /** The text that the file would have after changes; nothing is written. */
  textWith(changes: readonly RegistryChange[]): string
  /** Puts back an earlier text if the file still has the text `expected`; else fails with `version-conflict`. */
  restoreText(expected: string, text: string): Promise<void>
  /** Reads the file again, after somebody may have changed it by hand. */
  reload(): Promise<void>
  /** Calls the listener after every change; returns the function that ends it. */
  subscribe(listener: () => void): () => void
}

/** Tags to add or replace, and ids to take out. */
export interface RegistryChange {
  readonly put: readonly Tag[]
  readonly remove: readonly TagId[]
}

const MOST_TRIES = 4

/** Opens the registry; a missing file is an empty registry, a damaged one can be read again after it was repaired. */
export async function openTagStore(files: ArchiveFiles): Promise<TagStore> {
  let registry: TagRegistry = readRegistry('')
  let tagById: ReadonlyMap<TagId, Tag> = new Map()
  let finder: TagFinder | null = null
  let queue: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()

  const accept = (next: TagRegistry): void => {
    registry = next
    tagById = new Map(next.entries.map(({ tag }) => [tag.id, tag]))
    finder = null
  }
  const load = async (): Promise<{ readonly version: string | null; readonly changed: boolean }> => {
    const file = await files.readFile(TAGS_FILE)
    const text = file === null ? '' : new TextDecoder().decode(file.bytes)
    const changed = text !== registry.text
    if (changed) accept(readRegistry(text))
    return { version: file?.version ?? null, changed }
  }
  const tell = (): void => listeners.forEach((listener) => listener())

  /** One change at a time; somebody who edits the file by hand meanwhile is taken in first. */
  const edit = <Result>(change: (current: TagRegistry) => Edit<Result>): Promise<Result> => {
    const work = async (): Promise<Result> => {
      for (let attempt = 1; ; attempt += 1) {
        const { version, changed } = await load()
        try {
          refuseDamaged(registry)
          const { text, result } = change(registry)
          if (text !== registry.text) {
            await files.saveFile(TAGS_FILE, new TextEncoder().encode(text), version)
            accept(readRegistry(text))
            tell()
          } else if (changed) tell()
          return result
        } catch (error) {
          if (!isAppError(error, 'version-conflict') || attempt === MOST_TRIES) throw error
        }
      }
    }
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }

  await load()
  return {
    list: () => registry.entries.map(({ tag }) => tag),
    get: (id) => tagById.get(id),
    problems: () => registry.problems,
    isDamaged: () => registry.damaged,
    find: (kind, name) => (finder ??= createTagFinder([...tagById.values()])).find(kind, name),
    create: (tag) => edit((current) => addTag(current, tag)),
    update: (id, changes) => edit((current) => changeTag(current, id, changes)),
    remove: (id) => edit((current) => ({ text: withoutTag(current, requireTag(current, id).id), result: undefined })),
    apply: (change) => edit((current) => ({ text: applyChange(current, change), result: undefined })),
    text: () => registry.text,
    textWith: (changes) => changes.reduce(withChange, registry).text,
    restoreText: (expected, text) =>
      edit((current) => ({ text: takeBack(current, expected, text), result: undefined })),
    reload: async () => {
      await queue
      const { changed } = await load()
      if (changed) tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

interface Edit<Result> {
  readonly text: string
  readonly result: Result
}

function refuseDamaged(registry: TagRegistry): void {
  if (!registry.damaged) return
  const [problem] = registry.problems
  throw new AppError('tags-damaged', `tags.yaml, line ${problem?.line ?? 1}: ${problem?.message ?? 'unreadable'}`, {
    file: TAGS_FILE,
    line: problem?.line ?? 1,
  })
}

function requireTag(registry: TagRegistry, id: TagId): Tag {
  const entry = registry.entries.find(({ tag }) => tag.id === id)
  if (entry === undefined) throw new AppError('not-found', `There is no tag "${id}".`, { tag: id })
  return entry.tag
}

/** An empty file gets the explaining head with its first tag. */
function baseOf(registry: TagRegistry): TagRegistry {
  return registry.text.trim() === '' ? readRegistry(EMPTY_REGISTRY) : registry
}

function addTag(registry: TagRegistry, given: NewTag): Edit<Tag> {
  const names = cleanNames(given.names)
  requireName(names)
  const tags = registry.entries.map(({ tag }) => tag)
  refuseTakenNames(tags, given.kind, names)
  const taken = new Set(tags.map((tag) => tag.id))
  const tag: Tag = {
    id: createTagId(names, (id) => taken.has(id)),
    kind: given.kind,
    names,
    aliases: cleanAliases(given.aliases ?? [], names),
    color: given.color ?? TAG_PALETTE[tags.length % TAG_PALETTE.length] ?? TAG_PALETTE[0],
    ...optionalFields({}, given.details ?? {}),
  }
  refuseWrongParent(tags, tag)
  return { text: withTag(baseOf(registry), tag), result: tag }
}

function changeTag(registry: TagRegistry, id: TagId, changes: TagChanges): Edit<Tag> {
  const old = requireTag(registry, id)
  const names = changes.names === undefined ? old.names : cleanNames(changes.names)
  requireName(names)
  const kind = changes.kind ?? old.kind
  const others = registry.entries.flatMap(({ tag }) => (tag.id === id ? [] : [tag]))
  if (changes.names !== undefined || kind !== old.kind) refuseTakenNames(others, kind, names)
  const tag: Tag = {
    id,
    kind,
    names,
    aliases: cleanAliases(changes.aliases ?? old.aliases, names),
    color: changes.color ?? old.color,
    ...optionalFields(old, changes),
  }
  if (changes.parent !== undefined) refuseWrongParent(others, tag)
  return { text: withTag(registry, tag), result: tag }
}

/** Grouping has one level: a parent is another tag that has no parent itself, and a parent of others cannot get one. */
function refuseWrongParent(others: readonly Tag[], { id, parent }: Tag): void {
  if (parent === undefined) return
  const above = others.find((other) => other.id === parent)
  if (above === undefined) throw new AppError('not-found', `There is no tag "${parent}".`, { tag: parent })
  if (above.parent === undefined && !others.some((other) => other.parent === id)) return
  throw new AppError('bad-request', 'Tags are grouped on one level only.', { field: 'parent' })
}

function optionalFields(old: TagDetails, changes: TagDetails): Partial<Tag> {
  const keys = ['from', 'to', 'note', 'web', 'country', 'parent'] as const
  const pairs = keys.map((key) => [key, changes[key] ?? old[key] ?? ''] as const)
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''))
}

function withChange(registry: TagRegistry, change: RegistryChange): TagRegistry {
  const isNothing = change.put.length === 0 && change.remove.length === 0
  return isNothing ? registry : readRegistry(applyChange(registry, change))
}

function applyChange(registry: TagRegistry, change: RegistryChange): string {
  let current = baseOf(registry)
  for (const id of change.remove) current = readRegistry(withoutTag(current, id))
  for (const tag of change.put) current = readRegistry(withTag(current, tag))
  return current.text
}

function takeBack(registry: TagRegistry, expected: string, text: string): string {
  if (registry.text === expected) return text
  throw new AppError('version-conflict', 'tags.yaml was changed since; the change cannot be taken back.', {
    file: TAGS_FILE,
  })
}
