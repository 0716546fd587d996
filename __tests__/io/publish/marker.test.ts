import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { markerLine, readMarker } from "../../../src/io/publish/shared/marker.js";

const marker = { key: "k", hash: "0a", headSha: "a".repeat(40), run: "1.2" };

describe("the marker", () => {
  it("survives any key and run, and never ends the HTML comment early", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.string({ unit: "binary-ascii", minLength: 1 }),
        (key, run) => {
          const line = markerLine({ ...marker, key, run });
          expect(line.indexOf("-->")).toBe(line.length - 3);
          expect(line.slice(4, -3)).not.toContain("--");
          expect(readMarker(`${line}\ntext`)).toEqual({ ...marker, key, run });
        },
      ),
    );
  });

  it.each([
    ["after an empty line", `\n${markerLine(marker)}\n`],
    ["after a blank", ` ${markerLine(marker)}\n`],
    ["with more on its line", `${markerLine(marker)} x\n`],
    ["of another version", markerLine(marker).replace("v=1", "v=2")],
    ["with a broken escape", markerLine(marker).replace("key=k", "key=%E0%A4%A")],
    ["that is none", "<!-- plan-gate -->"],
  ])("is not read %s", (_, body) => {
    expect(readMarker(body)).toBeNull();
  });

  it("is read with the line ends of Windows, and alone", () => {
    expect(readMarker(`${markerLine(marker)}\r\ntext`)).toEqual(marker);
    expect(readMarker(markerLine(marker))).toEqual(marker);
  });
});
