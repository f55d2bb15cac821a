// Runs every check of the project in order and sums up what the test runners counted.
// usage: npm test [-- STEP...]   with steps of the list below; all of them without an argument
import { spawn } from 'node:child_process'

const STEPS = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'unit', command: ['vitest', 'run'] },
  { name: 'build', command: ['node', 'scripts/build.mjs'] },
  { name: 'end-to-end', command: ['playwright', 'test'], needs: 'build' },
]

const ESCAPES = /\u001b\[[0-9;]*m/g

/** Runs a command with its output shown, and resolves to its exit code and the text it printed. */
function run([program, ...rest]) {
  return new Promise((resolve) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        process.stdout.write(chunk)
        text += chunk
      })
    }
    child.on('error', (error) => resolve({ code: 1, text: text + String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, text: text.replace(ESCAPES, '') }))
  })
}

/** Last number before a word such as `passed` in a runner's closing lines; 0 where there is none. */
function lastCount(text, pattern) {
  const found = [...text.matchAll(pattern)].at(-1)
  return found ? Number(found[1]) : 0
}

function countsOf(name, text) {
  if (name === 'unit') {
    const line = text.split('\n').findLast((candidate) => /^\s*Tests\s/.test(candidate)) ?? ''
    return {
      passed: lastCount(line, /(\d+) passed/g),
      failed: lastCount(line, /(\d+) failed/g),
      skipped: lastCount(line, /(\d+) (?:skipped|todo)/g),
    }
  }
  if (name === 'end-to-end') {
    return {
      // What passed at its second try is listed by the runner and counts as passed.
      passed: lastCount(text, /^\s*(\d+) passed/gm) + lastCount(text, /^\s*(\d+) flaky/gm),
      failed: lastCount(text, /^\s*(\d+) failed/gm),
      skipped: lastCount(text, /^\s*(\d+) (?:skipped|did not run)/gm),
    }
  }
  return { passed: 0, failed: 0, skipped: 0 }
}

const wanted = process.argv.slice(2)
const chosen = STEPS.filter(
  (step) =>
    wanted.length === 0 ||
    wanted.includes(step.name) ||
    STEPS.some((other) => other.needs === step.name && wanted.includes(other.name)),
)
const total = { passed: 0, failed: 0, skipped: 0 }
for (const step of chosen) {
  console.log(`\n== ${step.name} ==`)
  const started = Date.now()
  const { code, text } = await run(step.command)
  const counts = countsOf(step.name, text)
  const isRunner = counts.passed + counts.failed + counts.skipped > 0
  total.passed += counts.passed + (!isRunner && code === 0 ? 1 : 0)
  total.failed += Math.max(counts.failed, code === 0 ? 0 : 1)
  total.skipped += counts.skipped
  console.log(
    `== ${step.name}: ${code === 0 ? 'passed' : 'failed'} in ${Math.round((Date.now() - started) / 1000)} s ==`,
  )
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
