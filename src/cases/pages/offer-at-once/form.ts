import { hasActivity } from '../../../schemes/index.ts';
import type { Contact, Person } from '../../../triage/index.ts';
import {
  allFields,
  type FormBody,
  type FormResult,
  LONGEST_LINE,
  optionalText,
  requiredChoice,
  requiredText,
  requiredYesOrNo,
  textsOf,
  wrong,
} from '../../../web/markup/index.ts';
import type { AppropriateAdult, Consent } from '../../domain/case-event.ts';
import type { RequestedCommand } from '../../use-cases/requested-command.ts';
import { readConsent } from '../act/consent-field.ts';
import { otherwiseWords, relationshipWords, valuesOf } from '../words/choices.ts';
import {
  asksWhichService,
  type AtOnce,
  factsAsked,
  hasName,
  isReferredAtOnce,
  isToJudge,
  mayBeChild,
} from './at-once.ts';

/** What was said on the page: no to taking part, which ends the offer there; or all of it. */
export type SaidAtOnce =
  | { readonly takesPart: false; readonly answers: Answers }
  | {
      readonly takesPart: true;
      readonly answers: Answers;
      readonly person: Pick<Person, 'name' | 'contact'>;
      readonly commands: readonly RequestedCommand[];
    };
type Answers = readonly { readonly fact: string; readonly value: boolean }[];

const NOT_ASKED = { ok: true, value: null } as const;

/** Who says no is asked nothing more: what stands below on the page is for who takes part. */
export function readAtOnce(offer: AtOnce): FormResult<SaidAtOnce> {
  const { body } = offer;
  const isShared = hasActivity(offer.scheme);
  const missing = isShared
    ? 'Select whether the person agrees to take part'
    : 'Press how the person says that they accept, or “No”';
  const takePart = readConsent(body, 'take-part', missing);
  if (takePart.ok && !takePart.value.given)
    return { ok: true, value: { takesPart: false, answers: [{ fact: 'consents', value: false }] } };
  const read = allFields({
    ...(isToJudge(offer) && {
      judged: requiredYesOrNo(body, 'judged', 'Select what you judge'),
      why: optionalText(body, 'judgement-words'),
    }),
    otherwise: requiredChoice(body, 'otherwise', {
      of: valuesOf(otherwiseWords),
      missing: 'Select what would happen if nothing were offered',
    }),
    takePart,
    facts: readFacts(offer),
    adult: mayBeChild(offer) ? readAdult(body) : NOT_ASKED,
    name: hasName(offer) ? NOT_ASKED : requiredText(body, 'name', 'Enter the person’s name', LONGEST_LINE),
    contact: readContact(offer),
    service: readService(offer),
    share: isShared
      ? readConsent(body, 'share', 'Press how the person agrees that their details are shared, or “No”')
      : NOT_ASKED,
  });
  if (!read.ok) return read;
  const { facts, name, contact } = read.value;
  const answers = [{ fact: 'consents', value: true }, ...facts];
  const person = { name: name ?? offer.view.draft.person?.name ?? '', contact };
  const mayOffer = facts.every(({ value }) => value);
  return {
    ok: true,
    value: { takesPart: true, answers, person, commands: mayOffer ? commandsOf(offer, read.value) : [] },
  };
}

interface Said {
  readonly judged?: boolean;
  readonly why?: string | null;
  readonly otherwise: typeof otherwiseWords extends Readonly<Record<infer Key, string>> ? Key : never;
  readonly takePart: Consent;
  /** Null where there is no provider to share with. */
  readonly share: Consent | null;
  readonly adult: AppropriateAdult | null;
  readonly service: string | null;
}

