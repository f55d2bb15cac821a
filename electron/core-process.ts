import { AppError } from '../core/contract/app-error.ts'
import { envelopeOfError, type Envelope } from '../core/contract/envelope.ts'
import type { HostCore } from '../core/contract/host-core.ts'
import { createCore } from '../core/create-core.ts'
import { isChildNews } from '../core/processes/child-messages.ts'
import { createFileLog } from '../core/processes/file-log.ts'
import type { Log } from '../core/contract/log.ts'
import { openAtStart } from '../core/workspace/open-at-start.ts'
import { answerCoreCall } from './answer-core-call.ts'
import type { CoreCall, CoreCallMessage, CoreReplyMessage } from './core-messages.ts'
import { createStagedFiles, type StagedFiles } from './stage-files.ts'

/** The core's own process. It hears the main process only, which has checked who is asking. */
const port = process.parentPort

interface Running {
  readonly core: HostCore
  readonly staged: StagedFiles
  readonly log: Log
}

let running: Running | undefined

function post(message: CoreReplyMessage): void {
  port.postMessage(message)
}

async function start({ folders, choice }: Extract<CoreCall, { kind: 'start' }>): Promise<null> {
  const log = createFileLog(folders.privateFolder, 'core', () => new Date())
  process.on('uncaughtException', (error) => {
    log.error('Uncaught', error)
    process.exit(1)
  })
  const core: HostCore = await createCore({ ...folders, clock: () => new Date(), log })
  core.subscribe((event) => post({ event }))
  running = { core, staged: createStagedFiles(core.intake), log }
  await openAtStart(core.client, choice)
  return null
}

async function answer(call: CoreCall): Promise<Envelope<unknown>> {
  if (call.kind === 'start') return envelopeOf(start(call))
  if (call.kind === 'stop') return envelopeOf(stop())
  if (running === undefined) return envelopeOfError(new AppError('bad-request', 'The core has not started yet.'))
  const { core, staged, log } = running
  return answerCoreCall(call, core, staged, (where, error) => log.error(where, error))
}

async function stop(): Promise<null> {
  await running?.core.close()
  running = undefined
  return null
}

async function envelopeOf(work: Promise<unknown>): Promise<Envelope<unknown>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    if (!(error instanceof AppError)) running?.log.error('Start', error)
    return envelopeOfError(error)
  }
}

port.on('message', (event) => {
  // News of children is heard where they were started.
  if (isChildNews(event.data)) return
  // The main process sends nothing else.
  const { id, call } = event.data as CoreCallMessage
  void answer(call).then((envelope) => post({ id, envelope }))
})
