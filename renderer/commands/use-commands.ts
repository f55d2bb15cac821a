import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useConnection } from '../client/client.ts'
import { notify } from '../state/toast-store.ts'
import { errorText } from '../data/error-text.ts'
import { useChangeSettings, useSettings } from '../data/use-settings.ts'
import { useTranslate } from '../i18n.tsx'
import { useDialogStore } from '../state/dialog-store.ts'
import type { Command, CommandContext, KeyBinding } from './command.ts'
import { matchesKey } from './key-text.ts'
import { COMMANDS } from './registry.ts'

/** What commands need, from the components' world. */
export function useCommandContext(): CommandContext {
  const connection = useConnection()
  const queryClient = useQueryClient()
  const translate = useTranslate()
  const settings = useSettings()
  const changeSettings = useChangeSettings()
  return useMemo(
    () => ({ connection, queryClient, translate, settings, changeSettings }),
    [connection, queryClient, translate, settings, changeSettings],
  )
}

/** Runs a command and shows its failure, if any. */
export function runCommand(command: Command, context: CommandContext): void {
  if (command.when?.(context) !== false) runAct(() => command.run(context), context)
}

/** Runs something that may fail, and shows its failure. */
export function runAct(act: () => unknown, { translate }: Pick<CommandContext, 'translate'>): void {
  Promise.resolve()
    .then(act)
    .catch((error: unknown) => notify(errorText(error, translate), { tone: 'error' }))
}

/** Whether a key of a command works in this host and with these settings. */
export function isKeyUsable(binding: KeyBinding, { connection, settings }: CommandContext): boolean {
  if (binding.desktopOnly === true && !connection.host.capabilities.ownsAllKeys) return false
  return !isSingleKey(binding) || settings.singleKeys
}

function isSingleKey(binding: KeyBinding): boolean {
  return binding.ctrl !== true && binding.alt !== true && (/^Key/.test(binding.code) || binding.code === 'Slash')
}

const TEXT_FIELDS = 'input, textarea, select, [contenteditable="true"]'

/** Where the focus is: letters are commands only in list and reader. */
function allows(binding: KeyBinding, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true
  if (binding.ctrl === true || /^F\d/.test(binding.code)) return true
  return !target.matches(TEXT_FIELDS) && target.closest('[role="menu"], [role="dialog"]') === null
}

/** Listens for the keys of all commands while the shell is shown. No key acts behind an open dialog. */
export function useCommandKeys(): void {
  const context = useCommandContext()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || useDialogStore.getState().open !== null) return
      const command = COMMANDS.find(
        (candidate) =>
          candidate.when?.(context) !== false &&
          candidate.keys?.some(
            (key) => matchesKey(key, event) && isKeyUsable(key, context) && allows(key, event.target),
          ),
      )
      if (command === undefined) return
      event.preventDefault()
      runCommand(command, context)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [context])
}
