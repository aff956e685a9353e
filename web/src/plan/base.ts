/** What the parts of the planner's page share. */
import { ObservingElement } from '../components/base';
import { words, type Lang, type Words } from '../i18n';
import { said, type Book } from '../i18n/edit/book';
import { plan, type PlanState } from './state';

export class PlanElement extends ObservingElement<PlanState> {
  protected readonly observed = plan;

  protected get language(): Lang {
    return plan.state.display.lang;
  }

  /** The words that all pages share. */
  protected get w(): Words {
    return words(this.language);
  }

  protected words<W>(book: Book<W>): Book<W>['en'] {
    return said(book, this.language);
  }
}
