import { getSchema, type Editor, type JSONContent } from '@tiptap/core'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { Bold, Code, Heading2, Italic, Link2, List, ListOrdered, Quote, Redo2, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { MessageKey } from '../../../core/translate/create-translator.ts'
import { classNames } from '../../components/class-names.ts'
import { IconButton } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { createMarkdownCodec } from './markdown-codec.ts'
import styles from './rich-body.module.css'

interface RichBodyProps {
  readonly markdown: string
  readonly lang: string | undefined
  readonly label: string
  readonly onChange: (markdown: string) => void
}

/** Extensions without those whose content Markdown cannot hold. */
const EXTENSIONS = [
  StarterKit.configure({ underline: false, strike: false, link: { openOnClick: false, autolink: false } }),
]
const CODEC = createMarkdownCodec(getSchema(EXTENSIONS))

/** Whether the visual editor can hold a text without losing any of its structure. */
export function canEditVisually(markdown: string): boolean {
  return CODEC.keeps(markdown)
}

/** The text as it will be read, with a plain toolbar. Its Markdown changes only where the user changes something. */
export function RichBody({ markdown, lang, label, onChange }: RichBodyProps) {
  const attributes = {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    spellcheck: 'false',
    ...(lang === undefined ? {} : { lang }),
  }
  const editor = useEditor({
    extensions: EXTENSIONS,
    // As data, never as HTML: nothing is parsed into the page.
    content: CODEC.read(markdown).toJSON() as JSONContent,
    injectCSS: false,
    editorProps: { attributes },
    onUpdate: ({ editor: changed }) => onChange(CODEC.write(changed.state.doc)),
  })
  return (
    <div className={styles.body}>
      <BodyToolbar editor={editor} />
      <EditorContent editor={editor} className={styles.content} />
    </div>
  )
}

interface Tool {
  readonly label: MessageKey
  readonly icon: ReactNode
  readonly run: (editor: Editor) => void
  readonly isActive: (editor: Editor) => boolean
}

const never = (): boolean => false
const TOOLS: readonly Tool[] = [
  {
    label: 'editor.tools.bold',
    icon: <Bold size={15} />,
    run: (editor) => void editor.chain().focus().toggleBold().run(),
    isActive: (editor) => editor.isActive('bold'),
  },
  {
    label: 'editor.tools.italic',
    icon: <Italic size={15} />,
    run: (editor) => void editor.chain().focus().toggleItalic().run(),
    isActive: (editor) => editor.isActive('italic'),
  },
  {
    label: 'editor.tools.heading',
    icon: <Heading2 size={15} />,
    run: (editor) => void editor.chain().focus().toggleHeading({ level: 2 }).run(),
    isActive: (editor) => editor.isActive('heading'),
  },
  {
    label: 'editor.tools.quote',
    icon: <Quote size={15} />,
    run: (editor) => void editor.chain().focus().toggleBlockquote().run(),
    isActive: (editor) => editor.isActive('blockquote'),
  },
  {
    label: 'editor.tools.list',
    icon: <List size={15} />,
    run: (editor) => void editor.chain().focus().toggleBulletList().run(),
    isActive: (editor) => editor.isActive('bulletList'),
  },
  {
    label: 'editor.tools.numbers',
    icon: <ListOrdered size={15} />,
    run: (editor) => void editor.chain().focus().toggleOrderedList().run(),
    isActive: (editor) => editor.isActive('orderedList'),
  },
  {
    label: 'editor.tools.code',
    icon: <Code size={15} />,
    run: (editor) => void editor.chain().focus().toggleCode().run(),
    isActive: (editor) => editor.isActive('code'),
  },
  {
    label: 'editor.tools.undo',
    icon: <Undo2 size={15} />,
    run: (editor) => void editor.chain().focus().undo().run(),
    isActive: never,
  },
  {
    label: 'editor.tools.redo',
    icon: <Redo2 size={15} />,
    run: (editor) => void editor.chain().focus().redo().run(),
    isActive: never,
  },
]

function BodyToolbar({ editor }: { readonly editor: Editor }) {
  const translate = useTranslate()
  const [linkOpen, setLinkOpen] = useState(false)
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => TOOLS.map((tool) => tool.isActive(current)),
  })
  return (
    <>
      <div className={styles.toolbar} role="toolbar" aria-label={translate('editor.toolbar')}>
        {TOOLS.map((tool, place) => (
          <IconButton
            key={tool.label}
            label={translate(tool.label)}
            aria-pressed={active[place] ?? false}
            className={classNames(active[place] && styles.on)}
            onClick={() => tool.run(editor)}
          >
            {tool.icon}
          </IconButton>
        ))}
        <IconButton
          label={translate('editor.tools.link')}
          aria-expanded={linkOpen}
          onClick={() => setLinkOpen(!linkOpen)}
        >
          <Link2 size={15} />
        </IconButton>
      </div>
      {linkOpen ? <LinkField editor={editor} onDone={() => setLinkOpen(false)} /> : null}
    </>
  )
}

function LinkField({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }) {
  const translate = useTranslate()
  const present: unknown = editor.getAttributes('link').href
  const [url, setUrl] = useState(typeof present === 'string' ? present : 'https://')
  const apply = (): void => {
    const chain = editor.chain().focus().extendMarkRange('link')
    if (/^(?:https?:\/\/|mailto:)\S{4,}/i.test(url)) chain.setLink({ href: url.trim() }).run()
    else chain.unsetLink().run()
    onDone()
  }
  return (
    <div className={styles.link}>
      <input
        type="url"
        autoFocus
        value={url}
        aria-label={translate('editor.linkAddress')}
        onChange={(event) => setUrl(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply()
          else if (event.key === 'Escape') onDone()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <IconButton label={translate('shell.ok')} onClick={apply}>
        <Link2 size={15} />
      </IconButton>
    </div>
  )
}
