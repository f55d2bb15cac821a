import { takeArchiveLock } from '../../../core/files/archive-lock.ts'

// Holds the lock of the folder named on the command line until it is killed.
const lock = await takeArchiveLock(process.argv[2] ?? '')
process.send?.(lock === null ? 'busy' : 'held')
setInterval(() => undefined, 1_000)
