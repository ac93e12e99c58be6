package org.almbridge.plan;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.almbridge.course.Course;
import org.almbridge.course.CourseDirectory;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.ManagerStanding;
import org.almbridge.manager.Manager;
import org.almbridge.manager.ManagerDirectory;
import org.almbridge.manager.ManagerProblem;

/** Asks ALM, by reads alone; courses and managers are remembered for the run as they are in a run. */
@Singleton
class AlmOutlook implements Outlook {

    private final PeopleSource people;
    private final CourseDirectory courses;
    private final ManagerDirectory managers;

    AlmOutlook(PeopleSource people, CourseDirectory courses, ManagerDirectory managers) {
        this.people = people;
        this.courses = courses;
        this.managers = managers;
    }

    @Override
    public CompletableFuture<UserFinding> user(LearnerInFlight learner) {
        return people.user(learner);
    }

    @Override
    public boolean isSure() {
        return true;
    }

    @Override
    public CompletableFuture<Boolean> isEnrolled(LearnerInFlight learner, Enrolment enrolment) {
        return people.isEnrolled(learner, enrolment);
    }

    @Override
    public CompletableFuture<Optional<String>> managerFault(LearnerInFlight learner) {
        ManagerStanding standing = learner.manager();
        if (!learner.learner().namesManager() || standing != null && standing.almUserId() != null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return managers.find(Manager.of(learner.learner()))
                .thenApply(finding -> finding.isActive()
                        ? Optional.empty()
                        : Optional.of(ManagerProblem.text(standing, finding.state())));
    }

    @Override
    public CompletableFuture<Optional<String>> courseFault(Enrolment enrolment) {
        return courses.find(new Course(enrolment.loId(), enrolment.loInstanceId()))
                .thenApply(finding -> Optional.ofNullable(finding.problem()));
    }
}
