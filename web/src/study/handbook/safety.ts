/** Staff, risks and contacts: each line says what it rests on; what was not checked says so. */
import { html, type TemplateResult } from 'lit';
import { handbookWordsOf, type Handbook } from './content';
import type { Leaf } from './leaf';

export function safetyLeaf(handbook: Handbook): Leaf {
  const h = handbookWordsOf(handbook.lang);
  const { pupils, adults } = handbook.answer;
  const risks: readonly (readonly [string, string])[] = [
    [h.riskHeat, h.doHeat],
    [h.riskWater, h.doWater],
    [h.riskRoad, h.doRoad],
    [h.riskCoach, h.doCoach],
    [h.riskFood, h.doFood],
    [h.riskLost, h.doLost],
    [h.riskOld, h.doOld],
    [h.riskMedical, h.doMedical],
  ];
  const contacts = [h.contactLead, h.contactSchool, h.contactDriver, h.contactHospital, h.contactInsurance];
  const checked = html`<span class="leaf-badge">${h.toBeChecked}</span>`;
  const body: TemplateResult = html`<section>
      <h2>${h.ratio}</h2>
      <p>${h.ratioLine(pupils, adults, Math.round(pupils / adults))} ${checked}</p>
      <p class="quiet" data-testid="ratio-basis">${h.ratioBasis}</p>
    </section>
    <section>
      <table class="leaf-table risks">
        <thead><tr><th scope="col">${h.risk}</th><th scope="col">${h.measure}</th><th scope="col">${h.who}</th><th scope="col">${h.done}</th></tr></thead>
        <tbody>${risks.map(([risk, measure]) => html`<tr data-testid="risk"><th scope="row">${risk}</th><td>${measure}</td><td></td><td class="tick"></td></tr>`)}</tbody>
      </table>
      <p class="quiet">${h.safetyBasis} ${checked}</p>
    </section>
    <section>
      <h2>${h.contacts}</h2>
      <table class="leaf-table contacts">
        <thead><tr><th scope="col">${h.contactWho}</th><th scope="col">${h.contactPhone}</th></tr></thead>
        <tbody>${contacts.map((who) => html`<tr><th scope="row">${who}</th><td></td></tr>`)}</tbody>
      </table>
      <p class="emergency">${[h.police, h.fire, h.ambulance, h.traffic].map((line) => html`<strong>${line}</strong>`)}</p>
    </section>`;
  return { kind: 'safety', title: h.safety, body };
}
