/** What came of the reports of a place that were made in this browser. */
import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { reportState, type ReportKind } from '../api/client';
import type { ReportState } from '../api/types';
import { reportsOf } from '../state/memory';
import { StoreElement } from './base';
import { reportKindInWords } from './report-kinds';

@customElement('yuren-my-reports')
export class MyReports extends StoreElement {
  @property() place = '';

  private states = new Task(this, {
    // One that cannot be asked about, because it is old or the network is gone, is left out.
    task: async ([ids]) => (await Promise.allSettled(ids.split(' ').filter(Boolean).map(reportState))).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    args: () => [reportsOf(this.place).join(' '), this.state.edits] as const,
  });

  private line({ kind, state, reply }: ReportState) {
    const { w } = this;
    const states: Record<string, string> = { open: w.myReportOpen, accepted: w.myReportAccepted, rejected: w.myReportRejected };
    return html`<li data-testid="my-report" data-state=${state}>
      ${reportKindInWords(kind as ReportKind, w)} · ${states[state]}${reply ? html`<br />${w.myReportReply}${w.colon}${reply}` : nothing}
    </li>`;
  }

  override render() {
    const states = this.states.value ?? [];
    if (!states.length) return nothing;
    return html`<section class="card-part">
      <h3>${this.w.myReport}</h3>
      <ul class="plain-list">
        ${states.map((one) => this.line(one))}
      </ul>
    </section>`;
  }
}
