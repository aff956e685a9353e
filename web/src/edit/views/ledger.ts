/** 台账: what is declared beside what is on the map, by role kind and district; each number opens its list. */
import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { roleMarker, sign } from '../../components/icons';
import { date } from '../../format/units';
import { nameIn } from '../../i18n';
import { factWords } from '../../i18n/edit/facts';
import { frameWords } from '../../i18n/edit/frame';
import { ledgerWords } from '../../i18n/edit/ledger';
import { roleName, roleShortName } from '../../i18n/roles';
import type { RoleKind } from '../../roles';
import * as api from '../api';
import { EditElement } from '../base';
import { STANDINGS } from '../checking';
import { inWords } from '../failure';
import { edit, hrefOf, may } from '../state';

/** The columns that count places. */
const COLUMNS = ['located', ...STANDINGS] as const;

type Row = api.Ledger['roles'][number];
type District = Row['districts'][number];

@customElement('yuren-ledger')
export class LedgerView extends EditElement {
  @state() private open: ReadonlySet<RoleKind> = new Set();

  private ledger = new Task(this, { task: () => api.ledger(), args: () => [edit.state.edits] });
  /** What was last told stays while it is asked anew. */
  private known: api.Ledger | null = null;

  private toggle(kind: RoleKind): void {
    const next = new Set(this.open);
    if (!next.delete(kind)) next.add(kind);
    this.open = next;
  }

  private declared({ declared, bound }: { declared: number | null; bound: Row['bound'] }): string {
    const e = this.words(ledgerWords);
    if (declared === null) return e.undeclared;
    return bound === 'floor' ? e.moreThan(declared) : declared.toLocaleString('en-GB');
  }

  private numbers(kind: RoleKind, counts: Row | District, district: District | null): TemplateResult[] {
    const e = this.words(ledgerWords);
    const where = district?.name ?? e.wholeCity;
    const cell = (count: number, column: string, href: string) =>
      html`<td class="number">
        ${count === 0 ? html`<span class="quiet">0</span>` : html`<a href=${href} aria-label=${`${e.listOf(roleName(kind, this.language), column, where)}: ${count.toLocaleString('en-GB')}`}>${count.toLocaleString('en-GB')}</a>`}
      </td>`;
    const cells = COLUMNS.map((column) => cell(counts[column], e[column], hrefOf('places', { r: kind, g: district?.code ?? '', check: column === 'located' ? '' : column })));
    const reported = counts.in_review;
    if (reported === null) cells.push(html`<td class="number quiet">${e.noAnswer}</td>`);
    else if (may('reviewer')) cells.push(cell(reported, e.inReview, hrefOf('reports')));
    else cells.push(html`<td class="number">${reported}</td>`);
    return cells;
  }

  private row(row: Row): TemplateResult {
    const e = this.words(ledgerWords);
    const { kind } = row;
    const isOpen = this.open.has(kind);
    const name = roleShortName(kind, this.language);
    return html`<tr data-testid="ledger-${kind}">
        <th scope="row">
          <button class="row-toggle" aria-expanded=${isOpen} aria-label=${e.byDistrict(name)} data-testid="districts-${kind}" @click=${() => this.toggle(kind)}>
            ${sign(isOpen ? 'up' : 'down')}${roleMarker(kind, 22)}<span>${name}</span>
          </button>
        </th>
        <td class="number">${this.declared(row)}</td>
        ${this.numbers(kind, row, null)}
      </tr>
      ${isOpen
        ? row.districts.map(
            (district) =>
              html`<tr class="sub-row" data-testid="ledger-${kind}-${district.code}">
                <th scope="row">${nameIn(this.language, district)}</th>
                <td></td>
                ${this.numbers(kind, district, district)}
              </tr>`,
          )
        : nothing}`;
  }

  private table(ledger: api.Ledger): TemplateResult {
    const e = this.words(ledgerWords);
    const f = this.words(factWords);
    const columns = [e.declared, ...COLUMNS.map((column) => e[column]), e.inReview];
    const facts = Object.entries(ledger.keeps_for_days).filter((pair): pair is [keyof typeof f & string, number] => pair[0] in f);
    return html`<p class="quiet">${e.intro(date(ledger.day, this.w))}</p>
      <div class="table-box" tabindex="0" role="region" aria-labelledby="ledger-title">
        <table class="grid" data-testid="ledger">
          <thead>
            <tr>
              <th scope="col">${e.kind}</th>
              ${columns.map((name) => html`<th scope="col" class="number">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${ledger.roles.map((row) => this.row(row))}
          </tbody>
        </table>
      </div>
      ${ledger.facts.length
        ? html`<h3>${e.notPlaces}</h3>
            <ul>
              ${ledger.facts.map((fact) => html`<li>
                  ${nameIn(this.language, fact)} · ${e.declared} ${this.declared({ declared: fact.count, bound: fact.bound })}${fact.located === null
                    ? nothing
                    : html` · ${e.onMap(fact.located, fact.synthetic ?? 0)}`}
                </li>`)}
            </ul>`
        : nothing}
      <details class="aside">
        <summary>${e.staleAfter}</summary>
        <dl class="pairs">
          ${facts.map(([fact, days]) => html`<dt>${f[fact] as string}</dt><dd>${e.days(days)}</dd>`)}
        </dl>
      </details>`;
  }

  override render() {
    const e = this.words(ledgerWords);
    const title = html`<h2 id="ledger-title">${this.words(frameWords).ledger}</h2>`;
    return html`${title}
    ${this.ledger.render({
      pending: () => (this.known ? this.table(this.known) : html`<p class="notice quiet">${e.loading}</p>`),
      complete: (ledger) => this.table((this.known = ledger)),
      error: (error) =>
        html`<div class="trouble" role="alert">
            <p>${inWords(error, this.language, false)}</p>
            <button class="button" @click=${() => void this.ledger.run()}>${this.words(frameWords).retry}</button>
          </div>
          ${this.known ? this.table(this.known) : nothing}`,
    })}`;
  }
}
