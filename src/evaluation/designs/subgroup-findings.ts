import { randomEffectsMetaAnalysis, type StudyEffect } from '../../statistics/index.ts';
import type { Outcome } from '../domain/plan/plan-document.ts';
import { SUBGROUPS, type SubgroupName } from '../domain/plan/plan-words.ts';
import { refusalInWords } from '../domain/disclosure/refusal-in-words.ts';
import { sentence } from '../domain/disclosure/sentence.ts';
import type { SubgroupTest } from './design-result.ts';
import { nullOf, type EffectScale, type Finding } from './finding.ts';
import { groupOfPerson } from './groups-of-people.ts';
import type { Subject } from './study-sample.ts';

export interface SubgroupTask {
  readonly subjects: readonly Subject[];
  readonly subgroups: readonly SubgroupName[];
  readonly outcome: Outcome;
  readonly scale: EffectScale;
  /** The finding among those of the subjects at these places. */
  readonly findingAmong: (places: readonly number[], words: { readonly id: string; readonly label: string }) => Finding;
}

/**
 * The effect in each group fixed in advance, and a test of whether it differs between the groups: Cochran's Q of the
 * groups' effects. Only the test speaks of a difference; an interval that leaves out zero in one group and not in
 * another does not.
 */
export function subgroupFindings({ subjects, subgroups, scale, findingAmong }: SubgroupTask): {
  readonly findings: readonly Finding[];
  readonly tests: readonly SubgroupTest[];
} {
  const findings: Finding[] = [];
  const tests: SubgroupTest[] = [];
  for (const subgroup of subgroups) {
    const places = Map.groupBy(subjects.keys(), (at) => groupOf(subjects, at, subgroup));
    const names = [...places.keys()].sort((a, b) => unknownLast(a) - unknownLast(b) || a.localeCompare(b, 'en-GB'));
    const own = names.map((name) =>
      findingAmong(places.get(name) ?? [], {
        id: `subgroup:${subgroup}:${name}`,
        label: `${SUBGROUPS[subgroup]}: ${name.replaceAll('-', ' ')}`,
      }),
    );
    findings.push(...own);
    tests.push(testOf(subgroup, own, scale));
  }
  return { findings, tests };
}

function groupOf(subjects: readonly Subject[], at: number, subgroup: SubgroupName): string {
  const subject = subjects[at];
  return subject === undefined ? 'not recorded' : groupOfPerson(subject, subgroup);
}

function unknownLast(name: string): number {
  return Number(name === 'not recorded');
}

function testOf(subgroup: SubgroupName, findings: readonly Finding[], scale: EffectScale): SubgroupTest {
  const effects = findings.flatMap((finding) => studyEffectOf(finding, scale));
  const label = SUBGROUPS[subgroup];
  if (effects.length < 2) {
    return {
      subgroup,
      label,
      p: null,
      adjustedP: null,
      why: sentence`Fewer than two groups have an effect to compare.`,
    };
  }
  const pooled = randomEffectsMetaAnalysis(effects, { tauSquaredBy: 'dersimonian-laird', interval: 'normal' });
  return pooled.ok
    ? { subgroup, label, p: pooled.value.qP, adjustedP: null, why: null }
    : { subgroup, label, p: null, adjustedP: null, why: refusalInWords(pooled.refusal) };
}

/** An effect on the scale where effects add, or nothing where there is none with a standard error. */
export function studyEffectOf({ estimate }: Finding, scale: EffectScale): StudyEffect[] {
  const standardError = estimate?.standardError ?? null;
  if (estimate === null || standardError === null || !(standardError > 0)) return [];
  return [{ estimate: nullOf(scale) === 1 ? Math.log(estimate.value) : estimate.value, standardError }];
}
