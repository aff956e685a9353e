/** The plan in front, said in the page's language. */
import type { StudyPlan } from './answer';
import { stateInLanguage } from './in-language';
import { study, type StudyState } from './state';

/** The plan that is drawn: the best so far of a search that is under way, else the answer's. */
export function shownPlan({ growing, answer }: StudyState = stateInLanguage(study.state)): StudyPlan | null {
  return growing ?? answer?.plan ?? null;
}
