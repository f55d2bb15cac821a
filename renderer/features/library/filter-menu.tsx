import { Menu } from '@base-ui/react/menu'
import { Check, ChevronRight, ListFilter } from 'lucide-react'
import type { ArticleFilter } from '../../../core/model/article-filter.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import type { FacetCount, Facets } from '../../../core/model/search-result.ts'
import { tagName } from '../../../core/model/tag.ts'
import menu from '../../components/menu.module.css'
import trigger from '../../components/quiet-trigger.module.css'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { changeFilter, useRoute } from '../../state/route-store.ts'

const MOST_SHOWN = 40

interface Choice {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly chosen: boolean
  readonly change: Partial<ArticleFilter>
}

/** Puts a value into a list, or takes it out. */
function toggled<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
}

/** Filters with the number of articles that each leaves, from the facets of the result. */
export function FilterMenu({ facets }: { readonly facets: Facets | null }) {
  const translate = useTranslate()
  const { filter } = useRoute()
  const tags = useTagsById()
  if (facets === null) return null
  const choices = <Value extends string>(
    counts: readonly FacetCount<Value>[],
    label: (value: Value) => string,
    chosen: (value: Value) => boolean,
    change: (value: Value) => Partial<ArticleFilter>,
  ): readonly Choice[] =>
    counts.slice(0, MOST_SHOWN).map(({ value, count }) => ({
      key: value,
      label: label(value),
      count,
      chosen: chosen(value),
      change: change(value),
    }))
  const groups = [
    {
      label: translate('library.filterBy.language'),
      choices: choices(
        facets.languages,
        (value) => translate(`shell.languages.${value}`),
        (value) => filter.languages.includes(value),
        (value) => ({ languages: [...toggled(filter.languages, value)] }),
      ),
    },
    {
      label: translate('library.filterBy.kind'),
      choices: choices(
        facets.kinds,
        (value) => translate(`shell.kinds.${value}`),
        (value) => filter.kinds.includes(value),
        (value) => ({ kinds: [...toggled(filter.kinds, value)] }),
      ),
    },
    {
      label: translate('library.filterBy.outlet'),
      choices: choices(
        facets.outlets,
        (value) => value || translate('library.untitledOutlet'),
        (value) => filter.outlets.includes(value),
        (value) => ({ outlets: [...toggled(filter.outlets, value)] }),
      ),
    },
    {
      label: translate('library.filterBy.tag'),
      choices: choices(
        facets.tags,
        (value) => {
          const tag = tags.get(value)
          return tag === undefined ? value : tagName(tag, translate.language)
        },
        (value) => filter.tags.includes(value),
        (value) => ({ tags: [...toggled(filter.tags, value)] }),
      ),
    },
    {
      label: translate('library.filterBy.year'),
      choices: choices(
        facets.years,
        (value) => value,
        (value) => filter.from === `${value}-01-01` && filter.to === `${value}-12-31`,
        (value) => ({ from: `${value}-01-01`, to: `${value}-12-31`, undated: false }),
      ),
    },
  ].filter((group) => group.choices.length > 0)
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={trigger.trigger}>
        <ListFilter size={13} aria-hidden />
        {translate('library.addFilter')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} align="start" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            {groups.map((group) => (
              <FilterGroup key={group.label} label={group.label} choices={group.choices} />
            ))}
            <Menu.Separator className={menu.separator} />
            <Menu.CheckboxItem
              className={menu.item}
              checked={filter.oneStory === true}
              onCheckedChange={(oneStory) => changeFilter({ oneStory })}
            >
              <span className={menu.check}>{filter.oneStory === true ? <Check size={14} /> : null}</span>
              <span className={menu.label}>{translate('library.oneStory')}</span>
            </Menu.CheckboxItem>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function FilterGroup({ label, choices }: { readonly label: string; readonly choices: readonly Choice[] }) {
  const { language } = useTranslate()
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={menu.item}>
        <span className={menu.label}>{label}</span>
        <ChevronRight size={14} aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} sideOffset={2} alignOffset={-5}>
          <Menu.Popup className={menu.popup}>
            {choices.map((choice) => (
              <Menu.CheckboxItem
                key={choice.key}
                className={menu.item}
                checked={choice.chosen}
                onCheckedChange={() => changeFilter(choice.change)}
              >
                <span className={menu.check}>{choice.chosen ? <Check size={14} /> : null}</span>
                <span className={menu.label}>{choice.label}</span>
                <span className={menu.hint}>{formatNumber(choice.count, language)}</span>
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  )
}
