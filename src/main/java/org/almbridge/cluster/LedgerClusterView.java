package org.almbridge.cluster;

import java.util.List;
import java.util.Optional;
import org.almbridge.ledger.Leadership;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.support.cluster.AbstractCamelClusterView;

/** What this bridge knows of a namespace: whether it leads there. The other members are known to the ledger alone. */
final class LedgerClusterView extends AbstractCamelClusterView {

    private final LedgerClusterService service;
    private final Leadership leadership;
    private final CamelClusterMember local = new Local();

    LedgerClusterView(LedgerClusterService service, String namespace, Leadership leadership) {
        super(service, namespace);
        this.service = service;
        this.leadership = leadership;
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
        leadership.want(
                getNamespace(),
                leads -> service.later(
                        () -> fireLeadershipChangedEvent(getLeader().orElse(null))));
    }

    private final class Local implements CamelClusterMember {
        @Override
        public String getId() {
            return getClusterService().getId();
        }

        @Override
        public boolean isLeader() {
            return leadership.isLeader(getNamespace());
        }

        @Override
        public boolean isLocal() {
            return true;
        }
    }
}
