package org.almbridge.cluster;

import java.util.List;
import java.util.Optional;
import org.almbridge.ledger.Leadership;
import org.almbridge.ledger.Pauses;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.support.cluster.AbstractCamelClusterView;

/** What this bridge knows of a namespace: whether it leads there. The other members are known to the ledger alone. */
final class LedgerClusterView extends AbstractCamelClusterView {

    private static final String SOURCE = "source-";

    private final LedgerClusterService service;
    private final Leadership leadership;
    private final Pauses pauses;
    private boolean paused;
    private final CamelClusterMember local = new Local();

    LedgerClusterView(LedgerClusterService service, String namespace, Leadership leadership, Pauses pauses) {
        super(service, namespace);
        this.service = service;
        this.leadership = leadership;
        this.pauses = pauses;
    }

    @Override
    public Optional<CamelClusterMember> getLeader() {
        return local.isLeader() ? Optional.of(local) : Optional.empty();
    }

    @Override
    public CamelClusterMember getLocalMember() {
        return local;
    }

    @Override
    public List<CamelClusterMember> getMembers() {
        return List.of(local);
    }

    @Override
    protected void doStart() {
        leadership.want(getNamespace(), leads -> tell());
        paused = isPaused();
        pauses.onLook(this::lookAtPause);
    }

    private void tell() {
        service.later(() -> fireLeadershipChangedEvent(getLeader().orElse(null)));
    }

    /** Of its begin nobody is told: the source has been suspended, and stopping the route would cut short what it reads. */
    private void lookAtPause() {
        boolean before = paused;
        paused = isPaused();
        if (before && !paused) {
            tell();
        }
    }

    /** A source that is paused is led by nobody, so that whoever would come to lead it does not start it. */
    private boolean isPaused() {
        return getNamespace().startsWith(SOURCE)
                && pauses.ofSource(getNamespace().substring(SOURCE.length())).isPresent();
    }

    private final class Local implements CamelClusterMember {
        @Override
        public String getId() {
            return getClusterService().getId();
        }

        @Override
        public boolean isLeader() {
            return leadership.isLeader(getNamespace()) && !isPaused();
        }

        @Override
        public boolean isLocal() {
            return true;
        }
    }
}
