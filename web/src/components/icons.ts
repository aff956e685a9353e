/** Drawings in line: role markers and the page's few signs. All are decoration; the words beside them say the same. */
import { html, svg, type TemplateResult } from 'lit';
import { ROLE_LOOKS, type RoleKind } from '../roles';

/** A role's marker, as on the map. */
export function roleMarker(kind: RoleKind, side = 26): TemplateResult {
  const { shape, glyph, glyphSize, glyphY } = ROLE_LOOKS[kind];
  const scale = glyphSize / 15;
  const move = `translate(${13 - glyphSize / 2} ${glyphY - glyphSize / 2}) scale(${scale})`;
  return html`<svg class="role-marker" width=${side} height=${side} viewBox="0 0 26 26" aria-hidden="true">
    <path class="role-shape role-${kind}" d=${shape}></path>
    <path class="role-glyph" d=${glyph} transform=${move}></path>
  </svg>`;
}

const SIGNS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.5 15.5l5 5',
  locate: 'M12 5a7 7 0 1 0 0 14a7 7 0 0 0 0-14zM12 2v5M12 17v5M2 12h5M17 12h5',
  close: 'M5 5l14 14M19 5l-14 14',
  up: 'M5 15l7-7l7 7',
  down: 'M5 9l7 7l7-7',
  back: 'M15 5l-7 7l7 7',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  city: 'M4 9v-5h5M15 4h5v5M20 15v5h-5M9 20h-5v-5',
  star: 'M12 3.5l2.7 5.6l6.1 .8l-4.5 4.2l1.1 6.1l-5.4-3l-5.4 3l1.1-6.1l-4.5-4.2l6.1-.8z',
  share: 'M12 15v-12M7.5 7.5l4.5-4.5l4.5 4.5M5 12v8h14v-8',
  phone: 'M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5-2.5l5 2v4a2 2 0 0 1-2 2a16 16 0 0 1-15-15a2 2 0 0 1 2-2z',
  pin: 'M12 21c-4-4.5-7-7.7-7-11a7 7 0 0 1 14 0c0 3.3-3 6.5-7 11zM12 7.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5z',
  info: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 11v5M12 7.5v.5',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  go: 'M4 12h15M13 6l6 6l-6 6',
  flag: 'M6 21v-17M6 5h12l-3 4l3 4h-12',
  list: 'M4 6h16M4 12h16M4 18h16',
  upload: 'M12 16v-12M7.5 8.5l4.5-4.5l4.5 4.5M5 15v5h14v-5',
  history: 'M12 4a8 8 0 1 1-7.5 5.2M4 4v5h5M12 8v4.5l3 2',
  pencil: 'M4 20l1-5l11-11l4 4l-11 11zM13.5 6.5l4 4',
  alert: 'M12 4l9.5 16h-19zM12 10v4.5M12 17.2v.3',
  download: 'M12 4v12M7.5 11.5l4.5 4.5l4.5-4.5M5 15v5h14v-5',
  undo: 'M9 5l-5 5l5 5M4 10h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 5l5 5l-5 5M20 10h-10a6 6 0 0 0 0 12h3',
  calendar: 'M4 6h16v14h-16zM4 10.5h16M8.5 3v5M15.5 3v5',
  barred: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM7 12h10',
  reach: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM12 12v.3',
  layers: 'M12 4l9 5l-9 5l-9-5zM3 14l9 5l9-5',
};

export type Sign = keyof typeof SIGNS;

/** A line drawing in the text's own colour. */
export function sign(name: Sign, filled = false): TemplateResult {
  return html`<svg class="sign ${filled ? 'filled' : ''}" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
    ${svg`<path d=${SIGNS[name]}></path>`}
  </svg>`;
}
