/** Entry of the editors' page: style, then the frame, then who is signed in; the fonts last. */
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/layout.css';
import '../styles/form.css';
import '../styles/files.css';
import '../styles/search.css';
import '../styles/card.css';
import '../styles/map.css';
import '../styles/open.css';
import '../styles/edit.css';
import '../styles/edit-imports.css';
import '../styles/edit-place.css';
import '../styles/edit-reports.css';
import '../styles/edit-routes.css';
import '../styles/edit-table.css';
import './app';
import { followAddress } from './state';
import { start } from './start';

followAddress();
void start();
void import('../styles/fonts');
