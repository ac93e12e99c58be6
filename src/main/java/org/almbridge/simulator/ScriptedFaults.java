package org.almbridge.simulator;

import java.util.Optional;

/** Lets calls about one learner fail as scripted, before anything is applied. */
final class ScriptedFaults implements Guard {

    private final LearnerScripts scripts;
    private final Errors errors;

    ScriptedFaults(LearnerScripts scripts, Errors errors) {
        this.scripts = scripts;
        this.errors = errors;
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        if (call.email().isEmpty()) {
            return Optional.empty();
        }
        ScriptProgress progress = scripts.of(call.email().get());
        if (call.kind().writes() && progress.meetsProxyPage()) {
            return Optional.of(errors.proxyPage());
        }
        return progress.nextStatus(call.kind())
                .map(status -> answer(status, progress.script()))
                .or(() -> rejection(call.kind(), progress.script()));
    }

    private Answer answer(int status, LearnerScript script) {
        boolean busy = status == 429 || status == 503;
        Answer answer = errors.plain(status);
        return busy && script.retryAfter() != null ? answer.with("retry-after", script.retryAfter()) : answer;
    }

    private Optional<Answer> rejection(CallKind kind, LearnerScript script) {
        return Optional.ofNullable(script.rejectCreate())
                .filter(text -> kind == CallKind.CREATE_USER)
                .map(errors::fieldTypeIncorrect);
    }
}
