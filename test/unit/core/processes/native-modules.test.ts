import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { checkNativeModule, hashOfFile, nativeFilesOf } from '../../../../core/processes/native-modules.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const ENGINE = '@press/engine'
const HERE = '@press/engine-here'

/** A program with a package that has one native file for this system, and none for another. */
async function makeProgram(): Promise<{ readonly from: URL; readonly file: string }> {
  const folder = await makeTempDir()
  const packages = join(folder, 'node_modules')
  const file = join(packages, HERE, 'engine.node')
  await mkdir(join(packages, ENGINE), { recursive: true })
  await mkdir(join(packages, HERE), { recursive: true })
  const optionalDependencies = { [HERE]: '1.0.0', '@press/engine-elsewhere': '1.0.0' }
  await writeFile(join(packages, ENGINE, 'package.json'), JSON.stringify({ name: ENGINE, optionalDependencies }))
  await writeFile(join(packages, HERE, 'package.json'), JSON.stringify({ name: HERE, main: 'engine.node' }))
  await writeFile(file, 'machine code')
  return { from: pathToFileURL(join(folder, 'program.mjs')), file }
}

test('finds the native files that are installed, and no others', async () => {
  const { from, file } = await makeProgram()
  expect(await nativeFilesOf(ENGINE, from)).toEqual([{ packageName: HERE, path: file }])
})

test('lets a native file be loaded that is what the program was built with', async () => {
  const { from, file } = await makeProgram()
  const hash = createHash('sha256').update('machine code').digest('hex')
  expect(await hashOfFile(file)).toBe(hash)
  await expect(checkNativeModule(ENGINE, from, { [HERE]: hash })).resolves.toBeUndefined()
})

test('refuses a native file that was changed, and one that was put there later', async () => {
  const { from, file } = await makeProgram()
  const hash = await hashOfFile(file)
  await expect(checkNativeModule(ENGINE, from, {})).rejects.toMatchObject({ code: 'program-damaged' })
  await writeFile(file, 'machine codE')
  await expect(checkNativeModule(ENGINE, from, { [HERE]: hash })).rejects.toMatchObject({
    code: 'program-damaged',
    details: { file },
  })
})

test('asks nothing of the sources, nor of a system without the package', async () => {
  const { from } = await makeProgram()
  await expect(checkNativeModule(ENGINE, from)).resolves.toBeUndefined()
  await expect(checkNativeModule('@press/missing', from, {})).resolves.toBeUndefined()
})