function commandsOf(offer: AtOnce, said: Said): readonly RequestedCommand[] {
  const scheme = offer.scheme.id;
  const { judged, why = null, otherwise, takePart, share, adult, service } = said;
  const judgement = (to: 'eligible' | 'ineligible'): RequestedCommand => ({
    type: 'override-decision',
    data: { scheme, to, reason: judgementWords(offer, to === 'eligible', why), authority: null },
  });
  if (judged === false) return [judgement('ineligible')];
  return [
    ...(judged === true ? [judgement('eligible')] : []),
    { type: 'offer-scheme', data: { scheme, otherwise } },
    { type: 'accept-offer', data: { takePart, share, appropriateAdult: adult } },
    ...(share?.given === true && service !== null
      ? [{ type: 'refer-person', data: { serviceId: service } } as const]
      : []),
  ];
}

/** The judgement as the record has it: what was asked, and the answer; and whatever the officer adds. */
function judgementWords({ ready: { ifAgreed } }: AtOnce, answer: boolean, why: string | null): string {
  const asked = ifAgreed.discretions.map(({ question }) => `${question} ${answer ? 'Yes.' : 'No.'}`);
  return [...asked, why].filter(Boolean).join(' ');
}

function readFacts(offer: AtOnce): FormResult<Answers> {
  const read = allFields(
    Object.fromEntries(
      factsAsked(offer).map((fact) => [fact, requiredYesOrNo(offer.body, fact, 'Select yes or no')] as const),
    ),
  );
  return read.ok ? { ok: true, value: Object.entries(read.value).map(([fact, value]) => ({ fact, value })) } : read;
}

function readAdult(body: FormBody): FormResult<AppropriateAdult> {
  return allFields({
    name: requiredText(body, 'adult-name', 'Enter the name of the appropriate adult', LONGEST_LINE),
    relationship: requiredChoice(body, 'relationship', {
      of: valuesOf(relationshipWords),
      missing: 'Select who the appropriate adult is to the person',
    }),
  });
}

/** What is entered is safe to use, as the page says, unless it says how; nobody is referred whom nobody can reach unsaid. */
function readContact(offer: AtOnce): FormResult<Contact> {
  const { body } = offer;
  const read = allFields({
    telephone: optionalText(body, 'telephone', LONGEST_LINE),
    email: readEmail(body),
    address: optionalText(body, 'address'),
    howSafely: optionalText(body, 'how-safely'),
  });
  if (!read.ok) return read;
  const { telephone, email, address, howSafely } = read.value;
  const isReachable = [telephone, email, address].some((way) => way !== null);
  if (!isReachable && hasActivity(offer.scheme) && !textsOf(body, 'unreachable').includes('yes'))
    return wrong({ field: 'telephone', text: 'Enter a telephone number, or say below how else the person is reached' });
  const safe = !isReachable ? 'not-safe' : howSafely === null ? 'safe' : 'only-as-described';
  return { ok: true, value: { telephone, email, address, howSafely: isReachable ? howSafely : null, safe } };
}

function readEmail(body: FormBody): FormResult<string | null> {
  const email = optionalText(body, 'email', LONGEST_LINE);
  if (!email.ok || email.value === null || /^\S+@\S+\.\S+$/.test(email.value)) return email;
  return wrong({ field: 'email', text: 'Enter an email address in the correct format, like name@example.com' });
}

/** The one service there is; of several, the one that is chosen; none where the referral does not follow at once. */
function readService(offer: AtOnce): FormResult<string | null> {
  const [only] = offer.services;
  if (!isReferredAtOnce(offer) || only === undefined) return NOT_ASKED;
  if (!asksWhichService(offer)) return { ok: true, value: only.serviceId };
  const of = offer.services.map(({ serviceId }) => serviceId);
  return requiredChoice(offer.body, 'service', { of, missing: 'Select a service' });
}

/** What is known already of how to reach the person. */
export function atOnceSoFar({ view: { draft } }: Pick<AtOnce, 'view'>): FormBody {
  const contact = draft.person?.contact;
  return {
    telephone: contact?.telephone ?? '',
    email: contact?.email ?? '',
    address: contact?.address ?? '',
    'how-safely': contact?.howSafely ?? '',
  };
}
