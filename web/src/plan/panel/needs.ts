/** The builder of needs: groups of role kinds; one place of a group is enough, and every group must be met. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { roleMarker, sign } from '../../components/icons';
import { questionWords } from '../../i18n/plan/question';
import { roleName, roleShortName } from '../../i18n/roles';
import { ROLE_KINDS } from '../../roles';
import { setQuestion } from '../asking';
import { PlanElement } from '../base';
import { MOST_NEEDS, toggled, type Needs } from '../question';

@customElement('yuren-plan-needs')
export class NeedsBuilder extends PlanElement {
  @state() private open = false;
  /** What is being built: a group may be empty here for a while. */
  @state() private draft: Needs | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.onOutside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.onOutside);
  }

  private onOutside = (event: Event): void => {
    if (this.open && !this.contains(event.target as Node)) this.close(false);
  };

  private close(back: boolean): void {
    this.open = false;
    this.draft = null;
    if (back) this.querySelector<HTMLElement>('[data-testid=needs]')?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    this.close(true);
    event.stopPropagation();
  }

  private take(draft: Needs): void {
    this.draft = draft;
    if (draft.some((need) => need.length > 0)) setQuestion({ needs: draft });
  }

  private group(need: Needs[number], index: number, needs: Needs): TemplateResult {
    const q = this.words(questionWords);
    return html`<fieldset class="need-group" data-testid="need-${index}">
      <legend>${q.needNumber(index + 1)}</legend>
      <div class="need-kinds">
        ${ROLE_KINDS.map(
          (kind) =>
            html`<label class="check">
              <input type="checkbox" data-testid="need-${index}-${kind}" .checked=${need.includes(kind)} @change=${() => this.take(toggled(needs, index, kind))} />
              ${roleMarker(kind, 20)}<span>${roleName(kind, this.language)}</span>
            </label>`,
        )}
      </div>
      ${needs.length > 1
        ? html`<button class="button plain" @click=${() => this.take(needs.filter((_, at) => at !== index))}>${sign('close')}${q.removeNeed(index + 1)}</button>`
        : nothing}
    </fieldset>`;
  }

  /** `免费场馆 或 研学资源 且 家长学校`. */
  private summary(needs: Needs): string {
    const q = this.words(questionWords);
    return needs.map((need) => need.map((kind) => roleShortName(kind, this.language)).join(` ${q.or} `)).join(` ${q.and} `);
  }

  override render() {
    const q = this.words(questionWords);
    const asked = this.state.view.question.needs;
    const needs = this.draft ?? asked;
    return html`<div class="needs" @keydown=${this.onKey}>
      <button class="chip on needs-button" data-testid="needs" aria-expanded=${this.open} aria-controls="needs-menu" @click=${() => (this.open ? this.close(false) : (this.open = true))}>
        <span class="quiet">${q.need}</span><span class="needs-said">${this.summary(asked)}</span>${sign(this.open ? 'up' : 'down')}
      </button>
      <div class="menu needs-menu" id="needs-menu" role="group" aria-label=${q.needs} ?hidden=${!this.open} data-testid="needs-menu">
        <p class="quiet">${q.needsHint}</p>
        ${needs.map((need, index) => this.group(need, index, needs))}
        <div class="button-row">
          <button class="button" data-testid="add-need" ?disabled=${needs.length >= MOST_NEEDS || needs.some((need) => need.length === 0)} @click=${() => (this.draft = [...needs, []])}>
            ${sign('plus')}${q.addNeed}
          </button>
          <button class="button primary" data-testid="needs-done" @click=${() => this.close(true)}>${q.done}</button>
        </div>
      </div>
    </div>`;
  }
}
