/** Entry of the page that a place's staff open by their link: style, then the page itself; the fonts last. */
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/layout.css';
import '../styles/form.css';
import '../styles/confirm.css';
import './app';

void import('../styles/fonts');
