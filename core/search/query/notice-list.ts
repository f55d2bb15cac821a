import type { SearchNotice } from '../../model/search-result.ts'

/** Most details of one notice: a pasted article may hold hundreds of ignored words. */
const MOST_DETAILS = 20

/** Gathers notices, each code once with all its details. */
export class NoticeList {
  private readonly details = new Map<SearchNotice['code'], Set<string>>()

  add(code: SearchNotice['code'], ...details: readonly string[]): void {
    const known = this.details.get(code) ?? new Set()
    for (const detail of details) {
      if (known.size < MOST_DETAILS) known.add(detail)
    }
    this.details.set(code, known)
  }

  addAll(notices: readonly SearchNotice[]): void {
    for (const { code, details } of notices) this.add(code, ...details)
  }

  all(): SearchNotice[] {
    return [...this.details].map(([code, details]) => ({ code, details: [...details] }))
  }
}
