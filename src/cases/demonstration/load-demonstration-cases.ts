import type { CaseActor } from '../../access/index.ts';
import { listCases } from '../use-cases/list-cases.ts';
import { listTriages } from '../../triage/index.ts';
import { stages } from './stages.ts';
import type { Player, Story } from './stories.ts';
import { stories } from './stories.ts';
import { caseIdOf, tellStory, triageWork, type DemonstrationWork, type Stage } from './tell-story.ts';

/** The demonstration's people of one force, and of the provider in its area. */
export type DemonstrationPlayers = { readonly force: string } & { readonly [player in Player]: CaseActor };

/**
 * Puts made-up cases in every state before the demonstration's people, through the use-cases themselves. What is there
 * already is left alone, so that it may be called at every start and goes on where it was cut off; a force with cases
 * of its own gets none. Answers how many cases it added.
 */
export async function loadDemonstrationCases(
  work: DemonstrationWork,
  players: readonly DemonstrationPlayers[],
): Promise<number> {
  const added = await Promise.all(players.map((people) => loadForce(work, people)));
  return added.reduce((sum, each) => sum + each, 0);
}

async function loadForce(work: DemonstrationWork, people: DemonstrationPlayers): Promise<number> {
  const stage = stageOf(work, people);
  if (stage === null) return 0;
  const untold = await storiesToTell(work, stage);
  for (const story of untold) await tellStory(work, stage, story);
  return untold.length;
}

function stageOf(work: DemonstrationWork, players: DemonstrationPlayers): Stage | null {
  const where = stages.find(({ force }) => force === players.force);
  const scheme = work.catalogue.schemes.find(({ id }) => id === where?.scheme);
  return where && scheme ? { ...where, scheme, players } : null;
}

async function storiesToTell(work: DemonstrationWork, stage: Stage): Promise<readonly Story[]> {
  const looking = { ...work, newId: () => '' };
  const told = new Set<string>();
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const listing = await listCases(looking, stage.players.coordinator, { list: 'all', page });
    if (!listing.ok) throw new Error('The coordinator of the demonstration may see no cases');
    const listed = listing.value;
    if (listed.items.some(({ isDemonstration }) => !isDemonstration)) return [];
    for (const { caseId } of listed.items) told.add(caseId);
    pages = listed.pages;
  }
  const unfinished = (await listTriages(triageWork(looking), stage.players.officer)).length > 0;
  return stories.filter((story) => (story.unfinished ? !unfinished : !told.has(caseIdOf(stage, story))));
}
