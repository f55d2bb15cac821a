import type { RepairReport } from '../contract/results.ts'
import { requireWritable, type ArchiveContext } from './archive-context.ts'
import { ATTACHMENTS_FOLDER, RECOVERED_FOLDER, shortIdOf, timeInName } from './layout.ts'
import { rescan } from './rescan.ts'
import { sweepTemporaries } from './sweep.ts'

/** Names of the attachment folders that some article, read or not, may own. */
function ownedFolders({ files }: ArchiveContext): ReadonlySet<string> {
  const owned = new Set<string>()
  for (const { id } of files.all()) {
    if (id === null) continue
    owned.add(id)
    owned.add(shortIdOf(id))
  }
  return owned
}

/**
 * Repairs what can be repaired without a decision: leftovers of broken-off saves and attachment folders of no article go
 * to `.recovered/`. Nothing is deleted. Attachments stay where they are while any article cannot be read: it may be
 * theirs.
 *
 * @throws AppError `read-only`
 */
export async function repairArchive(context: ArchiveContext): Promise<RepairReport> {
  requireWritable(context)
  await rescan(context)
  requireWritable(context)
  const leftovers = await sweepTemporaries(context)
  const recovered: string[] = []
  if (context.files.unreadable().length > 0) return { leftovers, recovered }
  const owned = ownedFolders(context)
  const time = timeInName(context.clock())
  for (const { name, kind } of await context.folder.list(ATTACHMENTS_FOLDER)) {
    if (kind !== 'folder' || owned.has(name) || name.startsWith('.')) continue
    const path = `${ATTACHMENTS_FOLDER}/${name}`
    await context.folder.move(path, `${RECOVERED_FOLDER}/${time}/${path}`)
    recovered.push(path)
  }
  return { leftovers, recovered }
}
