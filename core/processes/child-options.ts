/** Options of Node for the children: one that has read many sources gives its memory back when it chooses to. */
export const CHILD_OPTIONS: readonly string[] = ['--expose-gc']
