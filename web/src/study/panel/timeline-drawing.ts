/**
 * The day drawn to scale, a lane a group. It is a drawing: the list beneath says the same and does the same by buttons. A stop can be
 * dragged within its lane.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { droppedAt } from '../../components/dragging';
import { clock } from '../../format/clock';
import { dayWords } from '../../i18n/study/day';
import type { StudyGroup, Stop } from '../answer';
import { StudyElement } from '../base';
import { moved, orderOf } from '../order';
import { shownPlan } from '../shown-plan';
import { openStop, study } from '../state';
import { arrange } from '../steps';
import { hoursOf, piecesOf, type Piece } from '../timeline';
import { minutesOf, timeOf } from '../times';
import { faultsAt } from '../words/fault';
import { spanInWords } from '../words/spans';
import { stopName } from '../words/stop';

/** A drag shorter than this is a tap, CSS pixels. */
const SLOP = 6;
/** Shorter than this nothing can be written in it, minutes. */
const ROOM_FOR_WORDS = 14;

interface Drag {
  group: number;
  index: number;
  startY: number;
  by: number;
  to: number;
  /** The middles of all stops of the lane, client pixels. */
  middles: readonly number[];
}

@customElement('yuren-study-timeline')
export class TimelineDrawing extends StudyElement {
  @state() private drag: Drag | null = null;

  private down(event: PointerEvent, group: number, index: number): void {
    if (event.button !== 0) return;
    const block = event.currentTarget as HTMLElement;
    block.setPointerCapture(event.pointerId);
    const blocks = [...(block.parentElement?.querySelectorAll<HTMLElement>('.block') ?? [])];
    const middles = blocks.map((one) => one.getBoundingClientRect()).map(({ top, height }) => top + height / 2);
    this.drag = { group, index, startY: event.clientY, by: 0, to: index, middles };
  }

  private move(event: PointerEvent): void {
    const { drag } = this;
    if (!drag) return;
    const by = event.clientY - drag.startY;
    const to = Math.abs(by) < SLOP ? drag.index : droppedAt(drag.middles, drag.index, (drag.middles[drag.index] ?? 0) + by);
    this.drag = { ...drag, by, to };
  }

  private up({ what, place }: Stop): void {
    const { drag } = this;
    this.drag = null;
    if (!drag) return;
    const plan = shownPlan();
    if (Math.abs(drag.by) < SLOP) {
      if (what === 'visit') openStop(study.state.stop === place ? null : place);
    } else if (plan && drag.to !== drag.index) arrange(moved(orderOf(plan), drag.group, drag.index, drag.to));
  }

  /** Where the dragged stop would go, as a mark on the lane. */
  private mark(group: StudyGroup, lane: number, from: number): TemplateResult | typeof nothing {
    const { drag } = this;
    if (!drag || drag.group !== lane || drag.to === drag.index) return nothing;
    const others = group.stops.filter((_, index) => index !== drag.index);
    const next = others[drag.to];
    const at = minutesOf(next ? next.arrive : (others.at(-1)?.end ?? group.leave));
    return html`<div class="drop-mark" .style=${`--from:${at - from}`}></div>`;
  }

  private piece(piece: Piece, lane: number, from: number): TemplateResult {
    const d = this.words(dayWords);
    const lang = this.language;
    const long = piece.to - piece.from;
    const place = `--from:${piece.from - from};--long:${long}`;
    const label = long >= ROOM_FOR_WORDS ? spanInWords(long, lang) : '';
    if (piece.what === 'travel') return html`<div class="travel ${piece.isEstimate ? 'estimate' : ''}" .style=${place}><span>${label}</span></div>`;
    if (piece.what === 'wait') return html`<div class="wait" .style=${place}><span>${label && d.wait(long)}</span></div>`;
    if (piece.what === 'slack') return html`<div class="slack" .style=${place}><span>${label && `${d.slack} ${label}`}</span></div>`;
    if (piece.what === 'late') return html`<div class="late" .style=${place}><span>${d.late(long)}</span></div>`;
    const { stop, index } = piece;
    const drag = this.drag?.group === lane && this.drag.index === index ? this.drag : null;
    const isFaulty = faultsAt(study.state.answer?.faults ?? [], lane, stop).length > 0;
    const classes = [
      'block',
      stop.what === 'lunch' ? 'lunch' : `kind-${stop.kind}`,
      long < 30 ? 'short' : '',
      drag ? 'dragged' : '',
      isFaulty ? 'faulty' : '',
      study.state.stop === stop.place && stop.what === 'visit' ? 'chosen' : '',
    ];
    return html`<div
      class=${classes.join(' ')}
      .style=${`${place};--by:${drag?.by ?? 0}px`}
      data-testid="block"
      data-n=${stop.n}
      @pointerdown=${(event: PointerEvent) => this.down(event, lane, index)}
      @pointermove=${this.move}
      @pointerup=${() => this.up(stop)}
      @pointercancel=${() => (this.drag = null)}
    >
      <span class="stop-number">${stop.n}</span><span class="block-words"><strong>${stopName(stop, lang)}</strong><span class="block-time">${d.span(clock(stop.start), clock(stop.end))}</span></span>
    </div>`;
  }

  override render() {
    const d = this.words(dayWords);
    const plan = shownPlan();
    if (!plan?.groups.length) return nothing;
    const { answer, view } = this.state;
    const last = plan.groups.map(({ back }) => minutesOf(back));
    const backBy = minutesOf(answer?.back_by ?? view.question.backBy ?? timeOf(Math.max(...last)));
    const { from, to } = hoursOf(plan.groups, backBy);
    const ticks = Array.from({ length: (to - from) / 60 + 1 }, (_, hour) => from + hour * 60);
    return html`<section class="timeline" aria-hidden="true">
      <h3>${d.timeline}</h3>
      <p class="quiet small">${d.timelineHint}</p>
      <div class="timeline-body" data-testid="timeline" .style=${`--minutes:${to - from};--lanes:${plan.groups.length}`}>
        <div class="timeline-axis">${ticks.map((tick) => html`<span .style=${`--from:${tick - from}`}>${clock(timeOf(tick))}</span>`)}</div>
        <div class="lanes">
          ${ticks.map((tick) => html`<div class="hour-line" .style=${`--from:${tick - from}`}></div>`)}
          <div class="back-line" .style=${`--from:${backBy - from}`}></div>
          ${plan.groups.map(
            (group, lane) =>
              html`<div class="lane">${plan.groups.length > 1 ? html`<span class="lane-name">${d.group(lane + 1)}</span>` : nothing} ${piecesOf(group, backBy).map((piece) => this.piece(piece, lane, from))} ${this.mark(group, lane, from)}</div>`,
          )}
        </div>
      </div>
    </section>`;
  }
}
