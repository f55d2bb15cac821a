import { formatNumber } from '../../core/model/locale.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-code.ts'
import { runTask } from '../run-task.ts'

/** `reindex`: throws the search index away and builds it from the articles. */
export const reindexCommand: Command = {
  name: 'reindex',
  about: 'cli.about.reindex',
  usage: ['reindex'],
  options: {},
  operands: { least: 0, most: 0, names: [] },
  run: async (context) => {
    const { print, translate, language } = context
    const client = await context.open()
    const state = await runTask(context, (task) => client('archive.reindex', { task }))
    print.result(state, () => [
      translate('cli.done.indexed', {
        indexed: formatNumber(state.indexed, language),
        total: formatNumber(state.total, language),
      }),
    ])
    return state.state === 'failed' ? EXIT.failed : EXIT.done
  },
}
