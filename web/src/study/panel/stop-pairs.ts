/** On a stop's card: before which of the day's places it must come. */
import { html, nothing, type TemplateResult } from 'lit';
import { said } from '../../i18n/edit/book';
import { formWords } from '../../i18n/study/form';
import { wishWords } from '../../i18n/study/wishes';
import type { Lang } from '../../i18n';
import { withoutPair } from '../pairs';
import type { StudyState } from '../state';
import { changeAndAsk, goBefore } from '../steps';
import { choiceField } from './fields';
import { mayComeFirst, pairRows } from './pairs';

export function stopPairs(state: StudyState, place: string, lang: Lang): TemplateResult | typeof nothing {
  const v = said(wishWords, lang);
  const { names, view } = state;
  const { before } = view.question;
  const own = before.filter((pair) => pair.includes(place));
  const others = mayComeFirst(state).filter((id) => id !== place && !before.some(([first, second]) => first === place && second === id));
  if (!own.length && !others.length) return nothing;
  const choices = [['', v.choose] as const, ...others.map((id) => [id, names[id]?.name ?? said(formWords, lang).unnamed] as const)];
  return html`${others.length ? choiceField({ name: 'stop-before', label: v.mustPrecede }, '', choices, (id) => id && goBefore([place, id])) : nothing}
  ${pairRows(own, names, lang, (pair) => changeAndAsk({ before: withoutPair(before, pair) }))}`;
}
