import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { systemCode } from '../../core/files/file-system.ts'
import { makeTempDir } from './temp-dir.ts'

/** A real disk of one megabyte. Null where this user may not mount one. */
export async function makeSmallDisk(): Promise<string | null> {
  const disk = await makeTempDir()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', [disk]))
  return disk
}

const PAGE = 4_096

/** Fills a disk to its last page, and returns the file that does it. */
export function fillDisk(disk: string): string {
  const file = join(disk, 'filling')
  try {
    for (;;) writeFileSync(file, Buffer.alloc(PAGE), { flag: 'a' })
  } catch (error) {
    if (systemCode(error) !== 'ENOSPC') throw error
    return file
  }
}
