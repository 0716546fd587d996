import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "@jest/globals";

type Content = string | Uint8Array;

const trees: string[] = [];
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true });
});

/** A folder with these files, gone after the test. */
export function folderOf(files: Readonly<Record<string, Content>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "plan-gate-")));
  trees.push(folder);
  put(folder, files);
  return folder;
}

/** Writes files into a folder. */
export function put(folder: string, files: Readonly<Record<string, Content>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A git repository whose branch `main` has one commit with these files; gone after the test. */
export function repositoryOf(files: Readonly<Record<string, Content>>): string {
  const folder = folderOf(files);
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit(folder);
  return folder;
}

/** Commits all that is there. */
export function commit(folder: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message=Change", "--allow-empty");
}

/** Runs git without any configuration of the machine. */
export function git(folder: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...identity, "-c", "core.autocrlf=false", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  });
}
