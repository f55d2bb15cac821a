import type { Options } from 'rehype-sanitize'

/**
 * What may stay of foreign markup. Everything else goes: unknown elements leave their words, the elements under `strip`
 * go with all that is in them. Only http, https and mailto links; images only as files of the source.
 */
export const SANITISE_SCHEMA: Options = {
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'br', 'hr', 'blockquote', 'pre', 'code'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img', 'a', 'b', 'strong', 'i', 'em', 'del', 's'],
    ...[
      'table',
      'caption',
      'thead',
      'tbody',
      'tfoot',
      'tr',
      'td',
      'th',
      'section',
      'article',
      'main',
      'header',
      'sup',
      'sub',
    ],
  ],
  attributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan'],
    ol: ['start'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https', 'data', 'cid', 'file'] },
  strip: [
    ...[
      'script',
      'style',
      'noscript',
      'template',
      'iframe',
      'frame',
      'frameset',
      'object',
      'embed',
      'applet',
      'svg',
      'math',
    ],
    ...[
      'head',
      'title',
      'form',
      'button',
      'select',
      'textarea',
      'audio',
      'video',
      'canvas',
      'noembed',
      'noframes',
      'xmp',
      'plaintext',
    ],
  ],
  ancestors: {},
  clobber: [],
  required: {},
  allowComments: false,
  allowDoctypes: false,
}
