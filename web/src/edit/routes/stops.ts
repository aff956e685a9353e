/** The stops of a route: places found by name, put in order by dragging or by buttons, each with minutes and a task. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SearchHit } from '../../api/types';
import { PageElement } from '../../components/base';
import { droppedAt } from '../../components/dragging';
import { sign } from '../../components/icons';
import '../../components/place-search';
import { MOST_STOPS } from '../../study/library/prefill';
import { LONGEST_STAY } from '../../study/question';
import { fieldId } from '../desk/field';
import { lineField, wrongLine } from '../desk/line';
import { hrefOf } from '../state';
import * as drafts from './draft';
import { LONGEST_TASK, type RouteStop } from './route';
import { wrongAt, type Sheet } from './sheet';
import { isOutside, nameOfPlace } from './stop-places';

/** A drag shorter than this moves nothing, CSS pixels. */
const SLOP = 6;
/** So many are asked for: regions are found too, and places that are stops already. */
const ASKED = 20;

interface Drag {
  index: number;
  startY: number;
  by: number;
  to: number;
  /** The middles of all stops, client pixels. */
  middles: readonly number[];
}

@customElement('yuren-route-stops')
export class RouteStops extends PageElement {
  @property({ attribute: false }) sheet!: Sheet;
  @state() private drag: Drag | null = null;
  /** What was just done, for who hears the page. */
  @state() private told = '';

  private get stops(): readonly RouteStop[] {
    return this.sheet.draft.route.stops;
  }

  private async add(hit: SearchHit): Promise<void> {
    const { desk, e } = this.sheet;
    desk.addStop(hit);
    this.told = e.stopAdded(hit.properties.name, this.stops.length + 1);
    await this.settled();
    this.querySelector<HTMLElement>('[data-testid=search]')?.focus();
  }

  /** The stop stands elsewhere, and the button that has the focus goes along with it. */
  private async move(from: number, to: number, way: 'up' | 'down' | null): Promise<void> {
    const { desk, e, places } = this.sheet;
    const place = this.stops[from]?.place ?? '';
    desk.write((draft) => drafts.withStopMoved(draft, from, to), 'stops');
    this.told = e.stopMoved(nameOfPlace(places, place), to + 1);
    if (!way) return;
    await this.settled();
    const row = this.querySelector(`[data-testid=stop][data-id="${CSS.escape(place)}"]`);
    row?.querySelector<HTMLElement>(`[data-testid=stop-${way}]:enabled, [data-testid=stop-up]:enabled, [data-testid=stop-down]:enabled`)?.focus();
  }

  private async drop(place: string): Promise<void> {
    const { desk, e, places } = this.sheet;
    const index = this.stops.findIndex((stop) => stop.place === place);
    desk.dropStop(place);
    this.told = e.stopDropped(nameOfPlace(places, place));
    await this.settled();
    const rows = this.querySelectorAll('[data-testid=stop]');
    const next = rows[Math.min(index, rows.length - 1)]?.querySelector<HTMLElement>('[data-testid=stop-drop]');
    (next ?? this.querySelector<HTMLElement>('[data-testid=search]'))?.focus();
  }

  /** The form hears of what was written a moment later, and hands it on. */
  private async settled(): Promise<void> {
    await Promise.resolve();
    await this.closest<HTMLElement & { updateComplete: Promise<unknown> }>('yuren-route-form')?.updateComplete;
    await this.updateComplete;
  }

