import type { Client } from 'pg';

export interface ManyCases {
  /** How many cases, beside those of the demonstration that they are copies of. */
  readonly cases: number;
  readonly force: string;
}

/**
 * Fills a database that holds the demonstration with copies of its cases in one force: their progress, referrals, open
 * proposals, finished drafts, audit entries, and of their logs all but the long first event; a decision of every tenth is
 * overridden. They have 12,600 names, some of them common; 85 of 100 are closed (assumed). For measuring alone: the
 * chains of copies do not hold. `maker` is a superuser, so that triggers can stand still.
 */
export async function addManyCases(maker: Client, { cases, force }: ManyCases): Promise<void> {
  await maker.query('begin');
  await maker.query("set local session_replication_role = 'replica'");
  for (const statement of [...STATEMENTS, ...WHAT_TRIGGERS_KEEP])
    await maker.query(statement.replaceAll(':cases', String(cases)).replaceAll(':force', maker.escapeLiteral(force)));
  await maker.query('commit');
  await maker.query('vacuum analyse');
}

const FIRST_NAMES = `array['Alexis','Blair','Casey','Devon','Eden','Frankie','Gray','Harper','Indigo','Jamie','Kit','Lee','Morgan','Nicky','Ollie','Parker','Quinn','Robin','Sam','Taylor']`;
const BEGINNINGS = `array['Ash','Bram','Cold','Dun','Elm','Far','Glen','Holl','Ivy','King','Lang','Mill','New','Oak','Pem','Quar','Red','Stan','Thorn','Wood']`;
const ENDS = `array['bury','by','combe','dale','den','field','ford','gate','ham','hurst','ingley','land','ley','low','mere','ridge','stead','ton','wick','worth','well','shaw','side','holt','bridge','brook','croft','cliffe','grave','hope']`;

const STATEMENTS = [
  `create temp table officers on commit drop as
     select account.id as model, md5(account.id::text || one)::uuid as id, one
     from (select opened_by as id from cases where force = :force group by opened_by order by count(*) desc limit 1) account,
       generate_series(1, 20 + :cases / 2000) one`,
  `insert into accounts select (jsonb_populate_record(null::accounts, to_jsonb(a) || jsonb_build_object('id', o.id, 'email', o.id || '@many.example'))).*
     from accounts a join officers o on o.model = a.id`,
  `create temp table copies on commit drop as
     with models as (
       select c.case_id, p.status = 'closed' as is_closed,
         row_number() over (partition by p.status = 'closed' order by c.case_id) - 1 as place,
         count(*) over (partition by p.status = 'closed') as of_all
       from cases c join case_progress p using (force, case_id) where c.force = :force
     )
     select m.case_id as model, one, md5(m.case_id::text || one)::uuid as case_id,
       (array['Zoë'] || ${FIRST_NAMES})[1 + (random() * 20)::int] || ' ' || (${BEGINNINGS})[1 + floor(20 * random() ^ 2)::int]
         || (${ENDS})[1 + floor(30 * random() ^ 2)::int] as name
     from generate_series(1, :cases) one
     join models m on m.is_closed = (one % 100 < 85) and m.place = (one / 100 + one) % m.of_all`,
  'create index on copies (model)',
  `insert into cases
     select (jsonb_populate_record(c, jsonb_build_object('case_id', k.case_id, 'person_name', k.name, 'is_demonstration', true,
       'reference', upper(substr(k.case_id::text, 1, 4) || '-' || substr(k.case_id::text, 5, 4)),
       'opened_by', o.id, 'person_key', md5(k.name || k.one % 40), 'person', c.person || jsonb_build_object('name', k.name)))).*
     from copies k join cases c on c.case_id = k.model join officers o on o.one = 1 + k.one % (20 + :cases / 2000)`,
  `insert into case_progress
     select (jsonb_populate_record(p, jsonb_build_object('case_id', k.case_id,
       'updated_at', p.updated_at - k.one * interval '20 seconds',
       'offer_accepted_at', p.offer_accepted_at - k.one * interval '20 seconds'))).*
     from copies k join case_progress p on p.case_id = k.model`,
  `insert into case_events
     select (jsonb_populate_record(e, jsonb_build_object('case_id', k.case_id,
       'recorded_at', e.recorded_at - k.one * interval '20 seconds'))).*
     from copies k join case_events e on e.case_id = k.model where e.type in ('decision-overridden','verdict-confirmed','person-referred','referral-accepted','appointment-booked','activity-completed')`,
  `insert into case_events
     select (jsonb_populate_record(e, jsonb_build_object('case_id', k.case_id, 'type', 'decision-overridden', 'sequence', 1000,
       'recorded_at', e.recorded_at - k.one * interval '20 seconds',
       'data', '{"scheme":"example","from":"ineligible","to":"eligible","reason":"Made up","authority":null}'::jsonb))).*
     from copies k join case_events e on e.case_id = k.model and e.sequence = 1 where k.one % 10 = 0`,
  `insert into referrals
     select (jsonb_populate_record(r, jsonb_build_object('case_id', k.case_id, 'referral_id', md5(r.referral_id::text || k.one)::uuid,
       'reference', upper(substr(k.case_id::text, 1, 4) || '-' || substr(k.case_id::text, 5, 4)),
       'referred_at', r.referred_at - k.one * interval '20 seconds',
       'hand_over', r.hand_over || jsonb_build_object('name', k.name)))).*
     from copies k join referrals r on r.case_id = k.model`,
  `insert into condition_proposals
     select (jsonb_populate_record(p, jsonb_build_object('case_id', k.case_id, 'proposal_id', md5(p.proposal_id::text || k.one)::uuid))).*
     from copies k join condition_proposals p on p.case_id = k.model where k.one % 20 = 0 or p.settled_at is not null`,
  `insert into triage_drafts
     select (jsonb_populate_record(null::triage_drafts, to_jsonb(d) || jsonb_build_object('draft_id', k.case_id, 'finished_as', k.case_id, 'account_id',
       case when k.one % 5 = 0 then d.account_id else o.id end))).*
     from copies k
     join (select * from triage_drafts where force = :force limit 1) d on true
     join officers o on o.one = 1 + k.one % (20 + :cases / 2000)`,
  `insert into audit_entries
     select (jsonb_populate_record(a, jsonb_build_object('chain', 'case:' || k.case_id, 'subject', 'case:' || k.case_id,
       'recorded_at', a.recorded_at - k.one * interval '20 seconds'))).*
     from copies k join audit_entries a on a.chain = 'case:' || k.model and a.sequence <= 3`,
];

const WHAT_TRIGGERS_KEEP = [
  `insert into case_words (force, case_id, organisation_id, words)
     select c.force, c.case_id, c.organisation_id, words_found_by(c.person_name || ' ' || c.reference)
     from copies k join cases c on c.case_id = k.case_id`,
  `insert into referral_words (force, referral_id, organisation_id, words)
     select r.force, r.referral_id, r.organisation_id, words_found_by(concat_ws(' ', r.hand_over ->> 'name', r.reference))
     from copies k join referrals r on r.case_id = k.case_id`,
  `insert into audit_of_others (force, recorded_at, chain, sequence, action, account_id)
     select :force, a.recorded_at, a.chain, a.sequence, a.action, a.account_id
     from copies k join audit_entries a on a.chain = 'case:' || k.case_id where a.force is distinct from :force`,
];
