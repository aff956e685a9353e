/** Districts and towns, the worst served first. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { nameIn } from '../../i18n';
import { listWords } from '../../i18n/plan/lists';
import { PlanElement } from '../base';
import { amount } from '../charts/text';
import { classOfShare } from '../classes';
import { counted, type UnitWords } from '../counted';
import { finestLevel, regionsAt, weightOfPoints, type RegionTally } from '../counting';
import { percent, short, whole } from '../figures';
import { limit, plan } from '../state';
import { COLUMNS, FIRST_ORDER, sorted, type Column, type Order } from './sorting';

/** So many rows are shown unasked. */
const FIRST_ROWS = 12;
const LEVELS = ['town', 'district'] as const;
const ZOOM = { district: 10, town: 12.5 };

@customElement('yuren-plan-towns')
export class TownTable extends PlanElement {
  @state() private order: Order = FIRST_ORDER;
  @state() private level: (typeof LEVELS)[number] = 'town';
  @state() private all = false;

  private sort(column: Column): void {
    this.order = { column, turned: this.order.column === column && !this.order.turned };
  }

  private head(column: Column, unit: UnitWords): TemplateResult {
    const l = this.words(listWords);
    const names: Record<Column, string> = { name: l.name, share: l.share, unserved: l.unserved(unit.name), median: l.medianColumn };
    const mine = this.order.column === column;
    const down = column === 'name' ? this.order.turned : !this.order.turned;
    const direction = !mine ? 'none' : (column === 'share' ? !this.order.turned : !down) ? 'ascending' : 'descending';
    return html`<th scope="col" class=${column === 'name' ? '' : 'number'} aria-sort=${direction}>
      <button class="sort" data-testid="sort-${column}" aria-label=${l.sortBy(names[column])} @click=${() => this.sort(column)}>
        ${names[column]}${mine ? sign(direction === 'ascending' ? 'up' : 'down') : nothing}
      </button>
    </th>`;
  }

  private bring({ region }: RegionTally): void {
    plan.set({ bring: { at: region.centre, zoom: ZOOM[region.level] } });
  }

  private row(row: RegionTally, districts: ReadonlyMap<string, string>): TemplateResult {
    const l = this.words(listWords);
    const { region, share, unserved } = row;
    const name = nameIn(this.language, region);
    const within = region.level === 'town' && region.parent ? districts.get(region.parent) : undefined;
    return html`<tr data-testid="region-row" data-code=${region.code}>
      <th scope="row">
        <button class="row-name" title=${l.showOnMap(name)} @click=${() => this.bring(row)}>${name}${within ? html`<span class="quiet small">${within}</span>` : nothing}</button>
      </th>
      <td class="number"><svg class="swatch class-${classOfShare(share)} ${share === 0 ? 'nobody' : ''}" width="12" height="12" aria-hidden="true"><rect width="12" height="12"></rect></svg>${percent(share)}</td>
      <td class="number">${amount(unserved)}</td>
      <td class="number">${region.median_minutes === null ? '—' : short(region.median_minutes)}</td>
    </tr>`;
  }

  private switch(): TemplateResult {
    const l = this.words(listWords);
    const names = { town: l.towns, district: l.districts };
    return html`<fieldset class="modes">
      <legend class="visually-hidden">${l.level}</legend>
      ${LEVELS.map(
        (level) =>
          html`<label class="mode" data-testid="level-${level}">
            <input class="visually-hidden" type="radio" name="level" .checked=${level === this.level} @change=${() => (this.level = level)} /><span>${names[level]}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  override render() {
    const l = this.words(listWords);
    const { answer } = this.state;
    const at = limit(this.state);
    if (!answer || at === null) return nothing;
    const districts = new Map(answer.regions.flatMap((region) => (region.level === 'district' ? [[region.code, nameIn(this.language, region)] as const] : [])));
    const unit = counted(answer, this.language);
    const finest = finestLevel(answer);
    const level = finest === 'town' ? this.level : finest;
    const rows = regionsAt(answer, at).filter(({ region }) => region.level === level);
    const nowhere = answer.points.id.flatMap((_, index) => (answer.points.district[index] ? [] : [index]));
    const [worst] = sorted(rows, FIRST_ORDER);
    const shown = this.all ? rows.length : FIRST_ROWS;
    const says = level === 'town' ? l.worst : l.worstDistrict;
    return html`${finest === 'town' ? this.switch() : html`<p class="quiet small" data-testid="no-towns">${l.noTowns}</p>`}
      ${worst ? html`<p class="finding" data-testid="worst" data-code=${worst.region.code}>${says(nameIn(this.language, worst.region), percent(worst.share))}</p>` : nothing}
      ${rows.length
        ? html`<table class="towns" data-testid="towns">
            <thead><tr>${COLUMNS.map((column) => this.head(column, unit))}</tr></thead>
            <tbody>${sorted(rows, this.order).slice(0, shown).map((row) => this.row(row, districts))}</tbody>
          </table>`
        : html`<p class="quiet">${l.noRegions}</p>`}
      ${rows.length && nowhere.length ? html`<p class="quiet small" data-testid="nowhere">${l.nowhere(unit.atPoints(whole(nowhere.length), amount(weightOfPoints(answer, nowhere))))}</p>` : nothing}
      ${rows.length > shown ? html`<button class="button wide" data-testid="all-regions" @click=${() => (this.all = true)}>${l.showAll(whole(rows.length))}</button>` : nothing}`;
  }
}
