const MILLISECONDS_PER_DAY = 86_400_000

/** Days since 1970-01-01 of a day `yyyy-MM-dd`. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_PER_DAY
}
