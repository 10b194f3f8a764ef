-- A provider's words, and those of its reasons that say something of the person, do not cross to the police
-- (docs/decisions/0041): its events hold neutral codes and no words, and its own reason and words stand in its own records.
-- What older events hold can't be changed, as each is part of a chain: it is left out wherever somebody reads them.

select set_config('waymark.purpose', 'migration', true);

alter table treatment_records add column reason text;
grant select (reason) on treatment_records to waymark_system;

-- What a provider may write in an event: the members of its data, and the reasons that there are. The schemas in
-- src/cases/domain/engagement/provider-event-schemas.ts say the same, and a test compares the two.
alter table event_rights add column provider_members text[];
alter table event_rights add column provider_reasons text[];
update event_rights set provider_members = listed.members::text[], provider_reasons = listed.reasons::text[]
from (values
  ('referral-rejected',      '{reason}', '{no-capacity,outside-our-area,service-cannot-take}'),
  ('referral-accepted',      '{}', null),
  ('contact-attempted',      '{reached}', null),
  ('appointment-booked',     '{appointmentId,step,startsAt}', null),
  ('appointment-moved',      '{appointmentId,supersededBy,startsAt,whose}', null),
  ('appointment-kept',       '{appointmentId}', null),
  ('appointment-late',       '{appointmentId,whose}', null),
  ('appointment-missed',     '{appointmentId,whose}', null),
  ('attendance-corrected',   '{appointmentId,from,to}', null),
  ('appointment-cancelled',  '{appointmentId,whose}', null),
  ('activity-completed',     '{dose}', null),
  ('activity-not-completed', '{endedBy,reason}',
    '{did-not-engage,breached-the-agreement,withdrew-consent,offended-again,moved-away,not-able-to-continue}')
) listed (event, members, reasons)
where event_rights.event = listed.event;

