import type { Routes } from "../route.js";
import { checkRoutes } from "./checks.js";
import { commentRoutes } from "./comments.js";
import { commitRoutes } from "./commits.js";
import { contentsRoutes } from "./contents.js";
import { gitDataRoutes } from "./git-data.js";
import { labelRoutes } from "./labels.js";
import { pullRoutes } from "./pulls.js";
import { repositoryRoutes } from "./repositories.js";
import { reviewRoutes } from "./reviews.js";
import { workflowRoutes } from "./workflows.js";

/** Every operation of the slice; a test compares the two. */
export const routes: Routes = {
  ...checkRoutes,
  ...commentRoutes,
  ...commitRoutes,
  ...contentsRoutes,
  ...gitDataRoutes,
  ...labelRoutes,
  ...pullRoutes,
  ...repositoryRoutes,
  ...reviewRoutes,
  ...workflowRoutes,
};
