import { AppError, throwIfCancelled } from '../contract/app-error.ts'
import { launchChild } from '../processes/launch-child.ts'
import type { PagesSet, PdfJob, PdfReply, TemplateFault } from './pdf-job.ts'

/** Longest time that a document of one article may take, in milliseconds. */
export const PDF_TIME_LIMIT_MS = 120_000

export interface PdfWritten {
  readonly pages: number
  readonly bytes: number
  /** Names, inside the job's image folder, of images that could not be decoded and were named in the text instead. */
  readonly brokenImages: readonly string[]
}

export interface WritePdfOptions {
  readonly signal?: AbortSignal
  /** Default `PDF_TIME_LIMIT_MS`. */
  readonly timeLimitMs?: number
  /** Told how many pages there are, as soon as they are set and before they are written. */
  readonly onPages?: (pages: number) => void
}

/**
 * Sets one document in a child process of its own, which ends afterwards and gives its memory back. Cancelling kills it.
 *
 * @throws AppError `cancelled`, `program-damaged`, or `pdf-failed` with Typst's message, file and line, or with `limit` (time or memory) in its
 *   details.
 */
export async function writePdf(job: PdfJob, options: WritePdfOptions = {}): Promise<PdfWritten> {
  throwIfCancelled(options.signal)
  const reply = await askChild(job, options)
  switch (reply.kind) {
    case 'done':
      return { pages: reply.pages, bytes: reply.bytes, brokenImages: reply.brokenImages }
    case 'refused':
      throw faultsError(reply.faults)
    case 'foreign-font':
      throw failure(`The document would use fonts that do not belong to it: ${reply.fonts.join(', ')}.`)
    case 'damaged-program':
      throw new AppError('program-damaged', reply.message, { file: reply.file })
    case 'no-engine':
    case 'failed':
      throw failure(reply.message)
  }
}

function failure(message: string, limit?: 'time' | 'memory'): AppError {
  return new AppError('pdf-failed', message, { reason: message, ...(limit && { limit }) })
}

function faultsError(faults: readonly TemplateFault[]): AppError {
  const [first = { file: '', line: 0, message: 'The pages could not be set.' }] = faults
  const place =
    first.file === '' ? '' : first.line > 0 ? `${first.file}, line ${String(first.line)}: ` : `${first.file}: `
  const message = `${place}${first.message}`
  return new AppError('pdf-failed', message, { reason: message, file: first.file, line: first.line })
}

function askChild(job: PdfJob, options: WritePdfOptions): Promise<PdfReply> {
  const { signal, timeLimitMs = PDF_TIME_LIMIT_MS } = options
  return new Promise((resolve, reject) => {
    let reply: PdfReply | undefined
    let stoppedBecause: AppError | undefined
    const child = launchChild('pdf-child', {
      onMessage: (message) => {
        // The child is our own code. Its last message is the reply, and with it its work is done.
        const told = message as PdfReply | PagesSet
        if (told.kind === 'pages-set') {
          options.onPages?.(told.pages)
          return
        }
        reply = told
        child.kill()
      },
      onExit: (code) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
        if (stoppedBecause) reject(stoppedBecause)
        else if (reply) resolve(reply)
        else if (code === null) reject(failure('The document needs more memory than it may have.', 'memory'))
        else reject(failure(`The PDF process ended with code ${String(code)} and no result.`))
      },
    })
    const stop = (reason: AppError): void => {
      stoppedBecause ??= reason
      child.kill()
    }
    const cancel = (): void => stop(new AppError('cancelled', 'The document was cancelled.'))
    const timer = setTimeout(() => {
      stop(
        failure(
          `The document took longer than ${String(Math.round(timeLimitMs / 1000))} seconds and was stopped.`,
          'time',
        ),
      )
    }, timeLimitMs)
    signal?.addEventListener('abort', cancel, { once: true })
    child.send(job)
  })
}
