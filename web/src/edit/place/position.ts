/** Where the place is: a point on the map, or two numbers, and how far off that may be. Moves can be undone. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import { sign } from '../../components/icons';
import { mapControls } from '../../components/map-controls';
import type { LonLat } from '../../api/types';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import type { PointMap } from '../../map/point-map';
import { shownTheme } from '../../state/display';
import { canonical, factAt, type Position } from '../feature';
import { fact, wrongLines } from './fact';
import { line } from './field';
import { degrees, moved, redone, rounded, shifted, undone, way, type Direction, type Moves } from './moves';
import { precision, SURVEYED_M } from './precision';
import type { Sheet } from './sheet';

const STEP_M = 1;
const LONG_STEP_M = 10;
const STEPS: Record<string, [east: number, north: number]> = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

@customElement('yuren-position')
export class PositionPart extends PageElement {
  @property({ attribute: false }) sheet!: Sheet;
  @state() private moves: Moves | null = null;
  /** The point while it is dragged. */
  @state() private under: LonLat | null = null;
  @state() private map: 'coming' | 'ready' | 'unavailable' = 'coming';
  /** Numbers that are none, by coordinate. */
  @state() private typed: Partial<Record<'lon' | 'lat', string>> = {};
  private drawn: PointMap | null = null;
  private asked = false;

  private get now(): Position {
    return factAt(this.sheet.feature, 'position')?.value as Position;
  }

  private get was(): Position {
    return factAt(this.sheet.draft.base.feature, 'position')?.value as Position;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sheet')) return;
    // A point that came from elsewhere (the server, a discarded draft) begins a new series of moves.
    const { point } = this.now;
    if (canonical(this.moves?.now) !== canonical(point)) this.moves = { past: [], now: point, future: [] };
  }

  protected override updated(): void {
    const container = this.querySelector<HTMLElement>('.point-canvas');
    if (!container) this.end();
    else if (!this.asked) void this.begin(container);
    if (!this.drawn) return;
    this.drawn.setLook(this.look());
    if (!this.under) this.drawn.show(this.sheet.feature, this.was.point);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end();
  }

  private end(): void {
    this.drawn?.remove();
    this.drawn = null;
    this.asked = false;
  }

  private look() {
    return { lang: this.sheet.lang, theme: shownTheme() };
  }

  private async begin(container: HTMLElement): Promise<void> {
    const { e } = this.sheet;
    this.asked = true;
    this.map = 'coming';
    try {
      const { PointMap } = await import('../../map/point-map');
      if (!container.isConnected) return;
      this.drawn = new PointMap(container, this.look(), this.sheet.feature, { title: e.onTheMap, ghost: e.oldSpot }, {
        dragged: (to) => (this.under = rounded(to)),
        dropped: (to) => this.drop(rounded(to)),
        // A developer's console is the only place for which tile it was.
        trouble: (error) => console.warn(error.message),
      });
      this.map = 'ready';
    } catch {
      document.documentElement.dataset['mapState'] = 'unavailable';
      this.map = 'unavailable';
    }
  }

  private drop(to: LonLat): void {
    this.under = null;
    this.go(to);
  }

  /** Moves the point, as a move that can be undone. */
  private go(to: LonLat): void {
    if (!this.moves || canonical(to) === canonical(this.moves.now)) return;
    this.take(moved(this.moves, to));
  }

  private take(moves: Moves): void {
    if (moves === this.moves) return;
    this.moves = moves;
    this.typed = {};
    this.write({ ...this.now, point: moves.now });
  }

  private write(position: Position): void {
    const { desk } = this.sheet;
    const { was } = this;
    if (canonical(position.point) === canonical(was.point)) {
      desk.putBack('position');
      return;
    }
    // What was an example's, or came from a list, is now somebody's own word.
    const isOurs = canonical(this.now.point) !== canonical(was.point);
    const sure = isOurs || was.precision === 'surveyed' || was.precision === 'approximate' ? position : { ...position, precision: 'surveyed' as const, radius_m: SURVEYED_M };
    desk.setValue('position', sure);
  }

  private onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const far = event.shiftKey ? LONG_STEP_M : STEP_M;
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (step && this.moves) this.go(shifted(this.moves.now, step[0] * far, step[1] * far));
    else if (isUndo && this.moves) this.take(event.shiftKey ? redone(this.moves) : undone(this.moves));
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'y' && this.moves) this.take(redone(this.moves));
    else if (event.key === '+' || event.key === '=') this.drawn?.zoomBy(1);
    else if (event.key === '-') this.drawn?.zoomBy(-1);
    else return;
    event.preventDefault();
  };

  private number(name: 'lon' | 'lat'): TemplateResult {
    const { e } = this.sheet;
    const axis = name === 'lon' ? 0 : 1;
    const at = this.under ?? this.now.point;
    const text = this.typed[name] ?? at[axis].toFixed(6);
    const write = (written: string, isDone: boolean): void => {
      const value = degrees(written, name === 'lon' ? 180 : 90);
      this.typed = { ...this.typed, [name]: written };
      if (!isDone || value === null) return;
      const { [name]: _, ...others } = this.typed;
      this.typed = others;
      const { point } = this.now;
      this.go(rounded(axis === 0 ? [value, point[1]] : [point[0], value]));
    };
    const isNone = this.typed[name] !== undefined && degrees(this.typed[name], name === 'lon' ? 180 : 90) === null;
    return line(this.sheet, { key: `position:${name}`, label: e[name], text, mode: 'decimal', longest: 12, testid: name, write, wrong: isNone ? e.notDegrees : '' });
  }

  private far(): string {
    const { e } = this.sheet;
    const { metres, direction } = way(this.was.point, this.under ?? this.now.point);
    const names: Record<Direction, string> = { n: e.dirN, ne: e.dirNe, e: e.dirE, se: e.dirSe, s: e.dirS, sw: e.dirSw, w: e.dirW, nw: e.dirNw };
    return metres === 0 ? e.notMoved : e.movedBy(metres, names[direction]);
  }

  private fields(): TemplateResult {
    const { sheet, moves } = this;
    const hasMoved = canonical(this.was.point) !== canonical(this.now.point);
    const { e } = sheet;
    const tool = (name: 'undo' | 'redo' | 'back', text: string, isOff: boolean, run: () => void): TemplateResult =>
      html`<button type="button" class="icon-button" data-testid="move-${name}" aria-label=${text} title=${text} aria-disabled=${isOff} @click=${() => (isOff ? undefined : run())}>${sign(name)}</button>`;
    return html`<div class="point-map" ?hidden=${this.map === 'unavailable'}>
        <div class="point-canvas" data-testid="position-map" role="application" tabindex="0" aria-label=${e.mapLabel} aria-describedby="map-help" @keydown=${this.onKey}></div>
        ${this.map === 'coming' ? html`<p class="map-message">${e.mapComing}</p>` : nothing}
        ${mapControls(sheet.w, this.drawn)}
      </div>
      <p class="quiet" id="map-help">${this.map === 'unavailable' ? e.noMap : e.mapHelp}</p>
      <div class="move-row">
        <p class="far" role="status" data-testid="moved">${this.far()}</p>
        ${tool('undo', e.undoMove, !moves?.past.length, () => this.take(undone(this.moves!)))}
        ${tool('redo', e.redoMove, !moves?.future.length, () => this.take(redone(this.moves!)))}
        ${tool('back', e.toOldSpot, !hasMoved, () => this.go(this.was.point))}
      </div>
      <div class="pair">${this.number('lon')} ${this.number('lat')}</div>
      <p class="quiet hint">${e.wgs84}</p>
      ${wrongLines(sheet, 'position')}
      ${hasMoved ? precision(sheet, this.now, (position) => this.write(position)) : nothing}`;
  }

  override render() {
    const { sheet } = this;
    const f = said(factWords, sheet.lang);
    const now = this.now;
    return html`<section class="part" aria-labelledby="position-title">
      <h3 id="position-title">${f.position}</h3>
      ${sheet.may('position') ? html`<p class="quiet">${[f[now.precision], now.radius_m > 0 ? f.within(now.radius_m) : ''].filter(Boolean).join(' · ')}</p>` : nothing}
      ${fact(sheet, 'position', () => this.fields())}
    </section>`;
  }
}
