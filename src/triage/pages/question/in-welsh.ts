import { html, type Html } from '../../../web/markup/index.ts';

/** The forces of Wales, whose officers see each question in Welsh too. */
export const WELSH_FORCES: readonly string[] = ['north-wales', 'gwent', 'south-wales', 'dyfed-powys'];

/** The question in Welsh, where there is one and the force is Welsh; nothing otherwise. */
export function inWelsh(welsh: string | undefined, ownForce: string | null): Html | null {
  if (welsh === undefined || ownForce === null || !WELSH_FORCES.includes(ownForce)) return null;
  return html`<p class="govuk-body-l" lang="cy">${welsh}</p>
    <p class="govuk-hint">Welsh: the translation is not yet reviewed.</p>`;
}
