/** What a chip was taken to mean. */
import type { EntrySpan } from '../api/client';

/** When primary schools let out next. */
export interface AfterSchool {
  day: string;
  from: string;
  to: string;
  /** The school calendar is an example. */
  example: boolean;
}

/** The chip's span, and what it means by after school; `null` = nobody knows when that is. */
export interface Meant {
  span: EntrySpan | null;
  school: AfterSchool | null;
}
