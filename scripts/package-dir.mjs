// Builds the program and lays it out unpacked in release/, as it would be installed.
// usage: npm run package:dir   where Electron's binary cannot be had, a placeholder stands for it, and the last line says so
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './build/parts.mjs'
import { makePlaceholderDistribution } from './package/placeholder-distribution.mjs'
import { downloadElectron, electronBinary } from './start/electron-binary.mjs'

function run(program, parameters, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { stdio: 'inherit', cwd: ROOT, env: { ...process.env, ...environment } })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

const built = await run(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), '--stale'])
if (built !== 0) process.exit(built)

const hasElectron = (electronBinary() ?? (await downloadElectron())) !== null
const placeholder = join(ROOT, '.cache', 'placeholder-electron')
if (!hasElectron) {
  rmSync(placeholder, { recursive: true, force: true })
  makePlaceholderDistribution(placeholder)
}
const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
const distribution = hasElectron ? join(ROOT, 'node_modules', 'electron', 'dist') : placeholder
const target = hasElectron ? [] : ['--linux']
const options = ['--dir', ...target, `--config.electronDist=${distribution}`, '--publish', 'never']
const code = await run(process.execPath, [builder, ...options])
rmSync(placeholder, { recursive: true, force: true })
if (code === 0) {
  console.log(
    hasElectron
      ? 'Packaged with Electron.'
      : 'Packaged with a PLACEHOLDER for Electron, whose binary could not be had: the layout is right, but it cannot run.',
  )
}
process.exitCode = code
