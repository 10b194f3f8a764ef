-- An outcome that counts from when it is given is recorded on that day, while the activity goes on: who may record it,
-- correct it and close the case with it, and who may record that the youth justice service was told of a child.

insert into role_rights (role, "right") values
  ('officer',     'give-outcome'),
  ('supervisor',  'give-outcome'),
  ('coordinator', 'give-outcome');

insert into event_rights (event, "right") values
  ('outcome-given',       'give-outcome'),
  ('outcome-corrected',   'record-outcome'),
  ('closed-with-outcome', 'close-without-consequence'),
  ('youth-justice-told',  'refer-person');

-- The same view as before, with the codes of these events.
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
  from case_events
  where acting_purpose() = 'export-cohort';
