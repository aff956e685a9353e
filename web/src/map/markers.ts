/** The markers that stand above all others: the starting point, the selected place, and where a moved one was. */
import { ROLE_LOOKS, type RoleKind } from '../roles';

const SVG = 'http://www.w3.org/2000/svg';
const PIN = 'M15 38C8 28 3 22 3 15a12 12 0 0 1 24 0c0 7-5 13-12 23z';

function svg(width: number, height: number, viewBox: string, paths: { d: string; className: string; transform?: string }[]): SVGSVGElement {
  const root = document.createElementNS(SVG, 'svg');
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', viewBox);
  root.setAttribute('aria-hidden', 'true');
  for (const { d, className, transform } of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', className);
    if (transform) path.setAttribute('transform', transform);
    root.append(path);
  }
  return root;
}

function holder(className: string, label: string, drawing: SVGSVGElement): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  element.append(drawing);
  return element;
}

export function originMarker(label: string): HTMLElement {
  const drawing = svg(30, 40, '0 0 30 40', [
    { d: PIN, className: 'pin-body' },
    { d: 'M15 10a5 5 0 1 0 0 10a5 5 0 0 0 0-10z', className: 'pin-eye' },
  ]);
  const element = holder('origin-marker', label, drawing);
  element.dataset['testid'] = 'origin-marker';
  return element;
}

export function selectedMarker(kind: RoleKind, label: string): HTMLElement {
  const { shape, glyph, glyphSize, glyphY } = ROLE_LOOKS[kind];
  const transform = `translate(${13 - glyphSize / 2} ${glyphY - glyphSize / 2}) scale(${glyphSize / 15})`;
  const drawing = svg(36, 36, '0 0 26 26', [
    { d: shape, className: `role-shape role-${kind}` },
    { d: glyph, className: 'role-glyph', transform },
  ]);
  const element = holder('selected-marker', label, drawing);
  element.dataset['testid'] = 'selected-marker';
  return element;
}

export function ghostMarker(label: string): HTMLElement {
  const drawing = svg(28, 28, '0 0 28 28', [{ d: 'M14 3a11 11 0 1 0 0 22a11 11 0 0 0 0-22zM14 10v8M10 14h8', className: 'ghost-ring' }]);
  const element = holder('ghost-marker', label, drawing);
  element.dataset['testid'] = 'ghost-marker';
  return element;
}
