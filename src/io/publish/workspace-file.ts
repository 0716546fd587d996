import { randomUUID } from "node:crypto";
import { mkdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/**
 * Writes a file below `workspace` and answers its full path. What a checked-out pull request put there is not
 * followed: a link in the file's place is replaced, a folder that leads out of the workspace is an error.
 */
export async function writeInWorkspace(workspace: string, path: string, text: string): Promise<string> {
  const root = await realpath(workspace);
  const file = resolve(root, path);
  refuseOutside(root, file, path);
  await mkdir(dirname(file), { recursive: true });
  refuseOutside(root, await realpath(dirname(file)), path);
  const temporary = join(dirname(file), `.plan-gate-${randomUUID()}`);
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return file;
}

function refuseOutside(root: string, file: string, path: string): void {
  const inside = relative(root, file);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw new Error(`${path} is outside of the workspace`);
  }
}
