import { AppError } from '../core/contract/app-error.ts'
import { envelopeOfError, type Envelope } from '../core/contract/envelope.ts'
import type { HostCore, HostFile } from '../core/contract/host-core.ts'
import { assertNever } from '../core/model/assert-never.ts'
import type { CoreCall, FileBytes } from './core-messages.ts'
import type { StagedFiles } from './stage-files.ts'

/** Calls about a core that runs already. */
export type WorkCall = Exclude<CoreCall, { kind: 'start' } | { kind: 'stop' }>

/** Answers one call of the main process with an envelope; never rejects. */
export async function answerCoreCall(
  call: WorkCall,
  core: HostCore,
  staged: StagedFiles,
  reportBug: (where: string, error: unknown) => void,
): Promise<Envelope<unknown>> {
  if (call.kind === 'request') return core.dispatch(call.name, call.argument)
  try {
    return { ok: true, value: await answer(call, core, staged) }
  } catch (error) {
    if (!(error instanceof AppError)) reportBug(call.kind, error)
    return envelopeOfError(error)
  }
}

function answer(call: Exclude<WorkCall, { kind: 'request' }>, core: HostCore, staged: StagedFiles): unknown {
  switch (call.kind) {
    case 'stage-begin':
      return staged.begin(call.name)
    case 'stage-chunk':
      return staged.chunk(call.stage, call.bytes)
    case 'stage-end':
      return staged.end(call.stage)
    case 'stage-cancel':
      return staged.cancel(call.stage)
    case 'read-document':
      return readWhole(core.documents.open(call.document))
    case 'copy-document':
      return core.documents.copyTo(call.document, call.path)
    case 'read-attachment':
      return readWhole(core.attachments.open(call.article, call.name))
    default:
      return assertNever(call, 'call')
  }
}

async function readWhole(opened: Promise<HostFile>): Promise<FileBytes> {
  const { fileName, content } = await opened
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return { fileName, bytes: new Uint8Array(Buffer.concat(chunks)) }
}
