import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'

/** Any node that may have children. */
export type Parent = Root | Element

/** True for an element, optionally of one of the names given. */
export function isElement<Name extends string = string>(
  node: RootContent | ElementContent | undefined,
  ...names: readonly Name[]
): node is Element & { readonly tagName: Name } {
  return node?.type === 'element' && (names.length === 0 || (names as readonly string[]).includes(node.tagName))
}

/** All text below a node. */
export function textOf(node: RootContent | Root): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Makes an element. */
export function makeElement(
  tagName: string,
  children: readonly ElementContent[],
  properties: Properties = {},
): Element {
  return { type: 'element', tagName, properties, children: [...children] }
}

/** All elements below a node, in the order of the document. */
export function* elementsOf(node: Parent): Generator<Element> {
  for (const child of node.children) {
    if (!isElement(child)) continue
    yield child
    yield* elementsOf(child)
  }
}

/** A property as text; lists are joined, everything else is empty. */
export function propertyText(element: Element, name: string): string {
  const value = element.properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
