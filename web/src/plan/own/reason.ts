/** Why a file as a whole was refused, by the rule that refused it. */
import type { Book } from '../../i18n/edit/book';
import type { ownWords } from '../../i18n/plan/own';

type Words = Book<(typeof ownWords)['zh']>['en'];

/** Empty where the rule is none of these: what the server says stands for itself. */
export function reasonOf(rule: string, o: Words): string {
  const known: Record<string, string> = {
    unreadable: o.unreadable,
    nul: o.unreadable,
    entities: o.unreadable,
    'too-large': o.tooMuch,
    encoding: o.encoding,
    'no-rows': o.noRows,
    'no-header': o.noColumns,
    columns: o.noColumns,
    datum: o.noDatum,
  };
  return Object.hasOwn(known, rule) ? (known[rule] ?? '') : '';
}
