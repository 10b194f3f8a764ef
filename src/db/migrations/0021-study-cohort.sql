-- What a study may see of the cases: pseudonyms, days, codes. No name, birthday, contact, reference or free text is in
-- these views, and nothing of a provider's notes. src/evaluation/store/study-case-rows.ts reads them for `waymark export
-- cohort`; nobody who is signed in may.

-- A pseudonym: the same for the same subject under the same key, and no way back without the key. The key is kept
-- outside the database and set for the length of the transaction.
create function study_pseudonym(subject text) returns text language sql stable as $$
  select left(encode(sha256(convert_to(current_setting('waymark.pseudonym_key') || ':' || subject, 'UTF8')), 'hex'), 20)
$$;

-- The owner of the views reads the tables for this purpose alone; row-level security is forced on owners too.
create policy read_for_a_study on cases for select to current_user
  using ((select acting_purpose()) = 'export-cohort');
create policy read_for_a_study on case_events for select to current_user
  using ((select acting_purpose()) = 'export-cohort');

create view study_cases with (security_barrier) as
  select
    force,
    study_pseudonym(case_id::text) as index_event,
    study_pseudonym(coalesce(person_key, case_id::text)) as person,
    is_demonstration,
    person #>> '{ethnicity,selfDefined}' as ethnicity_self_defined,
    person #>> '{ethnicity,officerDefined}' as ethnicity_officer_defined
  from cases
  where acting_purpose() = 'export-cohort';

-- Of each event its kind, its day in London, and those of its data that are codes.
create view study_events with (security_barrier) as
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
      when 'returned-for-prosecution' then jsonb_build_object('outcomeType', data -> 'outcomeType')
      when 'case-withdrawn' then jsonb_build_object('is', data #> '{reason,is}')
      when 'fact-amended' then case
        when data ->> 'fact' in ('age', 'sex', 'offence-group', 'substances', 'gravity-score', 'offence-occurred-on')
        then jsonb_build_object('fact', data -> 'fact', 'new', data -> 'new')
        else '{}'
      end
      else '{}'
    end as data
  from case_events
  where acting_purpose() = 'export-cohort';

grant select on study_cases, study_events to waymark_system;

-- Who took a study's data out, and when, is on record.
create policy written_for_a_study on audit_entries for insert to waymark_system
  with check (
    (select acting_purpose()) = 'export-cohort'
    and chain = 'access'
    and account_id is null and organisation_id is null and force is null and role is null
  );
