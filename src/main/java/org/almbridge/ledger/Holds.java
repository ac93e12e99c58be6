package org.almbridge.ledger;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Says what holds learners back at this moment. */
@Singleton
public class Holds {

    private final List<Admission> admissions;

    Holds(@All List<Admission> admissions) {
        this.admissions = admissions;
    }

    public List<Hold> now() {
        return admissions.stream()
                .map(Admission::hold)
                .flatMap(Optional::stream)
                .toList();
    }
}
