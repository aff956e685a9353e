/** The filters: one chip a question, each opening its list of answers. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Fee } from '../api/types';
import { roundDistance } from '../format/units';
import { feeInWords } from '../format/visit';
import { nameIn } from '../i18n';
import { roleName, roleShortName } from '../i18n/roles';
import { ROLE_KINDS, type RoleKind } from '../roles';
import { clearFilters, setFilters, setRadius } from '../state/actions';
import { RADII } from '../state/view';
import { StoreElement } from './base';
import { roleMarker, sign } from './icons';
import { openChips } from './open-chips';

type Menu = 'kind' | 'fee' | 'district' | 'distance';
const FEES: readonly Fee[] = ['free', 'paid', 'unknown'];

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

@customElement('yuren-filters')
export class FilterBar extends StoreElement {
  @state() private menu: Menu | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.onOutside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.onOutside);
  }

  private onOutside = (event: Event): void => {
    if (this.menu && !this.contains(event.target as Node)) this.menu = null;
  };

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.menu) return;
    const chip = this.querySelector<HTMLElement>(`[data-menu=${this.menu}]`);
    this.menu = null;
    chip?.focus();
    event.stopPropagation();
  }

  private chip(menu: Menu, label: string, text: string | null): TemplateResult {
    const open = this.menu === menu;
    return html`<button
      class="chip ${text === null ? '' : 'on'}"
      data-menu=${menu}
      data-testid="filter-${menu}"
      aria-expanded=${open}
      aria-controls="filter-menu"
      @click=${() => (this.menu = open ? null : menu)}
    >
      ${text === null ? label : html`<span class="visually-hidden">${label}</span><span>${text}</span>`}${sign(open ? 'up' : 'down')}
    </button>`;
  }

  private box(value: string, label: unknown, checked: boolean, change: () => void): TemplateResult {
    return html`<label class="check">
      <input type="checkbox" value=${value} .checked=${checked} @change=${change} />
      ${label}
    </label>`;
  }

  private menuBody(): TemplateResult {
    const { w, language: lang } = this;
    const { filters, maxM } = this.state.view;
    switch (this.menu) {
      case 'kind':
        return html`${ROLE_KINDS.map((kind) =>
          this.box(kind, html`${roleMarker(kind)}<span>${roleName(kind, lang)}</span>`, filters.roles.includes(kind), () =>
            setFilters({ roles: toggled<RoleKind>(filters.roles, kind) }),
          ),
        )}`;
      case 'fee':
        return html`${FEES.map((fee) =>
          this.box(fee, html`<span>${feeInWords(fee, w)}</span>`, filters.fees.includes(fee), () =>
            setFilters({ fees: toggled(filters.fees, fee) }),
          ),
        )}`;
      case 'district':
        return html`${(this.state.city?.regions ?? []).map((district) =>
          this.box(district.code, html`<span>${nameIn(this.language, district)}</span>`, filters.regions.includes(district.code), () =>
            setFilters({ regions: toggled(filters.regions, district.code) }),
          ),
        )}`;
      default:
        return html`${[null, ...RADII].map(
          (radius) =>
            html`<label class="check">
              <input type="radio" name="radius" value=${radius ?? ''} .checked=${radius === maxM} @change=${() => setRadius(radius)} />
              <span>${radius === null ? w.anyDistance : w.within(roundDistance(radius, w))}</span>
            </label>`,
        )}`;
    }
  }

  private summary<T>(chosen: readonly T[], name: (item: T) => string): string | null {
    const [first] = chosen;
    if (first === undefined) return null;
    return chosen.length === 1 ? name(first) : `${name(first)} +${chosen.length - 1}`;
  }

  override render() {
    const { w, language: lang } = this;
    const { filters, maxM, open, point } = this.state.view;
    const { roles, fees, regions } = filters;
    const districts = this.state.city?.regions ?? [];
    const districtName = (code: string): string => {
      const district = districts.find((one) => one.code === code);
      return district ? nameIn(lang, district) : code;
    };
    const some = roles.length + fees.length + regions.length > 0 || maxM !== null || open !== null;
    const title = { kind: w.kindFilter, fee: w.feeFilter, district: w.districtFilter, distance: w.distanceFilter };
    return html`<div class="filters" role="group" aria-label=${w.filters} @keydown=${this.onKey}>
      <div class="chip-rows">${openChips(open, lang)}<div class="chips">
        ${this.chip('kind', w.kindFilter, this.summary(roles, (kind) => roleShortName(kind, lang)))}
        ${this.chip('fee', w.feeFilter, this.summary(fees, (fee) => feeInWords(fee, w)))}
        ${this.chip('district', w.districtFilter, this.summary(regions, districtName))}
        ${point
          ? this.chip('distance', w.distanceFilter, maxM === null ? null : w.within(roundDistance(maxM, w)))
          : nothing}
        ${some ? html`<button class="chip plain" data-testid="clear-filters" @click=${clearFilters}>${sign('close')}${w.clearFilters}</button>` : nothing}
      </div></div>
      ${this.menu
        ? html`<fieldset class="menu" id="filter-menu" data-testid="filter-menu">
            <legend>${title[this.menu]}</legend>
            <div class="menu-body">${this.menuBody()}</div>
            <button class="button primary" @click=${() => (this.menu = null)}>${w.done}</button>
          </fieldset>`
        : nothing}
    </div>`;
  }
}
