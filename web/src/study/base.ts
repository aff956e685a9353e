/** What the parts of the teacher's page share. */
import { DisplayedElement } from '../components/base';
import { stateInLanguage } from './in-language';
import { study, type StudyState } from './state';

export class StudyElement extends DisplayedElement<StudyState> {
  protected readonly observed = study;

  protected override get state(): StudyState {
    return stateInLanguage(study.state);
  }
}
