import type { Tag } from '../model/tag.ts'
import { memoise } from '../search/analysis/bounded-memo.ts'
import { tokenise } from '../search/analysis/tokenise.ts'
import { editDistance } from './edit-distance.ts'
import { spellingsOf } from './find-tag.ts'
import { latinNameKey } from './name-key.ts'
import type { TextPart, TextWord } from './text-words.ts'
import { nameBasesOf, skeletonOf, textBasesOf } from './word-forms.ts'

/** One spelling of a tag. */
export interface Spelling {
  readonly tag: Tag
  readonly text: string
  readonly words: readonly string[]
}

/** A place in a text where a spelling was met in some form. */
export interface NameHit {
  readonly spelling: Spelling
  /** First and last word in the part. */
  readonly first: number
  readonly last: number
  /** `exact`: every word as in the spelling; `form`: inflected; `sound`: the same consonants, in this or another script. */
  readonly how: 'exact' | 'form' | 'sound'
}

interface TrieNode {
  /** One child per word as the names write it. */
  readonly byWord: Map<string, TrieNode>
  /** The same children by every key that leads to them. */
  readonly byKey: Map<string, TrieNode[]>
  readonly spellings: Spelling[]
}

/** Consonants that a name must have so that sound alone may tell it. */
const LEAST_SOUND = 4
/** A shorter name of one word is found only as it stands. */
const LEAST_FORM = 4
const CYRILLIC = /[\u0400-\u04ff]/u

/** All spellings of all tags, ready to be found in texts. */
export interface NameTrie {
  find(part: TextPart): readonly NameHit[]
}

/** Builds the trie. Each word of a spelling leads on by every base that it is kept under, and by its consonants. */
export function createNameTrie(tags: readonly Tag[]): NameTrie {
  const forms = newNode()
  const sounds = newNode()
  for (const tag of tags) {
    for (const text of spellingsOf(tag)) {
      const words = tokenise(text).map((token) => token.text)
      if (words.length === 0) continue
      const spelling: Spelling = { tag, text, words }
      insert(forms, spelling, nameBasesOf)
      const skeletons = words.map(skeletonOf)
      if (skeletons.join('').length >= LEAST_SOUND) insert(sounds, spelling, (word) => [skeletonOf(word)])
    }
  }
  return { find: (part) => [...findForms(forms, part), ...findSounds(sounds, part)] }
}

function newNode(): TrieNode {
  return { byWord: new Map(), byKey: new Map(), spellings: [] }
}

function insert(root: TrieNode, spelling: Spelling, keysOf: (word: string) => readonly string[]): void {
  let node = root
  for (const word of spelling.words) node = node.byWord.get(word) ?? addChild(node, word, keysOf(word))
  node.spellings.push(spelling)
}

function addChild(parent: TrieNode, word: string, keys: readonly string[]): TrieNode {
  const child = newNode()
  parent.byWord.set(word, child)
  for (const key of keys) {
    const present = parent.byKey.get(key)
    if (present === undefined) parent.byKey.set(key, [child])
    else present.push(child)
  }
  return child
}

function findForms(root: TrieNode, part: TextPart): readonly NameHit[] {
  return walk(root, part, textBasesOf, (spelling, words) => {
    if (spelling.words.every((word, place) => word === words[place]?.text)) return 'exact'
    return spelling.words.join('').length < LEAST_FORM ? null : 'form'
  })
}

const soundsOf: (word: string) => readonly string[] = memoise(
  (word) => [...new Set(textBasesOf(word).map(skeletonOf))],
  100_000,
)

function findSounds(root: TrieNode, part: TextPart): readonly NameHit[] {
  return walk(root, part, soundsOf, (spelling, words) => {
    const capitals = words.every((word) => word.capital || word.text.length <= 3)
    return capitals && soundsAlike(spelling.words, words) ? 'sound' : null
  })
}

/** The vowels too must be nearly the same, in the same script all but one: a minister is no ministry. */
function soundsAlike(name: readonly string[], words: readonly TextWord[]): boolean {
  return name.every((word, place) => {
    const text = words[place]?.text ?? ''
    const wanted = latinNameKey(word)
    const sameScript = CYRILLIC.test(word) === CYRILLIC.test(text)
    const most = sameScript ? 1 : Math.max(1, Math.floor(wanted.length * 0.3))
    return textBasesOf(text).some((base) => editDistance(wanted, latinNameKey(base)) <= most)
  })
}

function walk(
  root: TrieNode,
  part: TextPart,
  keysOf: (word: string) => readonly string[],
  judge: (spelling: Spelling, words: readonly TextWord[]) => NameHit['how'] | null,
): readonly NameHit[] {
  const hits: NameHit[] = []
  const { words } = part
  const follow = (node: TrieNode, first: number, place: number): void => {
    const word = words[place]
    if (word === undefined || (place > first && word.breaks)) return
    for (const child of childrenOf(node, keysOf(word.text))) {
      for (const spelling of child.spellings) {
        const how = judge(spelling, words.slice(first, place + 1))
        if (how !== null) hits.push({ spelling, first, last: place, how })
      }
      follow(child, first, place + 1)
    }
  }
  for (let first = 0; first < words.length; first += 1) follow(root, first, first)
  return hits
}

function childrenOf(node: TrieNode, keys: readonly string[]): Iterable<TrieNode> {
  let children: Set<TrieNode> | null = null
  for (const key of keys) {
    for (const child of node.byKey.get(key) ?? []) (children ??= new Set()).add(child)
  }
  return children ?? []
}