-- Whether every text in JSON is a code, an id or a moment, and every name of a member one word.
create function holds_no_words(data jsonb) returns boolean language sql immutable parallel safe as $$
  select not exists (
    select from jsonb_path_query(data, 'strict $.**') part
    where (
      jsonb_typeof(part) = 'string'
      and part #>> '{}' !~ '^([a-z0-9]+(-[a-z0-9]+)*|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z)$'
    ) or length(part #>> '{}') > 64 and jsonb_typeof(part) = 'string'
  ) and not exists (
    select from jsonb_path_query(data, 'strict $.** ? (@.type() == "object")') part, jsonb_object_keys(part) name
    where name !~ '^[a-zA-Z]{1,32}$'
  )
$$;

create function provider_may_say(wanted_event text, data jsonb) returns boolean
language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select jsonb_typeof(data) = 'object' and exists (
    select from event_rights
    where event = wanted_event
      and (select coalesce(array_agg(name), '{}') from jsonb_object_keys(data) name) <@ provider_members
      and (not data ? 'reason' or coalesce(data ->> 'reason' = any (provider_reasons), false))
      and (not data ? 'endedBy' or data ->> 'endedBy' = 'provider')
  ) and holds_no_words(data)
$$;

alter policy written_by_the_provider on case_events
  with check (
    (select acting_may('see-referrals'))
    and acting_may_record(type)
    and provider_may_say(type, data)
    and account_id = (select acting_account())
    and organisation_id = (select acting_organisation())
    and exists (
      select from case_progress progress
      where progress.force = case_events.force and progress.case_id = case_events.case_id
        and progress.provider_organisation_id = (select acting_organisation())
        and provider_may_record_from(case_events.type, progress.status)
    )
  );

-- Events in shapes before 9 may hold what must not cross. src/cases/store/shapes/case-event/8-to-9.ts says the same of them
-- in the program; a test compares the two.
create function may_hold_too_much(type text, shape smallint) returns boolean language sql immutable parallel safe as $$
  select shape < 9 and type in (
    'referral-rejected', 'attendance-corrected', 'appointment-cancelled', 'activity-completed', 'activity-not-completed'
  )
$$;

create function crossed_data(type text, shape smallint, data jsonb, by_police boolean) returns jsonb
language sql immutable parallel safe as $$
  select case
    when not may_hold_too_much(type, shape) then data
    when type = 'referral-rejected' then jsonb_build_object('reason', case
      when data ->> 'reason' in ('no-capacity', 'outside-our-area') then data ->> 'reason' else 'service-cannot-take'
    end)
    when type = 'activity-completed' then data - 'shortfallReason'
    when type = 'activity-not-completed' then jsonb_build_object(
      'endedBy', case when by_police then 'police' else 'provider' end,
      'reason', case
        when data ->> 'reason' in (
          'did-not-engage', 'breached-the-agreement', 'withdrew-consent', 'offended-again', 'moved-away'
        ) or (by_police and data ->> 'reason' = 'other') then data ->> 'reason'
        else 'not-able-to-continue'
      end
    ) || case when by_police then jsonb_build_object('words', data -> 'words') else '{}' end
    else data - 'reason'
  end
$$;

create function crossed_shape(type text, shape smallint) returns smallint language sql immutable parallel safe as $$
  select case when may_hold_too_much(type, shape) then 9::smallint else shape end
$$;

-- By what they were when they wrote it: an author of no role that sees cases was no police officer.
create function written_by_police(author jsonb) returns boolean
language sql stable parallel safe security definer set search_path = public, pg_temp
as $$ select exists (select from role_rights where role = author ->> 'role' and "right" = 'see-cases') $$;

-- The police read the log through this view and not the table itself: no row of an older event is in their sight. The
-- owner of the view reads the table for it (the policy read_for_the_providers_side, of migration 0042).
create view case_log with (security_barrier) as
  select force, case_id, sequence, type, crossed_data(type, shape, data, written_by_police(author)) as data,
    crossed_shape(type, shape) as shape, recorded_at, author
  from case_events
  where force = (select acting_police_force());
grant select on case_log to waymark_app;
drop policy read_by_the_force on case_events;

-- The same view of a provider's side as before, without what must not cross.
create or replace view provider_side_events with (security_barrier) as
  select referrals.referral_id, event.force, event.case_id, event.sequence, event.type,
    crossed_data(event.type, event.shape, event.data, written_by_police(event.author)) as data,
    crossed_shape(event.type, event.shape) as shape,
    event.recorded_at, event.author
  from referrals
  join case_events event on event.force = referrals.force and event.case_id = referrals.case_id
  where (
      ((select acting_may('see-referrals')) and referrals.organisation_id = (select acting_organisation()))
      or referrals.force = (select acting_police_force())
    )
    and event.sequence between referrals.referred_sequence and referrals.sequence
    and (
      (event.sequence = referrals.referred_sequence and event.type = 'person-referred')
      or event.type in (
        'referral-rejected', 'referral-accepted', 'contact-attempted', 'appointment-booked', 'appointment-moved',
        'appointment-kept', 'appointment-late', 'appointment-missed', 'attendance-corrected', 'appointment-cancelled',
        'condition-varied', 'breach-recorded', 'activity-completed', 'activity-not-completed'
      )
    );

-- The same view as before, by the neutral codes.
create or replace view study_events with (security_barrier) as
  select
    study_pseudonym(case_id::text) as index_event,
    sequence,
    type,
    to_char(recorded_at at time zone 'Europe/London', 'YYYY-MM-DD') as happened_on,
    case type
      when 'person-triaged' then jsonb_build_object(
        'facts', (
          select coalesce(jsonb_object_agg(key, value), '{}')
          from jsonb_each(data -> 'facts')
          where key in ('age', 'sex', 'offence-group', 'substances', 'gravity-score')
        ),
        'decisions', (
          select coalesce(jsonb_agg(jsonb_build_object('scheme', one -> 'scheme', 'verdict', one -> 'verdict')), '[]')
          from jsonb_array_elements(data -> 'decisions') one
        ),
        'occurredOn', data #> '{offence,occurredOn}'
      )
      when 'decision-overridden' then jsonb_build_object('scheme', data -> 'scheme', 'to', data -> 'to')
      when 'scheme-offered' then jsonb_build_object('scheme', data -> 'scheme', 'otherwise', data -> 'otherwise')
      when 'referral-rejected' then jsonb_build_object('reason', data -> 'reason')
      when 'contact-attempted' then jsonb_build_object('reached', data -> 'reached')
      when 'activity-not-completed' then jsonb_build_object('reason', data -> 'reason')
      when 'outcome-recorded' then jsonb_build_object('type', data -> 'type')
      when 'outcome-given' then jsonb_build_object('type', data -> 'type')
      when 'outcome-corrected' then jsonb_build_object(
        'type', data #> '{to,type}', 'takenBack', jsonb_typeof(data -> 'to') = 'null'
      )
      when 'closed-with-outcome' then jsonb_build_object('outcomeType', data -> 'outcomeType')
      when 'returned-for-prosecution' then jsonb_build_object('outcomeType', data -> 'outcomeType')
      when 'case-withdrawn' then jsonb_build_object('is', data #> '{reason,is}')
      when 'fact-amended' then case
        when data ->> 'fact' in ('age', 'sex', 'offence-group', 'substances', 'gravity-score', 'offence-occurred-on')
        then jsonb_build_object('fact', data -> 'fact', 'new', data -> 'new')
        else '{}'
      end || jsonb_build_object('follows', study_follows(data))
      when 'birthday-corrected' then jsonb_build_object('follows', study_follows(data))
      when 'decided-again' then jsonb_build_object(
        'facts', (
          select coalesce(jsonb_object_agg(key, value), '{}')
          from jsonb_each(data -> 'facts')
          where key in ('age', 'sex', 'offence-group', 'substances', 'gravity-score')
        ),
        'decisions', (
          select coalesce(jsonb_agg(jsonb_build_object('scheme', one -> 'scheme', 'verdict', one -> 'verdict')), '[]')
          from jsonb_array_elements(data -> 'decisions') one
        )
      )
      when 'attendance-corrected' then jsonb_build_object('to', data #> '{to,is}')
      else '{}'
    end || case
      when type in ('appointment-kept', 'appointment-late', 'appointment-missed', 'attendance-corrected') and exists (
        select from case_events later
        where later.force = case_events.force and later.case_id = case_events.case_id
          and later.sequence > case_events.sequence and later.type = 'attendance-corrected'
          and later.data -> 'appointmentId' = case_events.data -> 'appointmentId'
      )
      then '{"corrected": true}'::jsonb
      else '{}'
    end as data
  from (
    select force, case_id, sequence, type, recorded_at, crossed_data(type, shape, data, written_by_police(author)) as data
    from case_events
  ) case_events
  where acting_purpose() = 'export-cohort';

-- What providers wrote in events until now goes into their own records, so that their pages still show it.
alter table case_events no force row level security;
alter table referrals no force row level security;
alter table treatment_records no force row level security;
insert into treatment_records (
  force, record_id, organisation_id, case_id, referral_id, sequence, words, reason, recorded_at, account_id, recorded_by
)
select event.force, gen_random_uuid(), event.organisation_id, event.case_id, referral.referral_id, event.sequence, kept.words,
  kept.reason, event.recorded_at, event.account_id, event.author ->> 'name'
from case_events event
cross join lateral (
  select referral_id from referrals
  where referrals.force = event.force and referrals.case_id = event.case_id
    and referrals.organisation_id = event.organisation_id and referrals.referred_sequence < event.sequence
  order by referrals.referred_sequence desc limit 1
) referral
cross join lateral (
  select
    nullif(trim(coalesce(case
      when event.type in ('referral-rejected', 'activity-not-completed') then event.data ->> 'words'
      when event.type = 'activity-completed' then event.data ->> 'shortfallReason'
      else event.data ->> 'reason'
    end, '')), '') as words,
    case when event.type in ('referral-rejected', 'activity-not-completed') then event.data ->> 'reason' end as reason
) kept
where may_hold_too_much(event.type, event.shape) and not written_by_police(event.author)
  and (kept.words is not null or kept.reason is not null)
order by event.force, event.case_id, event.sequence;
alter table treatment_records force row level security;
alter table referrals force row level security;
alter table case_events force row level security;
