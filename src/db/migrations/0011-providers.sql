-- Providers: the services that referrals go to, and what a provider keeps for itself.

-- Which organisation serves which scheme where. No person is in it; everybody who signs in may read it.
create table provider_services (
  service_id      uuid    primary key,
  organisation_id uuid    not null references organisations,
  scheme_id       text    not null,
  force           text    not null,
  name            text    not null check (name <> ''),
  takes_referrals boolean not null default true,
  unique (organisation_id, scheme_id, force, name)
);
create index provider_services_by_scheme on provider_services (force, scheme_id);

grant select on provider_services to waymark_app;
grant select, insert on provider_services to waymark_system;

-- What was done and said on the treatment side. The police never see it: there is no policy that would let them.
create table treatment_records (
  force           text        not null,
  record_id       uuid        not null,
  organisation_id uuid        not null references organisations,
  case_id         uuid        not null,
  referral_id     uuid        not null,
  -- The event of the case's log that the record goes with.
  sequence        bigint      not null,
  how             text,
  place           text,
  words           text,
  recorded_at     timestamptz not null,
  account_id      uuid        not null,
  recorded_by     text        not null,
  primary key (force, record_id),
  foreign key (force, referral_id) references referrals
);
create index treatment_records_by_case on treatment_records (organisation_id, case_id, sequence);

create trigger treatment_records_are_kept before update or delete or truncate on treatment_records
  for each statement execute function deny_change();

alter table treatment_records enable row level security;
alter table treatment_records force row level security;

grant select, insert on treatment_records to waymark_app;
create policy read_by_the_provider on treatment_records for select to waymark_app
  using ((select acting_role()) = 'provider' and organisation_id = (select acting_organisation()));
create policy written_by_the_provider on treatment_records for insert to waymark_app
  with check (
    (select acting_role()) = 'provider'
    and organisation_id = (select acting_organisation())
    and account_id = (select acting_account())
    and exists (
      select from referrals
      where referrals.force = treatment_records.force and referrals.referral_id = treatment_records.referral_id
        and referrals.organisation_id = (select acting_organisation())
    )
  );
