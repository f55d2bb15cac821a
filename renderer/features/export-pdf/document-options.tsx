import { BOOK_GROUPINGS, EXPORT_FORMATS } from '../../../core/contract/document-order.ts'
import { LANGUAGES } from '../../../core/model/language.ts'
import { PAPER_SIZES, PDF_STANDARDS } from '../../../core/model/pdf-options.ts'
import { GRAINS, LANE_FIELDS } from '../../../core/model/timeline.ts'
import { TextField } from '../../components/text-field.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { TextArea } from '../editor/text-area.tsx'
import type { ExportForm, ExportKind } from './export-form.ts'
import { OptionGroup, OptionSelect } from './option-group.tsx'

interface OptionsProps {
  readonly form: ExportForm
  readonly onChange: (change: Partial<ExportForm>) => void
}

/** Name of a document's kind as it is printed where no other title is given. */
const OWN_TITLES = {
  book: 'printed.pressBook',
  report: 'printed.coverageReport',
  timeline: 'printed.timelineSheet',
  digest: 'printed.digest',
} as const

/** What only this kind of document has. */
export function KindOptions({ form, onChange }: OptionsProps) {
  switch (form.kind) {
    case 'clipping':
      return null
    case 'data':
      return <DataOptions form={form} onChange={onChange} />
    case 'book':
      return <BookOptions form={form} onChange={onChange} />
    case 'timeline':
      return <TimelineOptions form={form} onChange={onChange} />
    case 'digest':
      return <DigestOptions form={form} onChange={onChange} />
    case 'report':
      return <TitleField form={form} kind="report" onChange={onChange} />
  }
}

function TitleField({ form, kind, onChange }: OptionsProps & { readonly kind: keyof typeof OWN_TITLES }) {
  const translate = useTranslate()
  return (
    <TextField
      label={translate('documents.documentTitle')}
      value={form.title}
      maxLength={1_000}
      placeholder={translate(OWN_TITLES[kind])}
      onChange={(title) => onChange({ title })}
    />
  )
}

function BookOptions({ form, onChange }: OptionsProps) {
  const translate = useTranslate()
  return (
    <>
      <TitleField form={form} kind="book" onChange={onChange} />
      <OptionSelect
        label={translate('documents.grouping')}
        value={form.grouping}
        choices={BOOK_GROUPINGS.map((value) => ({ value, label: translate(`documents.groupings.${value}`) }))}
        onChange={(grouping) => onChange({ grouping })}
      />
      <OptionSelect
        label={translate('documents.order')}
        value={form.sort}
        choices={(['oldest', 'newest', 'title', 'outlet'] as const).map((value) => ({
          value,
          label: translate(`library.sort.${value}`),
        }))}
        onChange={(sort) => onChange({ sort })}
      />
      <TextArea
        label={translate('documents.foreword')}
        value={form.foreword}
        rows={4}
        maxLength={100_000}
        placeholder={translate('documents.forewordHelp')}
        onChange={(foreword) => onChange({ foreword })}
      />
    </>
  )
}

function TimelineOptions({ form, onChange }: OptionsProps) {
  const translate = useTranslate()
  return (
    <>
      <TitleField form={form} kind="timeline" onChange={onChange} />
      <OptionSelect
        label={translate('timeline.grain')}
        value={form.grain}
        choices={(['auto', ...GRAINS] as const).map((value) => ({
          value,
          label: translate(`timeline.grains.${value}`),
        }))}
        onChange={(grain) => onChange({ grain })}
      />
      <OptionSelect
        label={translate('timeline.lanes')}
        value={form.lanes ?? 'none'}
        choices={(['none', ...LANE_FIELDS] as const).map((value) => ({
          value,
          label: translate(`timeline.laneFields.${value}`),
        }))}
        onChange={(lanes) => onChange({ lanes: lanes === 'none' ? null : lanes })}
      />
    </>
  )
}

function DigestOptions({ form, onChange }: OptionsProps) {
  const translate = useTranslate()
  return (
    <>
      <OptionGroup
        label={translate('documents.digestPeriod')}
        value={form.period}
        choices={(['day', 'week'] as const).map((value) => ({
          value,
          label: translate(`documents.digestPeriods.${value}`),
        }))}
        onChange={(period) => onChange({ period })}
      />
      <TitleField form={form} kind="digest" onChange={onChange} />
    </>
  )
}

function DataOptions({ form, onChange }: OptionsProps) {
  const translate = useTranslate()
  return (
    <OptionGroup
      label={translate('documents.format')}
      value={form.format}
      choices={EXPORT_FORMATS.map((value) => ({ value, label: translate(`documents.formats.${value}`) }))}
      onChange={(format) => onChange({ format })}
    />
  )
}

/** How the pages are printed; a file for another program has no pages. */
export function PrintingOptions({ form, onChange }: OptionsProps) {
  const translate = useTranslate()
  return (
    <>
      <OptionGroup
        label={translate('documents.language')}
        value={form.language}
        choices={LANGUAGES.map((value) => ({ value, label: translate(`shell.languages.${value}`) }))}
        onChange={(language) => onChange({ language })}
      />
      {form.kind === 'data' ? null : (
        <>
          <OptionGroup
            label={translate('documents.standard')}
            value={form.standard}
            choices={PDF_STANDARDS.toReversed().map((value) => ({
              value,
              label: translate(`documents.standards.${value}`),
            }))}
            onChange={(standard) => onChange({ standard })}
          />
          <OptionGroup
            label={translate('documents.paper')}
            value={form.paper}
            choices={PAPER_SIZES.map((value) => ({ value, label: translate(`documents.papers.${value}`) }))}
            onChange={(paper) => onChange({ paper })}
          />
          <TemplateChoice form={form} onChange={onChange} />
        </>
      )}
    </>
  )
}

function TemplateChoice({ form, onChange }: OptionsProps) {
  const translate = useTranslate()
  const templates = useRequest('documents.templates', {}).data ?? []
  // A recipe may name a design that has been taken away since: it stays to be seen, and the preview says what is wrong.
  const names = [...new Set([...templates, ...(form.template === '' ? [] : [form.template])])]
  return (
    <OptionSelect
      label={translate('documents.template')}
      value={form.template}
      choices={[
        { value: '', label: translate('documents.builtInTemplate') },
        ...names.map((value) => ({ value, label: value })),
      ]}
      help={translate('documents.templateHelp')}
      onChange={(template) => onChange({ template })}
    />
  )
}

/** The kinds that can be made of what is selected. */
export function KindChoice({ form, kinds, onChange }: OptionsProps & { readonly kinds: readonly ExportKind[] }) {
  const translate = useTranslate()
  return (
    <OptionGroup
      label={translate('documents.kind')}
      value={form.kind}
      choices={kinds.map((value) => ({ value, label: translate(`documents.kinds.${value}`) }))}
      onChange={(kind) => onChange({ kind })}
    />
  )
}
