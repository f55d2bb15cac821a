/** A PDF with one line of Latin letters on each page; `size` in points. */
export function makePdf(lines: readonly string[], [width, height]: readonly [number, number] = [595, 842]): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${lines.map((_, place) => `${String(4 + 2 * place)} 0 R`).join(' ')}]/Count ${String(lines.length)}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...lines.flatMap((line, place) => {
      const content = line === '' ? '' : `BT /F1 20 Tf 5 ${String(height - 50)} Td (${line}) Tj ET`
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${String(width)} ${String(height)}]/Contents ${String(5 + 2 * place)} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
        `<</Length ${String(content.length)}>>stream\n${content}\nendstream`,
      ]
    }),
  ]
  const starts: string[] = []
  let text = '%PDF-1.4\n'
  for (const [place, object] of objects.entries()) {
    starts.push(`${String(text.length).padStart(10, '0')} 00000 n \n`)
    text += `${String(place + 1)} 0 obj\n${object}\nendobj\n`
  }
  const count = String(objects.length + 1)
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${starts.join('')}`
  const end = `trailer\n<</Root 1 0 R/Size ${count}>>\nstartxref\n${String(text.length)}\n%%EOF\n`
  return Buffer.from(`${text}${table}${end}`, 'latin1')
}
