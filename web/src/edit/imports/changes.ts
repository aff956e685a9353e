/** What an import would change, place by place. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldChange, ImportPreview, PlannedPlace } from '../../api/schema';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { importWords } from '../../i18n/edit/imports';
import { factWords } from '../../i18n/edit/facts';
import { hrefOf } from '../state';

/** A field by its name; `roles[r-7c1d].hours` is known by its last part. */
function fieldInWords(field: string, lang: Lang): string {
  const f = said(factWords, lang) as Record<string, unknown>;
  const known = f[field.replace(/^.*\./, '')];
  return typeof known === 'string' ? known : field;
}

export function fieldChanges(fields: readonly FieldChange[], lang: Lang): TemplateResult {
  const nothingSaid = said(factWords, lang).nothing;
  return html`<ul class="field-changes">
    ${fields.map(
      ({ field, before, after }) =>
        html`<li><span class="quiet">${fieldInWords(field, lang)}</span> <del>${before || nothingSaid}</del> → <ins>${after || nothingSaid}</ins></li>`,
    )}
  </ul>`;
}

function places(planned: readonly PlannedPlace[], count: number, isNew: boolean, lang: Lang): TemplateResult {
  const e = said(importWords, lang);
  return html`<ul class="plain-list planned">
      ${planned.map(
        ({ row, place, name, fields }) =>
          html`<li>
            ${isNew ? html`<span>${name}</span>` : html`<a href=${hrefOf('place', { id: place })}>${name}</a>`}
            ${row ? html`<span class="quiet">${e.row(row.sheet, row.row)}</span>` : nothing} ${fields.length ? fieldChanges(fields, lang) : nothing}
          </li>`,
      )}
    </ul>
    ${count > planned.length ? html`<p class="quiet">${e.listed(planned.length, count)}</p>` : nothing}`;
}

export function changesPart(preview: ImportPreview, lang: Lang): TemplateResult {
  const e = said(importWords, lang);
  const { counts } = preview;
  const part = (name: string, count: number, body: () => TemplateResult) =>
    count ? html`<details class="rule"><summary><span>${name}</span><span class="count">${count.toLocaleString('en-GB')}</span></summary>${body()}</details>` : nothing;
  return html`${part(e.added, counts.added, () => places(preview.added, counts.added, true, lang))}
  ${part(e.changed, counts.changed, () => places(preview.changed, counts.changed, false, lang))}
  ${part(e.withdrawn, counts.withdrawn, () => places(preview.withdrawn, counts.withdrawn, false, lang))}
  ${part(
    e.kept,
    counts.kept,
    () => html`<ul>
      ${preview.kept.map(({ row, field }) => html`<li>${e.keptLine(fieldInWords(field.field, lang), field.before, field.after)} <span class="quiet">${e.row(row.sheet, row.row)}</span></li>`)}
    </ul>`,
  )}
  ${part(
    e.approximate,
    counts.approximate,
    () => html`<ul>
      ${preview.approximate.map(({ name }) => html`<li>${name}</li>`)}
    </ul>`,
  )}`;
}
