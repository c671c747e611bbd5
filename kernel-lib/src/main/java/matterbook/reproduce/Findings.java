package matterbook.reproduce;

import java.util.List;

/**
 * What a study found.
 *
 * @param method how it was done, for readers: data, settings, seeds, what is counted
 */
public record Findings(String method, List<FindingsTable> tables, List<Claim> claims) {
    public Findings {
        tables = List.copyOf(tables);
        claims = List.copyOf(claims);
    }
}
