import { extname, resolve } from 'node:path'
import type { DocumentMade } from '../../core/contract/results.ts'
import { TIMELINE_FORMATS, type TimelineFormat } from '../../core/contract/timeline-requests.ts'
import { GRAINS, LANE_FIELDS, STACK_FIELDS, type Grain, type Timeline } from '../../core/model/timeline.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT } from '../exit-code.ts'
import { FILTER_OPTIONS_WITH_LANGUAGE, parseFilter, resolveFilter } from '../filter-options.ts'
import { UsageError } from '../usage-error.ts'

/** Widest bar of the printed chart, in letters. */
const WIDEST_BAR = 40

/** `timeline`: how many articles fall into each day, week, month, quarter or year. */
export const timelineCommand: Command = {
  name: 'timeline',
  about: 'cli.about.timeline',
  usage: [
    'timeline [QUERY] [--by month] [--lanes initiative] [--from D] [--to D] [--language L] [--kind K] [--tag KIND:NAME]...',
    'timeline --out PATH.svg|png|csv [--stack kind] [--log] [QUERY] [--by month] ...',
  ],
  options: {
    ...FILTER_OPTIONS_WITH_LANGUAGE,
    by: { type: 'string', placeholder: 'UNIT', about: 'cli.option.by' },
    lanes: { type: 'string', placeholder: 'FIELD', about: 'cli.option.lanes' },
    stack: { type: 'string', placeholder: 'FIELD', about: 'cli.option.stack' },
    log: { type: 'boolean', about: 'cli.option.log' },
    out: { type: 'string', short: 'o', placeholder: 'PATH', about: 'cli.option.timelineOut' },
  },
  operands: { least: 0, most: Infinity, names: ['QUERY'] },
  takesQuery: true,
  run: async (context) => {
    const { options, operands } = context
    const grain = options.choice('by', [...GRAINS, 'auto']) ?? 'month'
    const lanes = options.choice('lanes', LANE_FIELDS) ?? null
    const stack = options.choice('stack', STACK_FIELDS) ?? null
    const out = options.text('out')
    const format = out === undefined ? null : formatOf(out)
    const written = parseFilter(options)
    const client = await context.open()
    const filter = await resolveFilter(written, client)
    const view = { query: operands.join(' '), filter, grain, lanes }
    if (out === undefined || format === null) printTimeline(context, await client('timeline.read', view))
    else {
      const logScale = options.flag('log')
      const made = await client('timeline.draw', { ...view, stack, format, logScale, language: context.language })
      await saveTo(context, made, resolve(out))
    }
    return EXIT.done
  },
}

function formatOf(path: string): TimelineFormat {
  const ending = extname(path).slice(1).toLowerCase()
  const format = TIMELINE_FORMATS.find((known) => known === ending)
  if (format === undefined)
    throw new UsageError('cli.wrong.choice', {
      name: '--out',
      value: path,
      choices: TIMELINE_FORMATS.map((known) => `*.${known}`).join(', '),
    })
  return format
}

async function saveTo({ core, print, translate }: CommandContext, made: DocumentMade, path: string): Promise<void> {
  await (await core()).documents.copyTo(made.document, path)
  print.result({ path, bytes: made.bytes }, () => [translate('cli.done.written', { path })])
}

function printTimeline({ print, translate }: CommandContext, timeline: Timeline): void {
  const { grain, buckets, lanes, undated } = timeline
  const lanesAsJson = lanes.map((lane) => ({ id: lane.id, label: lane.label, buckets: lane.buckets }))
  print.result({ grain, buckets, lanes: lanesAsJson, undated }, () => {
    const highest = Math.max(1, ...buckets.map(({ count }) => count))
    return [
      ...buckets.map(({ start, count }) => {
        const bar = '█'.repeat(Math.ceil((count / highest) * WIDEST_BAR))
        return `${nameOfUnit(start, grain).padEnd(10)}  ${String(count).padStart(6)}  ${bar}`
      }),
      ...lanes.map((lane) => `${lane.label || translate('shell.unknown')}  ${lane.total}`),
      ...(undated > 0 ? [translate('cli.done.undated', { n: undated })] : []),
    ]
  })
}

function nameOfUnit(start: string, grain: Grain): string {
  switch (grain) {
    case 'day':
    case 'week':
      return start
    case 'month':
      return start.slice(0, 7)
    case 'quarter':
      return `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`
    case 'year':
      return start.slice(0, 4)
  }
}
