import type { Config } from "../../config/config.js";
import { defaults, DEFAULT_CONFIG_PATH } from "../../config/defaults.js";
import { matchPlans } from "../../config/match-plans.js";
import type { SourceDocument } from "../../model/document.js";
import type { Plan } from "../../model/plan.js";
import { decodeDocument } from "../sources/decode-document.js";
import type { Repository } from "./repository.js";

/** A phase of another repository, as a plan names it. */
export interface NamedElsewhere {
  readonly text: string;
  readonly reference: {
    readonly owner: string;
    readonly repository: string;
    /** Empty when the id stands alone. */
    readonly word: string;
    readonly id: string;
  };
  /** False where only the change to be judged names it. */
  readonly isOnBase: boolean;
}

interface Reading {
  readonly open: (owner: string, repository: string) => Repository;
  readonly parseConfig: (text: string, path: string) => Config;
  readonly readPlan: (name: string, documents: readonly SourceDocument[], config: Config) => Plan;
}

/** A courtesy, for which a run must not spend the requests of the hour. */
const MOST_REPOSITORIES = 3;
const MOST_DOCUMENTS = 10;

/**
 * What other repositories say of their phases on their default branches, by the text that names each: `in progress`. What
 * cannot be read, or is not there, is missing. Never rejects, and nothing in it is policy: whoever writes there may write
 * anything. A repository that is not public is asked only for what base names already: the token may see more than the
 * author of a change, who would learn it from the report.
 */
export async function externalStatuses(
  named: readonly NamedElsewhere[],
  reading: Reading,
): Promise<ReadonlyMap<string, string>> {
  const byRepository = new Map<string, NamedElsewhere[]>();
  for (const one of named) {
    const key = `${one.reference.owner}/${one.reference.repository}`.toLowerCase();
    byRepository.set(key, [...(byRepository.get(key) ?? []), one]);
  }
  const statuses = new Map<string, string>();
  for (const wanted of [...byRepository.values()].slice(0, MOST_REPOSITORIES)) {
    const { owner, repository } = wanted[0]!.reference;
    const { plans, isPublic } = await plansOf(
      reading.open(owner, repository),
      reading,
      wanted.some(({ isOnBase }) => isOnBase),
    ).catch(() => NOTHING);
    for (const { text, reference, isOnBase } of wanted) {
      if (!isPublic && !isOnBase) continue;
      const status = statusIn(plans, reference);
      if (status !== null) statuses.set(text, status);
    }
  }
  return statuses;
}

interface PlansThere {
  readonly plans: readonly Plan[];
  readonly isPublic: boolean;
}

const NOTHING: PlansThere = { plans: [], isPublic: true };

async function plansOf(
  repository: Repository,
  { parseConfig, readPlan }: Reading,
  mayBePrivate: boolean,
): Promise<PlansThere> {
  const { defaultBranch: branch, isPublic } = await repository.about();
  if (!isPublic && !mayBePrivate) return NOTHING;
  const [tree, written] = await Promise.all([repository.tree(branch), repository.file(DEFAULT_CONFIG_PATH, branch)]);
  const config = written === null ? defaults : parseConfig(textOf(DEFAULT_CONFIG_PATH, written), DEFAULT_CONFIG_PATH);
  const regular = tree.filter(({ mode }) => mode === "100644" || mode === "100755").map(({ path }) => path);
  const plans: Plan[] = [];
  let left = MOST_DOCUMENTS;
  for (const { name, documents } of matchPlans(config, regular)) {
    left -= documents.length;
    if (left < 0) break;
    const read: SourceDocument[] = [];
    for (const path of documents) {
      const bytes = await repository.file(path, branch);
      if (bytes !== null) read.push({ path, text: textOf(path, bytes) });
    }
    plans.push(readPlan(name, read, config));
  }
  return { plans, isPublic };
}

const textOf = (path: string, bytes: Uint8Array): string => decodeDocument(path, bytes).document.text;

/** Null when no plan has the phase, or several have it and do not agree. */
function statusIn(plans: readonly Plan[], { word, id }: NamedElsewhere["reference"]): string | null {
  const found = plans.flatMap(({ phases }) =>
    [...phases.values()].filter(
      (phase) => phase.id.toLowerCase() === id.toLowerCase() && (word === "" || word === phase.kind),
    ),
  );
  const statuses = new Set(found.map(({ status }) => status));
  const [only] = statuses;
  return only === undefined || statuses.size > 1 ? null : only.replace("-", " ");
}
