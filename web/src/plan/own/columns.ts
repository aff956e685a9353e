/** Which column of a file is what: shown, and changed by whoever knows better. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PointColumns } from '../../api/schema';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { ownWords } from '../../i18n/plan/own';
import type { ListUse } from './list';

type Part = keyof PointColumns;

/** A point has to be somewhere; the rest may be in no column. */
const NEEDED: readonly Part[] = ['lon', 'lat'];

/** `used` is what each is taken from as the file was last read, `headers` the names to choose from; an empty name is no column. */
export function columnsPart(used: PointColumns, headers: readonly string[], use: ListUse, lang: Lang, choose: (part: Part, header: string) => Promise<void>): TemplateResult {
  const o = said(ownWords, lang);
  const parts: readonly Part[] = use === 'demand' ? ['lon', 'lat', 'name', 'id', 'weight'] : ['lon', 'lat', 'name', 'id'];
  return html`<div class="own-columns" role="group" aria-label=${o.columns} data-testid="own-columns">
    ${parts.map((part) => {
      const header = used[part] ?? '';
      const isMissing = !header && NEEDED.includes(part);
      return html`<label class="field">
        <span>${o[part]}</span>
        <select data-testid="own-column-${part}" @change=${(event: Event) => void choose(part, (event.target as HTMLSelectElement).value)}>
          ${header && NEEDED.includes(part) ? nothing : html`<option value="" ?disabled=${isMissing} .selected=${!header}>${isMissing ? o.chooseColumn : o.noColumn}</option>`}
          ${headers.map((name) => html`<option value=${name} .selected=${name === header}>${name}</option>`)}
        </select>
      </label>`;
    })}
  </div>`;
}
