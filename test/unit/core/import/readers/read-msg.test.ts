import { burn } from '@kenjiuno/msgreader/lib/Burner.js'
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../../../core/import/read-source.ts'

/** A mail as Outlook stores it, with text properties only. */
function makeMsg(properties: Readonly<Record<string, string>>): Uint8Array {
  const streams = Object.entries(properties).map(([tag, text]) => ({
    name: `__substg1.0_${tag}001F`,
    bytes: new Uint8Array(Buffer.from(text, 'utf16le')),
  }))
  const header = { name: '__properties_version1.0', bytes: new Uint8Array(32) }
  const files = [header, ...streams]
  return burn([
    { name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: files.map((_, place) => place + 1) },
    ...files.map(({ name, bytes }) => ({
      name,
      type: TypeEnum.DOCUMENT,
      length: bytes.length,
      binaryProvider: () => bytes,
    })),
  ])
}

describe('readMsg', () => {
  it.each([
    ['Жаңа кітапхана ашылды', 'Берел қаласында университеттің жаңа кітапханасы ашылды.', 'Сәуле Омар'],
    ['Открылся музей печати', 'В главном корпусе университета открылся музей.', 'Сауле Омар'],
    ['Library opens', 'The library has opened its doors.', 'Saule Omar'],
  ])('reads subject, text and sender of «%s»', async (subject, body, sender) => {
    const bytes = makeMsg({ '0037': subject, '1000': body, '0C1A': sender })
    const { pieces } = await readSource({ name: 'mail.msg', bytes, charset: null })
    expect(pieces[0]).toMatchObject({
      stated: { title: subject, authors: [sender] },
      body: { kind: 'plain', text: body },
    })
  })
})
