import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readArchiveInfo } from '../../core/archive/read-archive-info.ts'
import { AppError } from '../../core/contract/app-error.ts'
import { CORE_OPTIONS } from '../../core/processes/child-options.ts'
import { isBundled } from '../../core/processes/entry-url.ts'
import type { Command } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'

/** `serve`: starts the loopback host as a program of its own and stays until it ends. */
export const serveCommand: Command = {
  name: 'serve',
  about: 'cli.about.serve',
  usage: ['serve [--port N] [--no-open]'],
  options: {
    port: { type: 'string', placeholder: 'N', about: 'cli.option.port' },
    'no-open': { type: 'boolean', about: 'cli.option.noOpen' },
  },
  operands: { least: 0, most: 0, names: [] },
  run: async ({ options, print, folder, isFolderNamed }) => {
    const port = options.whole('port', 0, 65_535) ?? 0
    const given = [
      '--port',
      String(port),
      ...(options.flag('no-open') ? ['--no-open'] : []),
      ...(print.isJson ? ['--json'] : []),
      ...(isFolderNamed ? ['--archive', folder] : []),
    ]
    // What is no archive is told here, with the exit code that says so: the host would open it only to say the same.
    if (isFolderNamed) await readArchiveInfo(folder)
    if (!existsSync(interfacePage())) {
      throw new AppError('not-found', 'The interface is not built yet: run npm run build.')
    }
    return runHost(given)
  },
}

/** Bundles lie one folder below `dist`, sources in `cli/commands`. */
function besides(bundled: string, source: string): string {
  return fileURLToPath(new URL(isBundled() ? bundled : source, import.meta.url))
}

function interfacePage(): string {
  return besides('../renderer/index.html', '../../dist/renderer/index.html')
}

function runHost(given: readonly string[]): Promise<ExitCode> {
  const host = besides('../web/main.mjs', '../../web/main.ts')
  const child = spawn(process.execPath, [...CORE_OPTIONS, host, ...given], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? EXIT.done : EXIT.failed))
  })
}
