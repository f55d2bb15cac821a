import { createArchive } from '../../core/archive/create-archive.ts'
import { createFolderTools, type FolderTools } from '../../core/archive/folder.ts'
import { openArchive, type OpenArchive } from '../../core/archive/open-archive.ts'
import { createTestClock, createTestLog } from './archive.ts'
import { createSimulatedDisk, type SimulatedDisk } from './simulated-disk.ts'

const FOLDERS = { folder: '/home/archive', cacheFolder: '/home/cache', privateFolder: '/home/private' }

/** The archive's folder on a simulated disk. */
export const SIMULATED_ARCHIVE = FOLDERS.folder

/** Tools on a simulated disk whose waits are over at once. */
export function toolsOn(disk: SimulatedDisk): FolderTools {
  return createFolderTools(disk.system, () => Promise.resolve())
}

/** Opens the archive on a simulated disk, as a fresh start of the program does. */
export function openSimulated(
  disk: SimulatedDisk,
  tools = toolsOn(disk),
  clock = createTestClock(),
): Promise<OpenArchive> {
  return openArchive({ ...FOLDERS, clock, log: createTestLog(), tools, lock: null })
}

/** A simulated disk with an empty archive. */
export async function makeSimulatedArchive(): Promise<SimulatedDisk> {
  const disk = createSimulatedDisk(undefined, () => 1_000_000)
  const tools = toolsOn(disk)
  for (const folder of ['/home', FOLDERS.cacheFolder, FOLDERS.privateFolder]) await tools.saver.makeFolder(folder)
  await createArchive({ folder: FOLDERS.folder, name: 'A', language: 'en', clock: createTestClock(), tools })
  return disk
}
