/** What the parts of the planner's page share. */
import { DisplayedElement } from '../components/base';
import { plan, type PlanState } from './state';

export class PlanElement extends DisplayedElement<PlanState> {
  protected readonly observed = plan;
}
