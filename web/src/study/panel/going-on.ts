/** They are late: what time it is, where they are and what they have seen, and the rest of the day is planned anew. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { sign } from '../../components/icons';
import { clock, timeIn } from '../../format/clock';
import { dayWords } from '../../i18n/study/day';
import { formWords } from '../../i18n/study/form';
import { nowWords } from '../../i18n/study/now';
import type { FieldStudyDay, StudyGroup } from '../answer';
import { StudyElement } from '../base';
import { failureInWords } from '../failure';
import { goOn } from '../going-on';
import { byPlan, minutesLeft, type Now } from '../now';
import { LONGEST_STAY } from '../question';
import { minutesOf } from '../times';
import { choiceField, numberField, timeField } from './fields';

interface Draft {
  now: Now;
  left: number | null;
}

@customElement('yuren-study-going-on')
export class GoingOn extends StudyElement {
  @state() private draft: Draft | null = null;

  private get answer(): FieldStudyDay | null {
    return this.state.growing ? null : this.state.answer;
  }

  private groupAt(index: number): StudyGroup | undefined {
    return this.answer?.plan?.groups[index];
  }

  /** How the group's day went on already, if it did. */
  private goneOn(group: number): Now | null {
    const { now } = this.state.view;
    return now?.group === group ? now : null;
  }

  /** The city's clock, whatever the device's shows, while they are away by it; before that, and on another day, when they set out. */
  private clockNow(group: StudyGroup): string {
    const { city } = this.state;
    const [day, at = ''] = city ? timeIn(city.time_zone, new Date()).split('T') : [];
    const time = minutesOf(at);
    const isAway = day === this.answer?.date && time >= minutesOf(group.leave) && time < minutesOf(this.answer?.back_by ?? '');
    return isAway ? at : group.leave;
  }

  private put(now: Now): void {
    const group = this.groupAt(now.group);
    if (group) this.draft = { now, left: minutesLeft(group, now) };
  }

  /** As it would be by the plan: of a group, at a time. */
  private suppose(index: number, at: string | null): void {
    const group = this.groupAt(index);
    if (group) this.put(byPlan(group, at ?? this.clockNow(group), this.goneOn(index)));
  }

  private open(): void {
    this.suppose(this.state.group, null);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h3')?.focus());
  }

  private close(): void {
    this.draft = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('button')?.focus());
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const { draft } = this;
    const wrong = this.querySelector<HTMLElement>('[aria-invalid=true]');
    if (wrong) wrong.focus();
    if (!draft || wrong || this.isTooLate(draft) || this.state.status === 'asking') return;
    await goOn(draft.now, draft.left);
    if (this.state.failure?.part !== 'from_now') this.close();
  }

  private isTooLate({ now }: Draft): boolean {
    return minutesOf(now.at) >= minutesOf(this.answer?.back_by ?? '');
  }

  private name(place: string): string {
    return this.state.names[place]?.name ?? this.words(formWords).unnamed;
  }

  /** Where they may be: at school before they set out, at a stop, or where they went on from. */
  private places({ now }: Draft, group: StudyGroup): (readonly [string, string])[] {
    const earlier = this.goneOn(now.group);
    const stops = [...(earlier?.place ? [earlier.place] : []), ...(earlier?.done ?? []), ...group.stops.map(({ place }) => place)];
    const school = this.answer?.school.name ?? '';
    return [['', this.words(nowWords).school(school)], ...[...new Set(stops)].map((place) => [place, this.name(place)] as const)];
  }

  private done({ now }: Draft, group: StudyGroup): TemplateResult {
    const n = this.words(nowWords);
    const visits = [...new Set([...(this.goneOn(now.group)?.done ?? []), ...group.stops.filter(({ what }) => what === 'visit').map(({ place }) => place)])];
    const toggle = (place: string): void => this.put({ ...now, done: now.done.includes(place) ? now.done.filter((other) => other !== place) : [...now.done, place] });
    return html`<fieldset class="ticks">
      <legend>${n.done}</legend>
      ${visits.map(
        (place) => html`<label class="check"><input type="checkbox" data-testid="now-done" data-id=${place} .checked=${live(now.done.includes(place))} @change=${() => toggle(place)} /><span>${this.name(place)}</span></label>`,
      )}
      <label class="check"><input type="checkbox" data-testid="now-lunch" .checked=${live(now.lunch)} @change=${() => this.put({ ...now, lunch: !now.lunch })} /><span>${n.lunch}</span></label>
    </fieldset>`;
  }

  private form(draft: Draft, group: StudyGroup): TemplateResult {
    const n = this.words(nowWords);
    const d = this.words(dayWords);
    const lang = this.language;
    const { answer, failure, status } = this.state;
    const { now, left } = draft;
    const groups = answer?.plan?.groups ?? [];
    const isAsking = status === 'asking';
    const trouble = this.isTooLate(draft) ? n.tooLate(clock(answer?.back_by ?? '')) : failure?.part === 'from_now' ? failureInWords(failure, lang) : '';
    return html`<form class="form going-on" data-testid="going-on" novalidate @submit=${this.send}>
      <h3 tabindex="-1">${n.title}</h3>
      <p class="quiet small">${n.hint}</p>
      ${groups.length > 1
        ? html`${choiceField({ name: 'now-group', label: n.whose }, String(now.group), groups.map((_, index) => [String(index), d.group(index + 1)] as const), (index) => this.suppose(Number(index), now.at))}
            <p class="quiet small">${n.otherGroups}</p>`
        : nothing}
      <div class="form-grid">
        ${timeField({ name: 'now-at', label: n.at, lang }, now.at, (at) => at && this.suppose(now.group, at))}
        ${choiceField({ name: 'now-place', label: n.where }, now.place ?? '', this.places(draft, group), (place) => this.put({ ...now, place: place || null }))}
      </div>
      <p class="quiet small">${n.onTheWay}</p>
      <span class="field-trouble" role="alert" data-testid="now-trouble">${trouble}</span>
      ${this.done(draft, group)}
      ${left === null || now.place === null ? nothing : numberField({ name: 'now-left', label: n.left(this.name(now.place)), lang }, left, LONGEST_STAY, false, (minutes) => (this.draft = { now, left: minutes }))}
      <div class="button-row">
        <button class="button primary" type="submit" data-testid="now-plan" aria-disabled=${isAsking || this.isTooLate(draft)}>${isAsking ? n.wait : n.plan}</button>
        <button class="button" type="button" data-testid="now-cancel" @click=${this.close}>${n.cancel}</button>
      </div>
    </form>`;
  }

  override render() {
    const { draft, answer } = this;
    const group = draft ? this.groupAt(draft.now.group) : undefined;
    if (draft && group) return this.form(draft, group);
    if (!answer?.plan) return nothing;
    return html`<button class="button wide" data-testid="go-on" @click=${this.open}>${sign('history')}${this.words(nowWords).open}</button>`;
  }
}
