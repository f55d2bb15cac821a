import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TagId } from '../../../../../core/model/tag.ts'
import { GRAINS, LANE_FIELDS, LANE_ORDERS, STACK_FIELDS } from '../../../../../core/model/timeline.ts'
import { readView, TIMELINE_MODES, writeView } from '../../../../../renderer/features/timeline/timeline-view.ts'

// Well-formed: an address cannot hold half a character.
const names = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 5 })
const view = fc.record({
  mode: fc.constantFrom(...TIMELINE_MODES),
  grain: fc.constantFrom('auto', ...GRAINS),
  lanes: fc.constantFrom(null, ...LANE_FIELDS),
  order: fc.constantFrom(...LANE_ORDERS),
  pinned: names,
  hidden: names,
  stack: fc.constantFrom(null, ...STACK_FIELDS),
  logScale: fc.boolean(),
  compared: fc.uniqueArray(fc.constantFrom('one', 'two', 'three') as fc.Arbitrary<TagId>, { maxLength: 3 }),
})

test('a view survives the address, commas and per cent signs in names included', () => {
  fc.assert(
    fc.property(view, (wanted) => {
      expect(readView(writeView({}, wanted))).toEqual(wanted)
    }),
  )
  const odd = { pinned: ['Day, Night & 100 %'], hidden: ['«Дала»'] }
  expect(readView(writeView({}, odd))).toMatchObject(odd)
})

test('a usual view leaves the address empty but for its lanes, and a broken one falls back to it', () => {
  expect(writeView({}, {})).toEqual({ lanes: 'initiative' })
  expect(readView({ grain: 'hour', lanes: 'x', pin: '%', with: 'No Tag', view: '?' })).toEqual(readView({}))
})

test('other lanes begin without the pinned and hidden ones of the last', () => {
  const before = writeView({}, { lanes: 'outlet', pinned: ['Herald'], hidden: ['Dala'] })
  expect(readView(writeView(before, { lanes: 'partner' }))).toMatchObject({ pinned: [], hidden: [] })
  expect(readView(writeView(before, { logScale: true }))).toMatchObject({ pinned: ['Herald'], hidden: ['Dala'] })
})
