import { ApiError, notFound } from "../api-error.js";
import type { FileMode, FileTree, Signature, TreeEntry } from "../git-objects.js";
import { ancestry } from "../history.js";
import type { Repository } from "../repository.js";
import { gitCommit, gitNodeId } from "../represent/commit.js";
import { repositoryUrl } from "../represent/repository.js";
import { type Call, created, ok, type Routes } from "../route.js";

interface WrittenEntry {
  readonly path: string;
  readonly mode?: FileMode | "040000";
  readonly sha?: string | null;
  readonly content?: string;
}

/** Blobs, trees, commits and references as git has them. */
export const gitDataRoutes: Routes = {
  "git/get-blob": (call) => {
    const { repository, addresses } = call;
    const sha = call.parameter("file_sha");
    const content = repository.objects.blob(sha);
    if (content === undefined) throw notFound();
    if (/^application\/vnd\.github\.(v3\.)?raw(\+json)?$/.test(call.accept)) {
      return { status: 200, body: content, mediaType: call.accept };
    }
    return ok({
      sha,
      node_id: gitNodeId("B", sha),
      size: content.length,
      url: `${repositoryUrl(addresses, repository)}/git/blobs/${sha}`,
      content: base64(content),
      encoding: "base64",
    });
  },

  "git/create-blob": (call) => {
    const encoding = call.body["encoding"] === "base64" ? "base64" : "utf8";
    const sha = call.repository.objects.addBlob(Buffer.from(call.text("content"), encoding));
    return created({ sha, url: `${repositoryUrl(call.addresses, call.repository)}/git/blobs/${sha}` });
  },

  "git/get-tree": (call) => {
    const { repository } = call;
    const name = call.parameter("tree_sha");
    const sha = repository.resolve(name)?.tree ?? name;
    const files = repository.objects.tree(sha);
    if (files === undefined) throw notFound();
    // Any value at all asks for it, even 0.
    return ok(treeAnswer(call, sha, files, call.query.has("recursive")));
  },

  "git/create-tree": (call) => {
    const { objects } = call.repository;
    const base = call.body["base_tree"];
    const files = new Map(typeof base === "string" ? (objects.tree(base) ?? objects.filesOf(base)) : []);
    for (const entry of call.body["tree"] as WrittenEntry[]) writeEntry(call.repository, files, entry);
    const sha = objects.addTree(files);
    return created(treeAnswer(call, sha, files, false));
  },

  "git/get-commit": (call) => {
    const found = call.repository.objects.commit(call.parameter("commit_sha"));
    if (found === undefined) throw notFound();
    return ok(gitCommit(call.addresses, call.repository, found));
  },

  "git/create-commit": (call) => {
    const { objects } = call.repository;
    const tree = call.text("tree");
    if (objects.tree(tree) === undefined) throw new ApiError(422, "Tree SHA does not exist");
    const parents = (call.body["parents"] ?? []) as string[];
    for (const parent of parents) {
      if (objects.commit(parent) === undefined)
        throw new ApiError(422, "Parent SHA does not exist or is not a commit object");
    }
    const author = signature(call, "author");
    const committer = call.body["committer"] === undefined ? author : signature(call, "committer");
    const commit = objects.addCommit({ tree, parents, message: call.text("message"), author, committer });
    return created(gitCommit(call.addresses, call.repository, commit));
  },

  "git/get-ref": (call) => {
    const sha = call.repository.refs.get(call.parameter("ref"));
    if (sha === undefined) throw notFound();
    return ok(reference(call, call.parameter("ref"), sha));
  },

  "git/create-ref": (call) => {
    const name = call.text("ref");
    const ref = /^refs\/((?:heads|tags)\/.+)$/.exec(name)?.[1];
    if (ref === undefined) throw new ApiError(422, `${name} is not a valid ref name.`);
    const sha = existingObject(call);
    if (call.repository.refs.has(ref)) throw new ApiError(422, "Reference already exists");
    call.repository.setRef(ref, sha);
    return created(reference(call, ref, sha));
  },

  "git/update-ref": (call) => {
    const { repository } = call;
    const ref = call.parameter("ref");
    const old = repository.refs.get(ref);
    if (old === undefined) throw new ApiError(422, "Reference does not exist");
    const sha = existingObject(call);
    if (repository.protectedBranches.has(ref.replace(/^heads\//, ""))) {
      throw new ApiError(422, "Repository rule violations found\n\nChanges must be made through a pull request.\n\n");
    }
    const isForward = ancestry(repository.objects, sha).some((commit) => commit.sha === old);
    if (!isForward && call.body["force"] !== true) throw new ApiError(422, "Update is not a fast forward");
    repository.setRef(ref, sha);
    return ok(reference(call, ref, sha));
  },
};

/** As GitHub writes it: in lines of 60, the last of them ended too. */
export const base64 = (content: Buffer): string => content.toString("base64").replace(/.{1,60}/g, "$&\n");

function treeAnswer({ repository, addresses }: Call, sha: string, files: FileTree, recursive: boolean) {
  const url = `${repositoryUrl(addresses, repository)}/git`;
  const directories = new Map<string, Map<string, TreeEntry>>();
  for (const [path, entry] of files) {
    for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
      const directory = path.slice(0, slash);
      const inside = directories.get(directory) ?? new Map<string, TreeEntry>();
      directories.set(directory, inside.set(path.slice(slash + 1), entry));
    }
  }
  const entries = [
    ...[...directories].map(([path, inside]) => {
      const directorySha = repository.objects.addTree(inside);
      return { path, mode: "040000", type: "tree", sha: directorySha, url: `${url}/trees/${directorySha}` };
    }),
    ...[...files].map(([path, entry]) => {
      if (entry.mode === "160000") return { path, mode: entry.mode, type: "commit", sha: entry.sha };
      const size = repository.objects.blob(entry.sha)?.length ?? 0;
      return { path, mode: entry.mode, type: "blob", sha: entry.sha, size, url: `${url}/blobs/${entry.sha}` };
    }),
  ]
    .filter(({ path }) => recursive || !path.includes("/"))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    sha,
    url: `${url}/trees/${sha}`,
    tree: entries.slice(0, repository.treeEntriesMost),
    truncated: entries.length > repository.treeEntriesMost,
  };
}

