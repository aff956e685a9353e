/** Entry of the teacher's page: style, then the frame, then what the address asks; the fonts last. */
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/layout.css';
import '../styles/search.css';
import '../styles/list.css';
import '../styles/card.css';
import '../styles/open.css';
import '../styles/form.css';
import '../styles/map.css';
import '../styles/study.css';
import '../styles/study-timeline.css';
import '../styles/study-wishes.css';
import '../styles/study-library.css';
import '../styles/print-overlay.css';
import '../styles/handbook.css';
import './app';
import { start } from './starting';

start();
void import('../styles/fonts');
