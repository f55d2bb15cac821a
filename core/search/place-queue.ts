import { AppError } from '../contract/app-error.ts'

/**
 * Searches of places that show one result at a time: at most one of a place is at work, and of those that wait only the
 * newest is begun.
 */
export class PlaceQueue {
  private readonly newest = new Map<string, object>()
  private readonly running = new Map<string, Promise<unknown>>()

  /**
   * Does the work; without a place at once.
   *
   * @throws AppError `cancelled` where newer work of the same place came meanwhile.
   */
  async take<Result>(place: string | undefined, work: () => Promise<Result>): Promise<Result> {
    if (place === undefined) return work()
    const turn = {}
    this.newest.set(place, turn)
    const before = this.running.get(place)
    if (before !== undefined) await Promise.allSettled([before])
    this.requireNewest(place, turn)
    const running = work()
    this.running.set(place, running)
    try {
      const result = await running
      this.requireNewest(place, turn)
      return result
    } finally {
      if (this.running.get(place) === running) this.running.delete(place)
      if (this.newest.get(place) === turn) this.newest.delete(place)
    }
  }

  private requireNewest(place: string, turn: object): void {
    if (this.newest.get(place) !== turn) throw new AppError('cancelled', 'A newer search took the place of this one.')
  }
}
