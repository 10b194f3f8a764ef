-- The files of a study while it is carried out: here and not on the disk of one machine, so that whichever program carries
-- it out has them. They come in and go out in chunks, and are removed when the evaluation has ended.
-- src/evaluation/store/study-uploads.ts reads and writes them.

create table study_uploads (
  -- The id that the evaluation will have, or would have had.
  upload_id       uuid        not null,
  file            text        not null check (file in ('cohort.csv', 'reoffences.csv')),
  chunk           integer     not null check (chunk >= 0),
  organisation_id uuid        not null references organisations,
  uploaded_at     timestamptz not null default now(),
  content         bytea       not null check (octet_length(content) > 0),
  primary key (upload_id, file, chunk)
);
create index study_uploads_by_age on study_uploads (uploaded_at);

alter table study_uploads enable row level security;
alter table study_uploads force row level security;

grant select, insert, delete on study_uploads to waymark_app;
create policy theirs_who_evaluate on study_uploads to waymark_app
  using ((select acting_may('run-evaluations')) and organisation_id = (select acting_organisation()))
  with check ((select acting_may('run-evaluations')) and organisation_id = (select acting_organisation()));

-- What no evaluation will read is removed by the program, which sees ids and ages and no content.
grant select (upload_id, uploaded_at), delete on study_uploads to waymark_system;
create policy removed_by_the_program on study_uploads to waymark_system
  using ((select acting_purpose()) = 'close-evaluations');

-- An evaluation is carried out by whichever program is free, and not by the one that it was begun with. The program closes
-- those for which no job waits, runs or is to be tried again.
drop index evaluations_unfinished;
alter table evaluations drop column runner;
create index evaluations_unfinished on evaluations (begun_at) where state in ('queued', 'running');
grant select (begun_at) on evaluations to waymark_system;
create policy seen_to_close_evaluations on jobs.job for select to waymark_system
  using ((select acting_purpose()) = 'close-evaluations');
