/*
 * PDF/UA-1 asks for three things that the engine leaves out: an identifier in the XMP metadata, the wish that a viewer
 * shows the document's title instead of its file name, and a description of each link. They are added as an update at
 * the end of the file (the way PDF provides for changes), so nothing that the engine wrote is touched.
 */

const IDENTIFIER =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>'

interface PdfObject {
  readonly number: number
  readonly text: string
}

/**
 * Declares a tagged PDF of the engine as PDF/UA-1. Works on bytes read as latin1, so that offsets are lengths.
 *
 * @param insideLink describes links to other places of the document; links to the web are described by their address
 */
export function declareAccessible(pdf: Uint8Array, insideLink: string): Uint8Array {
  const source = Buffer.from(pdf).toString('latin1')
  const trailer = readTrailer(source)
  const catalog = readObject(source, trailer.root)
  const metadata = readObject(source, referenceIn(catalog.text, 'Metadata'))
  const changed = [withTitleShown(catalog), withIdentifier(metadata), ...describedLinks(source, insideLink)].toSorted(
    (left, right) => left.number - right.number,
  )
  return Buffer.concat([Buffer.from(pdf), Buffer.from(updateSection(source, trailer, changed), 'latin1')])
}

/** All links, each with a description added. */
function describedLinks(source: string, insideLink: string): readonly PdfObject[] {
  const inside = `<${Buffer.from(`\ufeff${insideLink}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`
  const links = source.matchAll(/\n(\d+) 0 obj\n<<\n {2}\/Type \/Annot\n {2}\/Subtype \/Link\n[\s\S]*?\nendobj/g)
  return Array.from(links, (match): PdfObject => {
    const [text, number] = match
    const address = /\/URI (\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f]*>)/.exec(text)?.[1]
    const described = text
      .slice(1)
      .replace('/Subtype /Link\n', () => `/Subtype /Link\n  /Contents ${address ?? inside}\n`)
    return { number: Number(number), text: described }
  }).filter((link) => (link.text.match(/\/Contents /g) ?? []).length === 1)
}

interface Trailer {
  readonly root: number
  readonly start: number
  readonly entries: string
}

function readTrailer(source: string): Trailer {
  const at = source.lastIndexOf('trailer')
  const entries = /<<([\s\S]*)>>\s*startxref\s+(\d+)/.exec(source.slice(at))
  if (at < 0 || !entries) throw new Error('The PDF has no trailer that can be read.')
  const [, inner = '', start = ''] = entries
  return { root: referenceIn(inner, 'Root'), start: Number(start), entries: inner.trim() }
}

function referenceIn(text: string, key: string): number {
  const match = new RegExp(`/${key} (\\d+) 0 R`).exec(text)
  if (!match) throw new Error(`The PDF names no ${key}.`)
  return Number(match[1])
}

/** Objects are looked for from the end: both of ours stand there, behind everything that holds text. */
function readObject(source: string, number: number): PdfObject {
  const from = source.lastIndexOf(`\n${String(number)} 0 obj\n`)
  const to = source.indexOf('\nendobj', from)
  if (from < 0 || to < 0) throw new Error(`The PDF has no object ${String(number)}.`)
  return { number, text: source.slice(from + 1, to + '\nendobj'.length) }
}

function withTitleShown(catalog: PdfObject): PdfObject {
  const shown = '/DisplayDocTitle true'
  const text = catalog.text.includes('/ViewerPreferences <<')
    ? catalog.text.replace('/ViewerPreferences <<', `/ViewerPreferences <<\n    ${shown}`)
    : catalog.text.replace('/Type /Catalog', `/Type /Catalog\n  /ViewerPreferences << ${shown} >>`)
  return { number: catalog.number, text }
}

function withIdentifier(metadata: PdfObject): PdfObject {
  const stream = /stream\n([\s\S]*)\nendstream/.exec(metadata.text)
  if (!stream || metadata.text.includes('/Filter')) throw new Error('The metadata of the PDF is not plain text.')
  const [, xmp = ''] = stream
  const added = xmp.replace('</rdf:RDF>', `${IDENTIFIER}</rdf:RDF>`)
  const header = `<<\n  /Length ${String(added.length)}\n  /Type /Metadata\n  /Subtype /XML\n>>`
  return {
    number: metadata.number,
    text: `${String(metadata.number)} 0 obj\n${header}\nstream\n${added}\nendstream\nendobj`,
  }
}

function updateSection(source: string, trailer: Trailer, objects: readonly PdfObject[]): string {
  let text = '\n'
  let table = 'xref\n'
  for (const object of objects) {
    const offset = String(source.length + text.length).padStart(10, '0')
    table += `${String(object.number)} 1\n${offset} 00000 n \n`
    text += `${object.text}\n`
  }
  const start = source.length + text.length
  const entries = `${trailer.entries}\n  /Prev ${String(trailer.start)}`
  return `${text}${table}trailer\n<<\n  ${entries}\n>>\nstartxref\n${String(start)}\n%%EOF\n`
}
