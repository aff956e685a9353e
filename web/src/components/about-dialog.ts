/** 关于数据: what is real, what is an example, who says so, and how declared numbers stand to those on the map. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { City } from '../api/types';
import { date } from '../format/units';
import { nameIn } from '../i18n';
import { roleName } from '../i18n/roles';
import { store } from '../state/store';
import { StoreElement } from './base';
import { sign } from './icons';

@customElement('yuren-about')
export class AboutDialog extends StoreElement {
  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (this.state.aboutOpen && dialog && !dialog.open) dialog.showModal();
    else if (!this.state.aboutOpen && dialog?.open) dialog.close();
  }

  private number(count: number | null, bound: 'floor' | 'exact' | null): string {
    if (count === null) return this.w.unknown;
    return bound === 'floor' ? this.w.moreThan(count) : count.toLocaleString('en-GB');
  }

  private counts(city: City) {
    const { w, language: lang } = this;
    return html`<h3>${w.aboutCounts}</h3>
      <div class="table-box" tabindex="0" role="region" aria-label=${w.aboutCounts}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.columnKind}</th>
              ${[w.columnDeclared, w.columnLocated, w.columnVerified, w.columnSynthetic].map((name) => html`<th scope="col" class="number">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${city.roles.map(
              (role) =>
                html`<tr data-testid="count-${role.kind}">
                  <th scope="row">${roleName(role.kind, lang)}</th>
                  <td class="number">${this.number(role.declared, role.bound)}</td>
                  ${[role.located, role.verified, role.synthetic].map((count) => html`<td class="number">${count.toLocaleString('en-GB')}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${city.facts.length
        ? html`<h3>${w.aboutFacts}</h3>
            <ul>
              ${city.facts.map((fact) => html`<li>${nameIn(lang, fact)} ${this.number(fact.count, fact.bound)}</li>`)}
            </ul>`
        : nothing}
      <p class="quiet">${w.aboutDeclared(city.article.publisher, city.article.author, date(city.article.published_on, w))}</p>`;
  }

  private sources(city: City) {
    const { w, language: lang } = this;
    return html`<h3>${w.aboutSources}</h3>
      <ul>
        ${Object.values(city.sources).map(
          (source) =>
            html`<li>
              ${lang === 'en' ? source.title_en : source.title}
              ${source.synthetic ? html`<span class="badge example">${w.exampleSource}</span>` : nothing}
              <br /><span class="quiet">${[source.licence, source.attribution].filter(Boolean).join(' · ')}</span>
            </li>`,
        )}
      </ul>`;
  }

  override render() {
    const { w, language: lang } = this;
    const { city } = this.state;
    return html`<dialog class="about" data-testid="about-dialog" aria-labelledby="about-title" @close=${() => store.set({ aboutOpen: false })}>
      <div class="card-bar">
        <h2 id="about-title">${w.aboutData}</h2>
        <button class="icon-button" aria-label=${w.close} @click=${() => store.set({ aboutOpen: false })}>${sign('close')}</button>
      </div>
      ${city
        ? html`<p>${w.aboutIntro(nameIn(lang, city), date(city.data_date, w))}</p>
            ${this.counts(city)} ${this.sources(city)}
            <h3>${w.aboutApproval}</h3>
            <p>${city.map_approval.number ?? (lang === 'en' ? city.map_approval.notice_en : city.map_approval.notice)}</p>
            <p><a data-testid="third-party" href="/third-party.txt" target="_blank" rel="noopener">${w.aboutSoftware}</a></p>`
        : html`<p>${w.loading}</p>`}
    </dialog>`;
  }
}
