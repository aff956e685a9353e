/** Entry of the planner's page: style, then the frame, then what the address asks; the fonts last. */
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/layout.css';
import '../styles/search.css';
import '../styles/list.css';
import '../styles/card.css';
import '../styles/open.css';
import '../styles/activities.css';
import '../styles/form.css';
import '../styles/files.css';
import '../styles/map.css';
import '../styles/plan.css';
import '../styles/plan-charts.css';
import '../styles/plan-compare.css';
import '../styles/print-overlay.css';
import '../styles/plan-report.css';
import '../styles/plan-print.css';
import './app';
import { start } from './asking';

start();
void import('../styles/fonts');
