-- What a district's supervisors leave undone goes to the city's, what those leave undone to their lead.

alter table task_limit drop constraint task_limit_escalate_to_check;
alter table task_limit add constraint task_limit_escalate_to_check
  check (escalate_to in ('district', 'supervisor', 'supervisor-lead', 'above'));
