/** What the parts of the teacher's page share. */
import { DisplayedElement } from '../components/base';
import { study, type StudyState } from './state';

export class StudyElement extends DisplayedElement<StudyState> {
  protected readonly observed = study;
}
