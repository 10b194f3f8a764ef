import { choice, code, day, text, wholeNumber, yesOrNo } from './cell-type.ts';
import { optional, required, type Columns } from './column.ts';
import type { Reoffence, StudyRow } from './study-row.ts';

const forceId = code(/^[a-z]+(?:-[a-z]+)*$/, { values: "the force's data.police.uk id", example: 'west-midlands' });
const selfDefined = code(/^(?:[WMABON]\d|NS)$/, {
  values: '16+1 code; N codes are not stated',
  example: 'W1, B1 or N1',
});
const officerDefined = code(/^IC[0-9]$/, { values: 'IC code', example: 'IC1' });
const outcomeType = code(/^\d{1,2}A?$/, { values: 'Home Office outcome type', example: '8, 22 or 1A' });
const satisfaction = wholeNumber(1, 5);
const priorCount = wholeNumber(0, 9999);

/** The columns of cohort.csv: the data dictionary, and how each cell is read and written. */
export const STUDY_COLUMNS: Columns<StudyRow> = {
  person: required(text, 'A pseudonym, the same for each index event of a person. Never a name.'),
  indexEvent: required(text, 'The index event. With the person it names one row.'),
  force: required(forceId, 'The police force.'),
  scheme: optional(text, 'The scheme in reach at the index event. Empty where the force had none.'),
  indexedOn: required(
    day,
    "The clock's start: the day of the offer or, without one, of the decision how to deal with the offence.",
  ),
  followedUntil: required(day, 'The last day on which a reoffence or a death would have been seen in the data.'),
  diedOn: optional(day, 'The day of death. Empty where the person was not known to have died.'),
  age: optional(wholeNumber(10, 120), 'Age in years on the index day.'),
  sex: optional(choice(['female', 'male', 'other']), 'Sex as recorded.'),
  ethnicitySelfDefined: optional(selfDefined, 'Ethnicity as the person gave it.'),
  ethnicityOfficerDefined: optional(officerDefined, 'Ethnicity as the officer saw it.'),
  offenceGroup: optional(text, 'The group of the offence, as possession or shoplifting.'),
  drug: optional(text, 'The drug, as cannabis.'),
  gravityScore: optional(wholeNumber(1, 5), 'The score of the gravity matrix.'),
  priorOffences: optional(priorCount, 'Offences in the five years before the index day.'),
  priorDrugOffences: optional(priorCount, 'Of these, drug offences.'),
  priorTheftOffences: optional(priorCount, 'Of these, theft.'),
  priorViolentOffences: optional(priorCount, 'Of these, violence.'),
  priorTreatment: optional(yesOrNo, 'Whether the person was in drug treatment in the five years before.'),
  arm: optional(choice(['diversion', 'usual']), 'What chance allocated, in a trial.'),
  stratum: optional(text, 'Within what chance was drawn: a band of risk, a site.'),
  eligible: optional(yesOrNo, 'Whether the person met the rules of the scheme.'),
  offeredOn: optional(day, 'The day on which the scheme was offered. Empty where it was not.'),
  acceptedOn: optional(day, 'The day on which the person accepted. Empty where they did not.'),
  referredOn: optional(day, 'The day on which the person was referred to a provider.'),
  firstContactOn: optional(day, 'The day on which the provider first spoke with the person.'),
  startedOn: optional(day, 'The day of the first session or activity. Empty where there was none.'),
  completedOn: optional(day, 'The day on which all that was agreed was done. Empty where it was not.'),
  lossReason: optional(text, 'Why the person went no further, in a word of the source.'),
  withoutTheScheme: optional(
    choice(['prosecution', 'caution', 'penalty-notice', 'community-resolution', 'no-further-action']),
    'What would have happened had there been no scheme, as the officer said it at the offer.',
  ),
  outcomeType: optional(outcomeType, 'How the offence was finished. 0 is not yet.'),
  outcomeOn: optional(day, 'The day on which it was finished.'),
  appearedInCourt: optional(yesOrNo, 'Whether the person appeared in court for the offence.'),
  treatmentEnteredOn: optional(day, 'The day on which the person entered drug treatment.'),
  policeMinutes: optional(wholeNumber(0, 100_000), 'Minutes of police time from the index event to the outcome.'),
  personSurveyAsked: optional(yesOrNo, 'Whether the person was asked to answer a survey.'),
  personSatisfaction: optional(satisfaction, "The person's answer, 1 very dissatisfied to 5 very satisfied."),
  victimSurveyAsked: optional(yesOrNo, 'Whether a victim was asked to answer a survey.'),
  victimSatisfaction: optional(satisfaction, "The victim's answer, 1 very dissatisfied to 5 very satisfied."),
};

/** The columns of reoffences.csv. */
export const REOFFENCE_COLUMNS: Columns<Reoffence> = {
  person: required(text, 'The pseudonym in cohort.csv.'),
  indexEvent: required(text, 'The index event in cohort.csv that the reoffence came after.'),
  committedOn: required(day, 'The day on which it was committed.'),
  provenOn: optional(
    day,
    'The day of the conviction, caution or warning that proved it. Empty where it is not proven.',
  ),
  offenceCode: optional(text, 'The Home Office or CJS code by which harm is weighted.'),
};
