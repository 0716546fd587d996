import { posix } from "node:path";
import { pageOf } from "../pages.js";
import { repositoryPage, repositoryUrl } from "../represent/repository.js";
import { type Call, ok, type Routes } from "../route.js";
import { nodeId } from "../state.js";

/** The workflows that the default branch holds. */
export const workflowRoutes: Routes = {
  "actions/list-repo-workflows": (call) => {
    const { repository } = call;
    const files = [...repository.objects.filesOf(repository.tip(repository.defaultBranch)).keys()];
    const paths = files.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
    const { items, headers } = pageOf(call, paths);
    return ok(
      { total_count: paths.length, workflows: items.map((path) => workflow(call, path, paths.indexOf(path) + 1)) },
      headers,
    );
  },
};

function workflow({ addresses, repository }: Call, path: string, id: number) {
  const page = repositoryPage(addresses, repository);
  const name = /^name:\s*(.+)$/m.exec(repository.fileText(repository.defaultBranch, path) ?? "")?.[1];
  return {
    id,
    node_id: nodeId("W", id),
    name: name ?? path,
    path,
    state: "active",
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    url: `${repositoryUrl(addresses, repository)}/actions/workflows/${id}`,
    html_url: `${page}/blob/${repository.defaultBranch}/${path}`,
    badge_url: `${page}/actions/workflows/${posix.basename(path)}/badge.svg`,
  };
}
