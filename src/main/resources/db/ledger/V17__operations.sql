-- An escalation that people have closed without sending the work through again: when, why and who.
ALTER TABLE escalation ADD COLUMN dismissed_at BIGINT;
ALTER TABLE escalation ADD COLUMN dismissed_because TEXT;
ALTER TABLE escalation ADD COLUMN dismissed_by TEXT;

CREATE INDEX escalation_opened ON escalation (opened_at, id);
-- What is escalated is little beside what is enrolled, and is found by these without a look at the rest.
CREATE INDEX enrolment_escalated ON enrolment (escalation_id) WHERE state = 'ESCALATED';
CREATE INDEX learner_not_created ON learner (learner_key) WHERE state = 'ESCALATED' AND alm_user_id IS NULL;

-- Escalations that nothing has been done about: an escalated enrolment names it, or it is the latest of a learner whom ALM
-- has no user for.
CREATE VIEW unsettled_escalation AS
SELECT id, learner_key, failure_class, opened_at, dismissed_at FROM escalation WHERE id IN (
    SELECT escalation_id FROM enrolment WHERE state = 'ESCALATED'
    UNION
    SELECT (SELECT latest.id FROM escalation latest WHERE latest.learner_key = learner.learner_key
        ORDER BY latest.opened_at DESC, latest.id DESC LIMIT 1)
    FROM learner WHERE state = 'ESCALATED' AND alm_user_id IS NULL);

-- Those that somebody still has to look at.
CREATE VIEW open_escalation AS
SELECT id, learner_key, failure_class, opened_at FROM unsettled_escalation WHERE dismissed_at IS NULL;
