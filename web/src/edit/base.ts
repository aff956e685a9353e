/** What the views of the editors' page share. */
import { DisplayedElement } from '../components/base';
import { edit, type EditState } from './state';

export class EditElement extends DisplayedElement<EditState> {
  protected readonly observed = edit;
}
