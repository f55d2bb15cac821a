import { expect, test } from '../fixtures.ts'

test('the order of the style layers is declared before any style, so that no order of loading can turn it over', async ({
  app,
}) => {
  await app.getByRole('main').waitFor()
  const sheets = await app.evaluate(() =>
    [...document.styleSheets].map((sheet) =>
      [...sheet.cssRules].map((rule) => {
        if (rule instanceof CSSLayerStatementRule) return { declares: [...rule.nameList], layer: null }
        return { declares: null, layer: rule instanceof CSSLayerBlockRule ? rule.name : null }
      }),
    ),
  )
  expect(sheets[0]?.map(({ declares }) => declares)).toEqual([['tokens', 'base', 'components']])
  const used = new Set(sheets.flat().flatMap(({ layer }) => layer ?? []))
  expect([...used].toSorted()).toEqual(['base', 'components', 'tokens'])
})

test('a style of a component wins over the base though its sheet comes first', async ({ app }) => {
  await app.getByRole('main').waitFor()
  const margin = await app.evaluate(() => {
    const add = (text: string): void => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    }
    const probe = document.createElement('p')
    probe.className = 'layer-probe'
    document.body.append(probe)
    add('@layer components { .layer-probe { margin: 7px } }')
    add('@layer base { p.layer-probe { margin: 0 } }')
    return getComputedStyle(probe).marginTop
  })
  expect(margin).toBe('7px')
})