function writeEntry(
  { objects }: Repository,
  files: Map<string, TreeEntry>,
  { path, mode, sha, content }: WrittenEntry,
): void {
  const inside = [...files.keys()].filter((name) => name.startsWith(`${path}/`));
  if (sha === null) {
    if (!files.delete(path) && inside.length === 0) throw new ApiError(422, "GitRPC::BadObjectState");
    for (const name of inside) files.delete(name);
  } else if (mode === "040000") {
    const tree = sha === undefined ? undefined : objects.tree(sha);
    if (tree === undefined) throw new ApiError(422, `tree.sha ${String(sha)} is not a valid tree`);
    for (const name of inside) files.delete(name);
    for (const [name, entry] of tree) files.set(`${path}/${name}`, entry);
  } else {
    if (sha !== undefined && mode !== "160000" && objects.blob(sha) === undefined) {
      throw new ApiError(422, `tree.sha ${sha} is not a valid blob`);
    }
    files.set(path, { mode: mode ?? "100644", sha: sha ?? objects.addBlob(Buffer.from(content ?? "")) });
  }
}

function signature({ body, token, state }: Call, key: "author" | "committer"): Signature {
  const given = body[key] as Partial<Signature> | undefined;
  return {
    name: given?.name ?? token.login,
    email: given?.email ?? `${token.login}@users.noreply.github.com`,
    date: given?.date ?? state.clock.tick(),
  };
}

function existingObject(call: Call): string {
  const sha = call.text("sha");
  if (!/^[0-9a-f]{40}$/.test(sha))
    throw new ApiError(422, "The sha parameter must be exactly 40 characters and contain only [0-9a-f].");
  if (call.repository.objects.commit(sha) === undefined) throw new ApiError(422, "Object does not exist");
  return sha;
}

function reference({ repository, addresses }: Call, ref: string, sha: string) {
  const url = `${repositoryUrl(addresses, repository)}/git`;
  return {
    ref: `refs/${ref}`,
    node_id: gitNodeId("REF", ref),
    url: `${url}/refs/${ref}`,
    object: { sha, type: "commit", url: `${url}/commits/${sha}` },
  };
}
