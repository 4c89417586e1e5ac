package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** REST api1 with the customer's class for journal entries: {@code $create}, {@code $query} and {@code $details}. */
final class RestDoor implements Door {

    private static final Pattern PATH = Pattern.compile("/api1/x3/erp/([^/]+)/(\\w+)(?:\\('((?:[^']|'')*)'\\))?");
    private static final int MOST = 1000;

    /** The customer's class for journal entries, and its representation. */
    private static final String CLASS = "GACCENTRY";

    private final Ledger ledger;

    /** What the path and the representation say. */
    private record Target(Folder folder, String key, String facet, String base) {}

    RestDoor(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/api1/");
    }

    @Override
    public boolean takesBasic() {
        return true;
    }

    @Override
    public Call read(Request request) {
        Matcher path = PATH.matcher(request.path());
        String folder = path.matches() ? path.group(1) : "";
        String representation = request.query("representation");
        Call.Kind kind = kindOf(request.method(), representation.substring(representation.lastIndexOf('.') + 1));
        String reference = kind == Call.Kind.CREATE
                ? Json.readAnything(request.body()).path("BPRVCR").asText("")
                : "";
        return new Call(Call.Api.REST, kind, folder, reference);
    }

    @Override
    public Reply answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        if (path.matches()
                && CodeTables.hasClass(path.group(2))
                && request.method().equals("GET")) {
            return codes(request, path.group(1), path.group(2));
        }
        try {
            return answer(request, targetOf(request));
        } catch (IllegalArgumentException e) {
            return refusal(404, List.of(Diagnosis.error(String.valueOf(e.getMessage()))));
        }
    }

    @Override
    public Reply refuse(Call call, String words) {
        return refusal(200, List.of(Diagnosis.error(words)));
    }

    @Override
    public Reply spoil(Reply answer, Fault fault) {
        ObjectNode body = Json.readObject(answer.body());
        switch (fault.way()) {
            case DONE_WITHOUT_NUMBER -> {
                body.findParents("NUM").forEach(parent -> ((ObjectNode) parent).remove("NUM"));
                return Reply.json(answer.status(), body);
            }
            case DONE_WITH_ERROR -> addDiagnosis(body, Diagnosis.error(fault.words()));
            case DONE_WITH_WARNING -> addDiagnosis(body, new Diagnosis(2, fault.words()));
            case DONE_WITH_PARTIAL_DATA -> body.removeAll();
            default -> throw new IllegalArgumentException(fault.way().toString());
        }
        return new Reply(answer.status(), answer.headers(), body.toString());
    }

    private Reply codes(Request request, String endpoint, String className) {
        Folder folder = ledger.find(endpoint);
        try {
            return folder == null
                    ? refusal(404, List.of(Diagnosis.error("Endpoint not found: " + endpoint)))
                    : Reply.json(
                            200, CodeTables.resources(folder, className, request.query("where"), countOf(request)));
        } catch (IllegalArgumentException e) {
            return refusal(500, List.of(Diagnosis.error(String.valueOf(e.getMessage()))));
        }
    }

    private Reply answer(Request request, Target target) {
        return switch (kindOf(request.method(), target.facet())) {
            case CREATE -> create(request, target);
            case LOOK_UP -> query(request, target);
            case DETAILS -> details(target);
            default -> refusal(405, List.of(Diagnosis.error("%s %s".formatted(request.method(), target.facet()))));
        };
    }

    private static Call.Kind kindOf(String method, String facet) {
        return switch (method + " " + facet) {
            case "POST $create" -> Call.Kind.CREATE;
            case "GET $query" -> Call.Kind.LOOK_UP;
            case "GET $details" -> Call.Kind.DETAILS;
            default -> Call.Kind.OTHER;
        };
    }

    /** @throws IllegalArgumentException where endpoint, class or representation aren't there */
    private Target targetOf(Request request) {
        Matcher path = PATH.matcher(request.path());
        Folder folder = path.matches() ? ledger.find(path.group(1)) : null;
        if (folder == null) {
            throw new IllegalArgumentException("Endpoint not found: " + request.path());
        }
        String representation = request.query("representation");
        int dot = representation.lastIndexOf('.');
        if (!path.group(2).equals(CLASS)) {
            throw new IllegalArgumentException("Class not found: " + path.group(2));
        }
        if (dot < 0 || !representation.substring(0, dot).equals(CLASS)) {
            throw new IllegalArgumentException("Representation not found: " + representation);
        }
        String key = path.group(3) == null ? "" : path.group(3).replace("''", "'");
        String base = "http://%s/api1/x3/erp/%s/%s".formatted(request.header("host"), folder.name(), path.group(2));
        return new Target(folder, key, representation.substring(dot + 1), base);
    }

    private Reply create(Request request, Target target) {
        Folder folder = target.folder();
        EntryDraft draft;
        try {
            draft = EntryResource.draftOf(Json.readObject(request.body()));
        } catch (IllegalArgumentException e) {
            return refusal(400, List.of(Diagnosis.error(String.valueOf(e.getMessage()))));
        }
        Posting posting = ledger.post(folder.name(), draft);
        PostedEntry entry = posting.entry();
        if (entry == null) {
            return refusal(200, posting.diagnoses());
        }
        return Reply.json(201, EntryResource.details(entry, folder)).with("Location", urlOf(entry, target));
    }

    private Reply details(Target target) {
        String[] key = target.key().split("~", 2);
        PostedEntry entry = key.length < 2 ? null : ledger.find(target.folder().name(), key[0], key[1]);
        return entry == null
                ? refusal(200, List.of(Diagnosis.error("721 : Record does not exist")))
                : Reply.json(200, EntryResource.details(entry, target.folder()));
    }

    private Reply query(Request request, Target target) {
        try {
            int count = countOf(request);
            ObjectNode body = Json.object().put("$itemsPerPage", count);
            ArrayNode resources = body.putArray("$resources");
            found(request, target).stream()
                    .limit(count)
                    .map(EntryResource::header)
                    .forEach(resources::add);
            body.putObject("$links");
            return Reply.json(200, body);
        } catch (IllegalArgumentException e) {
            return refusal(500, List.of(Diagnosis.error(String.valueOf(e.getMessage()))));
        }
    }

    private List<PostedEntry> found(Request request, Target target) {
        Where where = new Where(request.query("where"), EntryResource.SELECTABLE);
        return ledger.entries(target.folder().name(), where.valueOf("BPRVCR")).stream()
                .filter(entry -> where.matches(entry.header()))
                .toList();
    }

    private static int countOf(Request request) {
        String count = request.query("count");
        return count.isEmpty() ? 20 : Math.min(Integer.parseInt(count), MOST);
    }

    private static String urlOf(PostedEntry entry, Target target) {
        return "%s('%s')?representation=%s.$details"
                .formatted(target.base(), entry.type() + "~" + entry.number(), CLASS);
    }

    private static Reply refusal(int status, List<Diagnosis> diagnoses) {
        ObjectNode body = Json.object();
        diagnoses.forEach(diagnosis -> addDiagnosis(body, diagnosis));
        return Reply.json(status, body);
    }

    private static void addDiagnosis(ObjectNode body, Diagnosis diagnosis) {
        body.withArrayProperty("$diagnoses")
                .addObject()
                .put("$severity", diagnosis.severity() > 2 ? "error" : "warning")
                .put("$message", diagnosis.message());
    }
}
