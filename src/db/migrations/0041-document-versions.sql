-- Not only scheme documents decide: a decision also rests on the vocabulary of facts, and will rest on documents of law.
-- All of them are kept under the hash of their content, so that a decision can be worked out again by what made it.

alter table scheme_versions rename to document_versions;
alter table document_versions rename column scheme_id to document_id;
alter table document_versions add column kind text not null default 'scheme'
  check (kind in ('scheme', 'vocabulary', 'law'));
alter table document_versions alter column kind drop default;
alter trigger scheme_versions_are_kept on document_versions rename to document_versions_are_kept;

create policy read_to_check on document_versions for select to waymark_system
  using ((select acting_purpose()) = 'check-database');
