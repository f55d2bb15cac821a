/** Memory of the whole process in bytes, once what is no longer used has been given back. */
export function settledMemory(): number {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('The bench needs --expose-gc.')
  // What the first collection frees may free more.
  for (let time = 0; time < 3; time += 1) gc()
  return process.memoryUsage().rss
}
