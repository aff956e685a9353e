/** The group's day stop by stop, in words and with buttons: complete without the drawing and without the map. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { clock } from '../../format/clock';
import { dayWords } from '../../i18n/study/day';
import { formWords } from '../../i18n/study/form';
import { nowWords } from '../../i18n/study/now';
import type { Fault, Stop, StudyGroup } from '../answer';
import { StudyElement } from '../base';
import { moved, orderOf } from '../order';
import { shownPlan } from '../shown-plan';
import { openStop, study } from '../state';
import { arrange, leaveOut, togglePin } from '../steps';
import { dayFaultInWords, faultInWords, faultsAt, faultsOfDay } from '../words/fault';
import { legInWords } from '../words/spans';
import { hoursInWords, stopName, toAsk, troublesAt } from '../words/stop';

@customElement('yuren-study-stops')
export class Stops extends StudyElement {
  /** The button that has the focus goes along with its stop. */
  private move(group: number, from: number, to: number): void {
    const plan = shownPlan();
    if (!plan) return;
    arrange(moved(orderOf(plan), group, from, to));
    const way = to > from ? 'down' : 'up';
    const refocus = (): void => {
      const button = this.querySelectorAll('[data-testid=stop]')[to]?.querySelector<HTMLButtonElement>(`[data-testid=stop-${way}]:enabled, [data-testid=stop-up]:enabled, [data-testid=stop-down]:enabled`);
      button?.focus();
    };
    const leave = study.subscribe(({ status }) => {
      if (status === 'asking') return;
      leave();
      void this.updateComplete.then(refocus);
    });
  }

  private faults(faults: readonly Fault[], inWords = faultInWords): TemplateResult | typeof nothing {
    if (!faults.length) return nothing;
    return html`<ul class="plain-list faults">
      ${faults.map((fault) => html`<li data-testid="fault" data-fault=${fault.fault}>${sign('alert')}${inWords(fault, this.state.names, this.language)}</li>`)}
    </ul>`;
  }

  private buttons(stop: Stop, lane: number, index: number, count: number): TemplateResult {
    const d = this.words(dayWords);
    const name = stopName(stop, this.language);
    const isPinned = this.state.view.pinned.includes(stop.place);
    const button = (id: string, label: string, icon: Parameters<typeof sign>[0], run: () => void, off = false, pressed?: boolean) =>
      html`<button class="icon-button" data-testid=${id} aria-label=${label} title=${label} ?disabled=${off} aria-pressed=${pressed ?? nothing} @click=${run}>${sign(icon, pressed)}</button>`;
    const order = html`${button('stop-up', d.up(name), 'up', () => this.move(lane, index, index - 1), index === 0)}
    ${button('stop-down', d.down(name), 'down', () => this.move(lane, index, index + 1), index === count - 1)}`;
    if (stop.what === 'lunch') return html`<div class="stop-buttons">${order}</div>`;
    return html`<div class="stop-buttons">
      ${order} ${button('stop-pin', isPinned ? d.unpin(name) : d.pin(name), 'pin', () => togglePin(stop.place), false, isPinned)}
      ${button('stop-drop', d.drop(name), 'close', () => leaveOut(stop.place))}
    </div>`;
  }

  private stop(stop: Stop, lane: number, index: number, group: StudyGroup): TemplateResult {
    const d = this.words(dayWords);
    const { w } = this;
    const lang = this.language;
    const travel = this.state.answer?.mode ?? this.state.view.question.travel;
    const isVisit = stop.what === 'visit';
    const faults = faultsAt(this.state.answer?.faults ?? [], lane, stop);
    const troubles = isVisit ? troublesAt(stop, lang) : [];
    const ask = isVisit ? toAsk(stop, lang) : null;
    const isOpen = isVisit && this.state.stop === stop.place;
    const name = stopName(stop, lang);
    return html`<li class="stop ${isOpen ? 'selected' : ''}" data-testid="stop" data-id=${stop.place} data-n=${stop.n} data-what=${stop.what}>
      <p class="quiet stop-leg" data-testid="leg">${legInWords(stop.leg, travel, lang)}${stop.wait_minutes ? `${w.comma}${d.wait(stop.wait_minutes)}` : ''}</p>
      <div class="stop-row">
        <span class="stop-number ${isVisit ? `kind-${stop.kind}` : 'lunch'}" aria-hidden="true">${stop.n}</span>
        <div class="stop-words">
          <p><strong class="number">${d.span(clock(stop.start), clock(stop.end))}</strong></p>
          ${isVisit
            ? html`<button class="row-name" data-testid="open-stop" aria-expanded=${isOpen} aria-label=${`${stop.n} ${d.details(stop.name)}`} @click=${() => openStop(isOpen ? null : stop.place)}><span class="result-name">${stop.name}</span></button>
                <p class="quiet small">${hoursInWords(stop, lang)}</p>
                ${ask ? html`<p class="quiet small" data-testid="to-ask">${ask}</p>` : nothing}`
            : html`<p class="result-name">${name}</p>`}
          ${isVisit && (stop.synthetic || stop.notes.includes('position_approximate'))
            ? html`<p class="badges">${stop.synthetic ? html`<span class="badge example" title=${w.badgeSyntheticLong}>${w.badgeSynthetic}</span>` : nothing}</p>`
            : nothing}
          ${troubles.map((text) => html`<p class="stop-trouble">${sign('alert')}${text}</p>`)} ${this.faults(faults)}
        </div>
      </div>
      ${this.buttons(stop, lane, index, group.stops.length)}
    </li>`;
  }

  /** Where the group's day begins, or goes on. */
  private begin(group: StudyGroup, lane: number, school: string): TemplateResult {
    const d = this.words(dayWords);
    const { now } = this.state.view;
    const leave = html`<strong class="number">${clock(group.leave)}</strong>`;
    if (now?.group !== lane) return html`${leave} ${d.leaveSchool(school)}`;
    const n = this.words(nowWords);
    const name = (place: string): string => this.state.names[place]?.name ?? this.words(formWords).unnamed;
    const been = now.done.map(name).join(this.w.listComma);
    return html`${been ? html`<p class="quiet" data-testid="been">${n.been(been)}</p>` : nothing}<p data-testid="goes-on">${leave} ${now.place ? n.goOn(name(now.place)) : d.leaveSchool(school)}</p>`;
  }

  override render() {
    const d = this.words(dayWords);
    const lang = this.language;
    const plan = shownPlan();
    const { answer, group: lane, schoolName, view } = this.state;
    const group = plan?.groups[lane];
    if (!plan || !group) return nothing;
    const school = answer?.school.name ?? schoolName?.name ?? '';
    const travel = answer?.mode ?? view.question.travel;
    const choose = (index: number): void => study.set({ group: index });
    return html`<section class="stops" aria-labelledby="stops-title">
      <h3 id="stops-title">${d.stops}</h3>
      ${plan.groups.length > 1
        ? html`<div class="group-tabs" role="group" aria-label=${d.groups}>
              ${plan.groups.map((_, index) => html`<button class="chip plain ${index === lane ? 'on' : ''}" data-testid="group" aria-pressed=${index === lane} @click=${() => choose(index)}>${d.group(index + 1)}</button>`)}
            </div>
            <p class="quiet small">${d.people(group.pupils, group.adults)}</p>`
        : nothing}
      <ol class="plain-list stop-list" data-testid="stop-list">
        <li class="stop end">${this.begin(group, lane, school)}</li>
        ${group.stops.map((stop, index) => this.stop(stop, lane, index, group))}
        <li class="stop end">
          <p class="quiet stop-leg">${legInWords(group.home, travel, lang)}</p>
          <p><strong class="number" data-testid="back">${clock(group.back)}</strong> ${d.backAtSchool(school)}${answer ? html` <span class="quiet">${d.mustBeBack(clock(answer.back_by))}</span>` : nothing}</p>
          ${this.faults(faultsOfDay(answer?.faults ?? [], lane, group.stops), dayFaultInWords)}
        </li>
      </ol>
    </section>`;
  }
}
