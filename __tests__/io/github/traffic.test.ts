import { describe, expect, it } from "@jest/globals";
import { countTraffic } from "../../../src/io/github/traffic.js";

const API = "https://api.github.test";

describe("what GitHub was asked", () => {
  it("is nothing where nothing was sent", () => {
    expect(countTraffic().inWords).toBeNull();
  });

  it("counts every request, and as writes those that ask for a change", () => {
    const traffic = countTraffic();
    traffic.count("GET", `${API}/repos/o/r/pulls/1`, undefined);
    expect(traffic.inWords).toBe("1 request, 0 writes");
    traffic.count("POST", `${API}/repos/o/r/issues/1/comments`, "{}");
    expect(traffic.inWords).toBe("2 requests, 1 write");
    traffic.count("PATCH", `${API}/repos/o/r/issues/comments/1`, "{}");
    expect(traffic.inWords).toBe("3 requests, 2 writes");
  });

  it("takes a query for reading and a mutation for a write", () => {
    const traffic = countTraffic();
    const asked = (query: string) => traffic.count("POST", `${API}/graphql`, JSON.stringify({ query }));
    asked("\n  query ($n: Int!) { x }");
    expect(traffic.inWords).toBe("1 request, 0 writes");
    asked("\n  mutation { x }");
    expect(traffic.inWords).toBe("2 requests, 1 write");
  });
});
