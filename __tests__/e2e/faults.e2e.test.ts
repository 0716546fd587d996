import { mkdirSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { endpoints, matrixTable, namedFaults, noFault, runCell, runCells } from "./fault-matrix.js";
import { buildOnce } from "./scene.js";

// `npm run faults` runs every cell for a red and a green plan. Otherwise the plans take turns, so that each row and
// each column has both, and the faults that take the client's whole time-out are left to the client's own tests.
const isWhole = process.env["FAULTS"] === "all";

const cells = endpoints.flatMap((endpoint, row) =>
  [noFault, ...namedFaults]
    .filter(({ isSlow }) => isWhole || isSlow !== true)
    .flatMap((fault, column) => {
      const plans = isWhole ? (["red", "green"] as const) : ([(row + column) % 2 === 0 ? "red" : "green"] as const);
      return plans.map((plan) => ({ endpoint, fault, plan }));
    }),
);

describe("the built action, whatever goes wrong with one of its requests", () => {
  beforeAll(buildOnce, 120_000);

  it("is never green by accident, never writes twice, and says one clear line", async () => {
    const results = await runCells(
      cells.map(
        ({ endpoint, fault, plan }) =>
          () =>
            runCell(endpoint, fault, plan),
      ),
      isWhole ? 40 : 16,
    );
    mkdirSync(".cache", { recursive: true });
    writeFileSync(".cache/fault-matrix.md", matrixTable(results));
    const mistaken = results.filter(({ mistakes }) => mistakes.length > 0);
    expect(mistaken.map(({ endpoint, fault, plan, mistakes }) => [endpoint, fault, plan, ...mistakes])).toEqual([]);
    // Every request of the list is one that the action makes.
    const asked = new Set(results.filter(({ outcome }) => outcome !== "not asked").map(({ endpoint }) => endpoint));
    expect([...asked]).toEqual(endpoints.map(({ name }) => name));
  }, 1_800_000);
});
