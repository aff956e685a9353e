/** Brings the handbook to the front when the teacher asks for it. */
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { bodyOf } from '../asking';
import { StudyElement } from '../base';
import { link, study } from '../state';

@customElement('yuren-study-handbook')
export class HandbookHost extends StudyElement {
  /** The handbook's code is there: what is told to an element before that may be lost. */
  @state() private ready = false;

  protected override willUpdate(): void {
    if (this.state.printing && !this.ready) void import('./handbook').then(() => (this.ready = true));
  }

  override render() {
    const { printing, answer, view, names, city } = this.state;
    const body = bodyOf(view);
    if (!printing || !this.ready || !answer?.plan || !body) return nothing;
    return html`<study-handbook
      .answer=${answer}
      .body=${body}
      .question=${view.question}
      .names=${names}
      .city=${city}
      .lang=${this.language}
      .link=${link()}
      @close=${() => study.set({ printing: false })}
    ></study-handbook>`;
  }
}
