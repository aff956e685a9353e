/** What the views of the editors' page share. */
import { ObservingElement } from '../components/base';
import { words, type Lang, type Words } from '../i18n';
import { said, type Book } from '../i18n/edit/book';
import { edit, type EditState } from './state';

export class EditElement extends ObservingElement<EditState> {
  protected readonly observed = edit;

  protected get language(): Lang {
    return edit.state.display.lang;
  }

  /** The words that both pages share. */
  protected get w(): Words {
    return words(this.language);
  }

  /** The words of a book of the editors' page. */
  protected words<W>(book: Book<W>): Book<W>['en'] {
    return said(book, this.language);
  }
}
