import { posix } from "node:path";
import { ApiError, notFound } from "../api-error.js";
import type { Commit, FileTree, TreeEntry } from "../git-objects.js";
import { limits } from "../limits.js";
import type { Repository } from "../repository.js";
import { repositoryPage, repositoryUrl } from "../represent/repository.js";
import { type Call, ok, type Reply, type Routes } from "../route.js";
import { base64 } from "./git-data.js";

/** Octokit writes the older name, GitHub's pages the newer one. */
const RAW = new Set(["application/vnd.github.raw+json", "application/vnd.github.raw", "application/vnd.github.v3.raw"]);

/** Files by path, without a checkout. */
export const contentsRoutes: Routes = {
  "repos/get-content": (call) => {
    const { repository } = call;
    const ref = call.query.get("ref") ?? repository.defaultBranch;
    const commit = repository.resolve(ref);
    if (commit === undefined) throw new ApiError(404, `No commit found for the ref ${ref}`);
    const path = call.parameter("path").replace(/^\/+|\/+$/g, "");
    if (path.split("/").some((step) => step === "." || step === "..")) throw notFound();
    const files = repository.objects.filesOf(commit.sha);
    const entry = files.get(path);
    return entry === undefined
      ? directoryReply(call, commit, files, path)
      : fileReply(call, commit, files, path, entry);
  },
};

function fileReply(call: Call, commit: Commit, files: FileTree, path: string, entry: TreeEntry): Reply {
  const { repository } = call;
  const shown = describe(call, commit, path, entry);
  if (entry.mode === "160000") return ok({ ...shown, submodule_git_url: null });
  const content = blobOf(repository, entry);
  if (entry.mode === "120000") {
    const target = posix.normalize(posix.join(posix.dirname(path), content.toString()));
    const targetEntry = files.get(target);
    // A link to a file of the repository is followed; any other is described.
    if (targetEntry?.mode.startsWith("100")) return fileReply(call, commit, files, target, targetEntry);
    return ok({ ...shown, target: content.toString() });
  }
  if (content.length > limits.contentBytes) {
    throw new ApiError(403, "This API returns blobs up to 100 MB in size. The requested blob is too large.", [
      { resource: "Blob", field: "data", code: "too_large" },
    ]);
  }
  if (RAW.has(call.accept)) return { status: 200, body: content, mediaType: call.accept };
  // Above the limit the answer still says 200: only the encoding tells that the content is missing.
  const inJson = content.length <= limits.contentInJsonBytes;
  return ok({ ...shown, content: inJson ? base64(content) : "", encoding: inJson ? "base64" : "none" });
}

function directoryReply(call: Call, commit: Commit, files: FileTree, path: string): Reply {
  const prefix = path === "" ? "" : `${path}/`;
  const children = new Map<string, TreeEntry | undefined>();
  for (const [name, entry] of files) {
    if (!name.startsWith(prefix)) continue;
    const [child = "", ...rest] = name.slice(prefix.length).split("/");
    children.set(child, rest.length === 0 ? entry : undefined);
  }
  if (children.size === 0) throw notFound();
  const names = [...children.keys()].sort().slice(0, limits.directoryEntries);
  return ok(names.map((name) => describe(call, commit, `${prefix}${name}`, children.get(name))));
}

/** What a file, link, submodule or (without an entry) directory is, apart from its content. */
function describe({ repository, addresses, query }: Call, commit: Commit, path: string, entry?: TreeEntry) {
  const name = posix.basename(path);
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const ref = query.get("ref") ?? repository.defaultBranch;
  const api = repositoryUrl(addresses, repository);
  const url = `${api}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const page = repositoryPage(addresses, repository);
  const type = typeOf(entry);
  const isBlob = type === "file" || type === "symlink";
  const sha = entry?.sha ?? directorySha(repository, commit, path);
  const gitUrl = type === "submodule" ? null : `${api}/git/${isBlob ? "blobs" : "trees"}/${sha}`;
  const htmlUrl =
    type === "submodule" ? null : `${page}/${isBlob ? "blob" : "tree"}/${encodeURIComponent(ref)}/${encoded}`;
  return {
    name,
    path,
    sha,
    size: isBlob && entry ? blobOf(repository, entry).length : 0,
    url,
    html_url: htmlUrl,
    git_url: gitUrl,
    download_url: isBlob ? `${page}/raw/${encodeURIComponent(ref)}/${encoded}` : null,
    type,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  };
}

function typeOf(entry: TreeEntry | undefined): "dir" | "file" | "submodule" | "symlink" {
  if (entry === undefined) return "dir";
  if (entry.mode === "160000") return "submodule";
  return entry.mode === "120000" ? "symlink" : "file";
}

function directorySha(repository: Repository, commit: Commit, path: string): string {
  const inside = [...repository.objects.filesOf(commit.sha)].filter(([name]) => name.startsWith(`${path}/`));
  return repository.objects.addTree(new Map(inside.map(([name, entry]) => [name.slice(path.length + 1), entry])));
}

function blobOf(repository: Repository, { sha }: TreeEntry): Buffer {
  const content = repository.objects.blob(sha);
  if (content === undefined) throw new Error(`The fake has no blob ${sha}`);
  return content;
}
