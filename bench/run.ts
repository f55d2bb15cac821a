/** Each bench by its name: loaded only when asked for, since some bring other engines along. */
const BENCHES: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<void>>>> = {
  archive: async () => (await import('./archive/archive.bench.ts')).runArchiveBench,
  documents: async () => (await import('./documents/documents.bench.ts')).runDocumentsBench,
  import: async () => (await import('./import/import.bench.ts')).runImportBench,
  pictures: async () => (await import('./pictures/timeline-pictures.ts')).makeTimelinePictures,
  search: async () => (await import('./search/search.bench.ts')).runSearchBench,
  tags: async () => (await import('./tags/tags.bench.ts')).runTagsBench,
  timeline: async () => (await import('./timeline/timeline.bench.ts')).runTimelineBench,
}

const [name = '', ...args] = process.argv.slice(2)
const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (load === undefined) {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--articles N]\n`)
  process.exitCode = 2
} else {
  await (
    await load()
  )(args)
}

// Makes this file a module, in which `await` may stand at the top.
export {}
