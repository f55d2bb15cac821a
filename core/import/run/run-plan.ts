import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { isTagId, type TagId } from '../../model/tag.ts'
import { ARTICLE_KINDS } from '../../model/article.ts'
import { CHARSETS } from '../../model/charset.ts'
import { readPrivateJson, writePrivateJson } from '../../workspace/private-file.ts'

const plannedSource = v.object({
  /** Number in the run, from 0. */
  place: v.pipe(v.number(), v.integer(), v.minValue(0)),
  name: v.string(),
  path: v.string(),
  /** True for a copy that the program made; it is deleted when it is no longer needed. */
  isCopy: v.boolean(),
})
const planSchema = v.object({
  batch: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  startedAt: v.string(),
  total: v.number(),
  /** True once the run came to its end; what is left then failed or was stopped. */
  ended: v.boolean(),
  chosen: v.object({
    kind: v.picklist(ARTICLE_KINDS),
    outlet: v.string(),
    tags: v.array(v.custom<TagId>((value) => typeof value === 'string' && isTagId(value))),
    charset: v.nullable(v.picklist(CHARSETS)),
  }),
  sources: v.array(plannedSource),
})

export type PlannedSource = Readonly<v.InferOutput<typeof plannedSource>>
/** The sources of a run that are still to be imported, and what was chosen for it. Kept by the user, not in the archive. */
export type RunPlan = Readonly<v.InferOutput<typeof planSchema>>

/** The plans of one archive on this computer. */
export interface RunPlans {
  /** Folder for copies that a run needs until it has ended. */
  copiesOf(batch: string): string
  save(plan: RunPlan): Promise<void>
  read(batch: string): Promise<RunPlan | null>
  list(): Promise<readonly RunPlan[]>
  /** Forgets a plan and deletes its copies. */
  remove(batch: string): Promise<void>
}

/** Sources that failed can be tried again for so long. In days. */
const KEPT_DAYS = 30

function isOld(plan: RunPlan, now: Date): boolean {
  return now.getTime() - new Date(plan.startedAt).getTime() > KEPT_DAYS * 86_400_000
}

/** Opens the plans in `folder`, which belongs to one archive. */
export function createRunPlans(folder: string, clock: () => Date): RunPlans {
  const fileOf = (batch: string): string => join(folder, `${batch}.json`)
  const copiesOf = (batch: string): string => join(folder, batch)
  const read = async (batch: string): Promise<RunPlan | null> => {
    const parsed = v.safeParse(planSchema, /^[\w-]{1,64}$/.test(batch) ? await readPrivateJson(fileOf(batch)) : null)
    return parsed.success ? parsed.output : null
  }
  const remove = async (batch: string): Promise<void> => {
    await rm(fileOf(batch), { force: true })
    await rm(copiesOf(batch), { recursive: true, force: true })
  }
  return {
    copiesOf,
    read,
    remove,
    save: (plan) => writePrivateJson(fileOf(plan.batch), plan),
    list: async () => {
      const names = await readdir(folder).catch(() => [])
      const plans: RunPlan[] = []
      for (const name of names.filter((found) => found.endsWith('.json')).sort()) {
        const plan = await read(name.slice(0, -'.json'.length))
        if (plan === null) continue
        if (isOld(plan, clock())) await remove(plan.batch)
        else plans.push(plan)
      }
      return plans
    },
  }
}