  private down(event: PointerEvent, index: number): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    event.preventDefault();
    const rows = [...this.querySelectorAll('[data-testid=stop]')].map((row) => row.getBoundingClientRect());
    this.drag = { index, startY: event.clientY, by: 0, to: index, middles: rows.map(({ top, height }) => top + height / 2) };
  }

  private dragged(event: PointerEvent): void {
    const { drag } = this;
    if (!drag) return;
    const by = event.clientY - drag.startY;
    const to = Math.abs(by) < SLOP ? drag.index : droppedAt(drag.middles, drag.index, (drag.middles[drag.index] ?? 0) + by);
    this.drag = { ...drag, by, to };
  }

  private up(): void {
    const { drag } = this;
    this.drag = null;
    if (drag && drag.to !== drag.index) void this.move(drag.index, drag.to, null);
  }

  /** How a row is drawn while one is dragged. */
  private dragClass(index: number): string {
    const { drag } = this;
    if (!drag) return '';
    if (drag.index === index) return 'dragged';
    if (drag.to === drag.index || index !== drag.to) return '';
    return drag.to < drag.index ? 'drop-above' : 'drop-below';
  }

  /** What of the place has to be known before a class is sent there. */
  private marks(place: string): TemplateResult {
    const { places, e, w, editor } = this.sheet;
    const known = places[place];
    if (known === 'gone') return html`<p class="wrong" data-testid="stop-gone">${e.placeGone}</p>`;
    if (known === 'failed') return html`<p class="quiet hint">${e.placeUnasked}</p>`;
    if (!known) return html``;
    return html`${known.synthetic || known.status !== 'active'
        ? html`<p class="badges">${known.synthetic ? html`<span class="badge example">${w.badgeSynthetic}</span>` : nothing}${known.status === 'suspended' ? html`<span class="badge alarm">${w.badgeSuspended}</span>` : nothing}</p>`
        : nothing}
      ${known.status === 'withdrawn' ? html`<p class="wrong" data-testid="stop-gone">${e.placeWithdrawn}</p>` : nothing} ${editor && isOutside(editor, known) ? html`<p class="wrong" data-testid="stop-outside">${e.notYourStop(known.name)}</p>` : nothing}`;
  }

  private fields({ place, minutes, task }: RouteStop, name: string): TemplateResult {
    const { sheet } = this;
    const { desk, e } = sheet;
    const [ofMinutes, ofTask] = [`minutes:${place}`, `task:${place}`];
    const stay = (typed: string): void => desk.write((draft) => drafts.withStopAt(draft, place, { minutes: /^0*[1-9]\d{0,2}$/.test(typed) ? Number(typed) : typed }), ofMinutes);
    const write = (typed: string): void => desk.write((draft) => drafts.withStopAt(draft, place, { task: typed }), ofTask);
    return html`<div class="route-stop-fields">
      ${lineField({ id: fieldId(ofMinutes), label: e.minutes, text: String(minutes ?? ''), mode: 'numeric', longest: 3, hint: e.minutesHint(LONGEST_STAY), testid: 'stop-minutes', wrong: wrongAt(sheet, ofMinutes), write: stay })}
      ${lineField({ id: fieldId(ofTask), label: e.taskAt(name), text: task ?? '', lines: true, longest: LONGEST_TASK, hint: e.taskHint, testid: 'stop-task', wrong: wrongAt(sheet, ofTask), write })}
    </div>`;
  }

  /** The same for who may only read. */
  private asTold({ minutes, task }: RouteStop): TemplateResult {
    const { e } = this.sheet;
    return html`<p class="quiet">${minutes === undefined ? e.noMinutes : e.stays(Number(minutes))}</p><p class="route-task">${task ?? e.noTask}</p>`;
  }

  private row(stop: RouteStop, index: number): TemplateResult {
    const { sheet, drag } = this;
    const { e, places } = sheet;
    const name = nameOfPlace(places, stop.place);
    const last = this.stops.length - 1;
    const button = (id: string, label: string, icon: Parameters<typeof sign>[0], run: () => void, off = false) =>
      html`<button type="button" class="icon-button" data-testid=${id} aria-label=${label} title=${label} ?disabled=${off} @click=${run}>${sign(icon)}</button>`;
    return html`<li class="route-row ${this.dragClass(index)}" data-testid="stop" data-id=${stop.place} .style=${drag?.index === index ? `--by:${drag.by}px` : ''}>
      <div class="route-row-head">
        ${sheet.editor
          ? html`<span class="drag-handle" data-testid="drag-handle" title=${e.dragHint} aria-hidden="true" @pointerdown=${(event: PointerEvent) => this.down(event, index)} @pointermove=${this.dragged} @pointerup=${this.up} @pointercancel=${() => (this.drag = null)}>${sign('list')}</span>`
          : nothing}
        <span class="route-number" aria-hidden="true">${index + 1}</span>
        <a class="route-place" id=${fieldId(`stop:${stop.place}`)} href=${hrefOf('place', { id: stop.place })}><span class="visually-hidden">${e.stopNumber(index + 1)} </span>${name}</a>
        ${sheet.editor
          ? html`<span class="route-buttons">${button('stop-up', e.up(name), 'up', () => void this.move(index, index - 1, 'up'), index === 0)}${button('stop-down', e.down(name), 'down', () => void this.move(index, index + 1, 'down'), index === last)}${button('stop-drop', e.drop(name), 'close', () => void this.drop(stop.place))}</span>`
          : nothing}
      </div>
      ${this.marks(stop.place)} ${wrongLine(fieldId(`stop:${stop.place}`), wrongAt(sheet, `stop:${stop.place}`))} ${sheet.editor ? this.fields(stop, name) : this.asTold(stop)}
    </li>`;
  }

  private search(): TemplateResult {
    const { e, lang } = this.sheet;
    const taken = new Set(this.stops.map(({ place }) => place));
    if (this.stops.length >= MOST_STOPS) return html`<p class="quiet" data-testid="stops-full">${e.stopsFull(MOST_STOPS)}</p>`;
    const offers = ({ id, properties }: SearchHit): boolean => properties.result === 'place' && !taken.has(id);
    return html`<div class="field route-search"><strong>${e.addStop}</strong>
      <yuren-place-search .lang=${lang} .label=${e.addStop} .placeholder=${e.addStopHint} .asked=${ASKED} .offers=${offers} @choose=${(event: CustomEvent<SearchHit>) => void this.add(event.detail)}></yuren-place-search>
    </div>`;
  }

  override render() {
    const { sheet, stops } = this;
    const { e } = sheet;
    return html`<section class="part" aria-labelledby=${fieldId('stops')}>
      <h3 id=${fieldId('stops')} tabindex="-1">${e.stops} <span class="quiet">${e.stopCount(stops.length)}</span></h3>
      ${sheet.editor ? html`<p class="quiet">${e.stopsHint}</p>` : nothing}
      ${stops.length ? html`<ol class="plain-list route-rows ${this.drag ? 'dragging' : ''}" data-testid="stops">${repeat(stops, ({ place }) => place, (stop, index) => this.row(stop, index))}</ol>` : html`<p class="notice quiet" data-testid="no-stops">${e.noStops}</p>`}
      ${wrongLine(fieldId('stops'), wrongAt(sheet, 'stops'))}
      <p class="visually-hidden" role="status">${this.told}</p>
      ${sheet.editor ? this.search() : nothing}
    </section>`;
  }
}
