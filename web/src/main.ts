/** Entry: style, then the frame, then what the address says; the fonts last, because text can be read without them. */
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/search.css';
import './styles/list.css';
import './styles/card.css';
import './styles/open.css';
import './styles/activities.css';
import './styles/form.css';
import './styles/map.css';
import './styles/print.css';
import './components/app';
import { start } from './state/actions';
import { followEdits } from './state/live';
import { followClock } from './state/minute';

void start();
followEdits();
followClock();
void import('./styles/fonts');
