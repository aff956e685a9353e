/** Where the day begins and ends: a school found by its name, or a point of the map. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { SearchHit } from '../../api/types';
import { sign } from '../../components/icons';
import '../../components/place-search';
import { formWords } from '../../i18n/study/form';
import { StudyElement } from '../base';
import { learnSchool } from '../learning';
import { study } from '../state';
import { setQuestion } from '../steps';

/** So many are asked for: most that a name finds are no schools. */
const ASKED = 50;
const SCHOOLS: readonly string[] = ['school', 'lead_parent_school', 'waiting_station'];

function isSchool({ properties }: SearchHit): boolean {
  return properties.result === 'place' && properties.roles.some(({ kind }) => SCHOOLS.includes(kind));
}

@customElement('yuren-study-school')
export class SchoolField extends StudyElement {
  private choose({ id, properties }: SearchHit): void {
    setQuestion({ school: { place: id } });
    study.set({ schoolName: { name: properties.name }, pointing: false });
    void learnSchool();
  }

  private change(): void {
    setQuestion({ school: null });
    study.set({ schoolName: null });
    void this.updateComplete.then(() => this.querySelector('input')?.focus());
  }

  override render() {
    const f = this.words(formWords);
    const { view, schoolName, pointing } = this.state;
    if (view.question.school) {
      return html`<div class="field">
        <span>${f.school}</span>
        <p class="chosen-school" data-testid="school">${sign('flag')}<strong>${schoolName?.name ?? f.unnamed}</strong>
          <button type="button" class="button" data-testid="change-school" @click=${this.change}>${f.changeSchool}</button></p>
      </div>`;
    }
    return html`<div class="field">
      <span>${f.school}</span>
      <yuren-place-search .lang=${this.language} .label=${f.school} .placeholder=${f.schoolPlaceholder} .asked=${ASKED} .offers=${isSchool} @choose=${(event: CustomEvent<SearchHit>) => this.choose(event.detail)}></yuren-place-search>
      <button type="button" class="button" data-testid="point-school" aria-pressed=${pointing} @click=${() => study.set({ pointing: !pointing })}>${sign('pin')}${pointing ? f.stopPointing : f.pointOnMap}</button>
    </div>`;
  }
}
