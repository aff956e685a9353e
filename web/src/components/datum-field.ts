/** In which datum the coordinates of a file are. */
import { html, type TemplateResult } from 'lit';
import type { ImportDatum } from '../api/schema';
import type { Lang } from '../i18n';
import { said } from '../i18n/edit/book';
import { fileWords } from '../i18n/files';

const DATUMS: readonly ImportDatum[] = ['auto', 'wgs84', 'gcj02', 'bd09'];

export function datumField(chosen: ImportDatum, lang: Lang, choose: (datum: ImportDatum) => void): TemplateResult {
  const f = said(fileWords, lang);
  const names: Record<ImportDatum, string> = { auto: f.datumAuto, wgs84: f.datumWgs84, gcj02: f.datumGcj02, bd09: f.datumBd09 };
  return html`<label class="field">
    <span>${f.datum}</span>
    <select data-testid="datum" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as ImportDatum)}>
      ${DATUMS.map((datum) => html`<option value=${datum} ?selected=${datum === chosen}>${names[datum]}</option>`)}
    </select>
  </label>`;
}
