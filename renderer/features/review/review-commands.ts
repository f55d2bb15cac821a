import type { Command } from '../../commands/command.ts'
import { currentRoute, navigate } from '../../state/route-store.ts'
import { acceptCurrent } from './review-acts.ts'
import { currentInQueue, moveInQueue, skipInQueue } from './review-queue.ts'

const inReview = (): boolean => currentRoute().screen === 'review' && currentInQueue() !== undefined

/** Commands of the review queue. */
export const reviewCommands: readonly Command[] = [
  {
    id: 'review-accept',
    label: 'library.accept',
    group: 'list',
    keys: [{ code: 'KeyA' }],
    when: inReview,
    run: acceptCurrent,
  },
  {
    id: 'review-edit',
    label: 'library.edit',
    group: 'list',
    keys: [{ code: 'KeyE' }],
    when: inReview,
    run: () => navigate({ screen: 'edit', article: currentInQueue()?.id ?? null }),
  },
  {
    id: 'review-skip',
    label: 'review.skip',
    group: 'list',
    keys: [{ code: 'KeyS' }],
    when: inReview,
    run: skipInQueue,
  },
  {
    id: 'review-next',
    label: 'review.next',
    group: 'list',
    keys: [{ code: 'KeyJ' }],
    when: inReview,
    run: () => moveInQueue(1),
  },
  {
    id: 'review-previous',
    label: 'review.previous',
    group: 'list',
    keys: [{ code: 'KeyK' }],
    when: inReview,
    run: () => moveInQueue(-1),
  },
]
