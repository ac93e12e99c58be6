package org.almbridge.plan;

/** Says that a plan would ask ALM about more people than somebody can wait for. */
public class TooManyPeopleException extends Exception {

    private final long people;
    private final long most;

    TooManyPeopleException(long people, long most) {
        super(people + " people would have to be looked up, and no more than " + most + " may", null, false, false);
        this.people = people;
        this.most = most;
    }

    public long people() {
        return people;
    }

    public long most() {
        return most;
    }
}
