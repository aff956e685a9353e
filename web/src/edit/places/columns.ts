/** The columns of the table of places, in their order. */
export const COLUMNS = ['name', 'role', 'where', 'status', 'hours', 'fee', 'phone', 'checked', 'marks'] as const;
export type Column = (typeof COLUMNS)[number];

export function isColumn(text: string): text is Column {
  return (COLUMNS as readonly string[]).includes(text);
}
