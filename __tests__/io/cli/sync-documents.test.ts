import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { syncDocuments } from "../../../src/io/cli/sync-documents.js";
import { folderOf } from "../../cli/temporary-tree.js";

const synced = (path: string, text: string, newText: string) => ({
  document: { path, text },
  newText,
  written: text === newText ? [] : ["tiers"],
  sections: 1,
});

describe("syncDocuments", () => {
  it("writes what is out of date and leaves the rest alone", async () => {
    const folder = folderOf({ "docs/a.md": "old\r\n", "b.md": "same" });
    const result = await syncDocuments(
      [synced("docs/a.md", "old\r\n", "new\r\n"), synced("b.md", "same", "same")],
      "files",
      folder,
    );
    expect(result).toEqual({ text: "docs/a.md: wrote tiers\n", exitCode: 0 });
    expect(readFileSync(join(folder, "docs/a.md"), "utf8")).toBe("new\r\n");
  });

  it("only says so when it must not write", async () => {
    const folder = folderOf({ "a.md": "old" });
    const result = await syncDocuments([synced("a.md", "old", "new")], "nowhere", folder);
    expect(result).toEqual({ text: "a.md: out of date: tiers\n", exitCode: 1 });
    expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("old");
  });

  it("gives the text of one document, and of one only", async () => {
    const one = synced("a.md", "old", "new");
    expect(await syncDocuments([one], "stdout", ".")).toEqual({ text: "new", exitCode: 0 });
    await expect(syncDocuments([one, one], "stdout", ".")).rejects.toThrow(
      "--stdout is for one document; there are 2.",
    );
  });

  it("writes none when one of them is not what was read", async () => {
    const folder = folderOf({ "a.md": "old", "b.md": "changed meanwhile" });
    const both = [synced("a.md", "old", "new"), synced("b.md", "old", "new")];
    await expect(syncDocuments(both, "files", folder)).rejects.toThrow(/^b\.md cannot be written/);
    expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("old");
  });

  it("says when there is nothing to do", async () => {
    const one = synced("a.md", "same", "same");
    expect((await syncDocuments([one], "files", ".")).text).toBe("All managed sections are up to date.\n");
    expect((await syncDocuments([{ ...one, sections: 0 }], "files", ".")).text).toBe("There is no managed section.\n");
  });
});
