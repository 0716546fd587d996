// node digests.mjs FILE PATH…: SHA-256 of each file, and of each file in a folder, as `sha256sum --check` reads them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

const [file, ...paths] = process.argv.slice(2);
const inFolder = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => statSync(path).isFile())
    .sort();
const line = (path, name) => `${createHash("sha256").update(readFileSync(path)).digest("hex")}  ${name}\n`;
const lines = paths.flatMap((path) =>
  statSync(path).isDirectory() ? inFolder(path).map((one) => line(one, one)) : [line(path, basename(path))],
);
writeFileSync(file, lines.join(""));
