/** What the parts of the teacher's page share. */
import { ObservingElement } from '../components/base';
import { words, type Lang, type Words } from '../i18n';
import { said, type Book } from '../i18n/edit/book';
import { study, type StudyState } from './state';

export class StudyElement extends ObservingElement<StudyState> {
  protected readonly observed = study;

  protected get language(): Lang {
    return study.state.display.lang;
  }

  /** The words that all pages share. */
  protected get w(): Words {
    return words(this.language);
  }

  protected words<W>(book: Book<W>): Book<W>['en'] {
    return said(book, this.language);
  }
}
